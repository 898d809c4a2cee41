/** Rules a framework over claims. Knows no framework: all of them are data. */

import type { Framework, FrameworkResult, Level, Requirement, Ruling, Verdict } from "../model/types.ts";
import { all, any, not } from "../model/verdict.ts";
import { type Claims, type Sets, sortIds, testUnsorted } from "./condition.ts";
import { measureProgress, type Need, type Step } from "./progress.ts";

/** How far one requirement is reached. `grades` stands in the order of the requirement's grades, best first. */
interface Reach {
  readonly requirement: Requirement;
  readonly applies: Verdict;
  readonly grades: readonly Verdict[];
  /** Ids of the claims that decided it, sorted. */
  readonly listClaims: () => readonly string[];
}

/**
 * Rules one framework over the claims about one model or release. Claims that are missing are unknown.
 *
 * A requirement is met when its best grade is. A need of a level is met when its grade or a better one is, or when its
 * requirement does not apply. A level is met when all its needs and all mandatory requirements are. When claims become
 * known, a settled verdict stays, `level` only rises and `ceiling` only falls.
 */
export function rule(framework: Framework, claims: Claims, about: string): FrameworkResult {
  const reaches = framework.requirements.map((requirement) => reach(requirement, claims, framework.sets ?? {}));
  const steps = framework.levels.map((level) => climb(level, reaches));
  const verdicts = steps.map((step) => step.verdict);
  return {
    id: framework.id,
    version: framework.version,
    ...(framework.reading !== undefined && { reading: framework.reading }),
    about,
    level: firstLevel(framework, verdicts, (verdict) => verdict === "met"),
    ceiling: firstLevel(framework, verdicts, (verdict) => verdict !== "unmet"),
    verdict: any(verdicts),
    ...(framework.progress !== undefined && { progress: measureProgress(steps, framework.progress) }),
    requirements: reaches.map(toRuling),
  };
}

/** The level alone, as {@link rule} gives it: the first that is met, from the best. */
export function findProvenLevel(framework: Framework, claims: Claims): string | null {
  const reaches = framework.requirements.map((requirement) => reach(requirement, claims, framework.sets ?? {}));
  return framework.levels.find((level) => climb(level, reaches).verdict === "met")?.id ?? null;
}

/** Ids of the requirements that are not proven to hold and have to for a level. @throws RangeError for a level that is not there. */
export function listLacking(framework: Framework, claims: Claims, level: string): readonly string[] {
  const wanted = framework.levels.find(({ id }) => id === level);
  if (wanted === undefined) throw new RangeError(`the framework has no level ${level}`);
  return framework.requirements.flatMap((requirement) => {
    const need = wanted.needs.find((one) => one.requirement === requirement.id);
    if (need === undefined && requirement.mandatory !== true) return [];
    const reached = reach(requirement, claims, framework.sets ?? {});
    const needs = [...(need ? [toNeed(need, [reached])] : []), ...(requirement.mandatory ? [needOf(reached, 0)] : [])];
    return all(needs.map(fulfil)) === "met" ? [] : [requirement.id];
  });
}

function reach(requirement: Requirement, claims: Claims, sets: Sets): Reach {
  const applies = requirement.appliesWhen && testUnsorted(requirement.appliesWhen, claims, sets);
  const grades = requirement.grades.map((grade) => testUnsorted(grade.when, claims, sets));
  const reached = grades.findIndex((grade) => grade.verdict === "met");
  const deciding = applies?.verdict === "unmet" ? [] : grades.slice(0, reached === -1 ? undefined : reached + 1);
  return {
    requirement,
    applies: applies?.verdict ?? "met",
    grades: grades.map((grade) => grade.verdict),
    listClaims: () => sortIds([...(applies?.claims ?? []), ...deciding.flatMap((grade) => grade.claims)]),
  };
}

function climb(level: Level, reaches: readonly Reach[]): Step {
  const needs = level.needs.map((need) => toNeed(need, reaches));
  const mandatory = reaches.filter(({ requirement }) => requirement.mandatory).map((one) => needOf(one, 0));
  return { needs, verdict: all([...needs, ...mandatory].map(fulfil)) };
}

function toNeed({ requirement: id, grade }: Level["needs"][number], reaches: readonly Reach[]): Need {
  const found = reaches.find(({ requirement }) => requirement.id === id);
  if (found === undefined) throw new RangeError(`the framework has no requirement ${id}`);
  const rank = grade === undefined ? 0 : found.requirement.grades.findIndex((one) => one.id === grade);
  if (rank === -1) throw new RangeError(`the requirement ${id} has no grade ${grade}`);
  return needOf(found, rank);
}

function needOf({ applies, grades }: Reach, rank: number): Need {
  const proven = grades.indexOf("met");
  const credit = proven === -1 ? 0 : (grades.length - proven) / grades.length;
  return { applies, reached: any(grades.slice(0, rank + 1)), credit };
}

/** Met also while it is open whether the need applies, if it would be met. */
function fulfil({ applies, reached }: Need): Verdict {
  return any([not(applies), reached]);
}

function firstLevel(
  { levels }: Framework,
  verdicts: readonly Verdict[],
  accepts: (verdict: Verdict) => boolean,
): string | null {
  return levels[verdicts.findIndex(accepts)]?.id ?? null;
}

function toRuling({ requirement, applies, grades, listClaims }: Reach): Ruling {
  const claims = listClaims();
  const { id, otherwise } = requirement;
  if (applies === "unmet") return { id, claims, applies: false };
  const ids = [...requirement.grades.map((grade) => grade.id), otherwise];
  const marks = [...grades, all(grades.map(not))];
  const bestGrade = ids[marks.findIndex((mark) => mark !== "unmet")] ?? otherwise;
  if (applies === "unknown") return { id, claims, applies, verdict: "unknown", grade: null, bestGrade };
  return {
    id,
    claims,
    applies: true,
    verdict: marks[0] ?? "unknown",
    grade: ids[marks.indexOf("met")] ?? null,
    bestGrade,
  };
}
