/** Where frameworks come to different verdicts, and which requirements make the difference. */

import type { Assessment } from "../../model/documents.ts";
import type { Condition, Framework, FrameworkResult, Requirement } from "../../model/types.ts";
import { failsByLicense, isSame, labelOf, nameSome } from "./framework-rows.ts";
import type { AnswerRow, Block } from "./view.ts";

/** Requirements that a row names. */
const MOST_NAMED = 4;

interface Ruled {
  readonly framework: Framework;
  readonly result: FrameworkResult;
}

/** A block with a row for each framework that says no where others say yes; none where all agree. */
export function explainDifferences(
  { frameworks: results }: Pick<Assessment, "frameworks">,
  frameworks: readonly Framework[],
): readonly Block[] {
  const ruled = results
    .filter(({ about }) => about === "*")
    .flatMap((result): readonly Ruled[] => {
      const framework = frameworks.find((candidate) => isSame(candidate, result));
      // Who counts what is shown gives no verdict that others could differ from.
      return framework === undefined || framework.progress === "share" || framework.progress === "grades"
        ? []
        : [{ framework, result }];
    });
  const reached = ruled.filter(({ result }) => result.level !== null);
  const denied = ruled.filter(({ result }) => result.verdict === "unmet");
  if (reached.length === 0 || denied.length === 0) return [];
  const asked = new Set(reached.flatMap(listReachedClaims));
  const names = [...new Set(reached.map(nameLevel))].join(", ");
  const yes: AnswerRow = { label: "Reached", answer: "yes", text: names };
  const rows = [yes, ...mergeReadings(denied.map((one) => explain(one, asked)))];
  return [{ kind: "answers", title: "Where the frameworks differ", marks: false, rows }];
}

function explain({ framework, result }: Ruled, asked: ReadonlySet<string>): AnswerRow {
  const all = listFailed({ framework, result });
  const licensed = all.filter(({ id }) => {
    const ruling = result.requirements.find((one) => one.id === id);
    return ruling !== undefined && failsByLicense(ruling);
  });
  const failed = all.filter((requirement) => !licensed.includes(requirement));
  const more = failed.filter((requirement) => listClaims(requirement).some((claim) => !asked.has(claim)));
  const strict = failed.filter((requirement) => !more.includes(requirement));
  const parts = [
    ...(more.length > 0 ? [`it asks for more: ${nameSome(labelsOf(more), MOST_NAMED)}`] : []),
    ...(licensed.length > 0 ? [`it does not accept the licence of: ${nameSome(labelsOf(licensed), MOST_NAMED)}`] : []),
    ...(strict.length > 0 ? [`it asks more strictly: ${nameSome(labelsOf(strict), MOST_NAMED)}`] : []),
  ];
  const only = framework.levels.length === 1;
  return {
    label: `${labelOf(framework)} ${framework.version}`,
    answer: "no",
    word: only ? "unmet" : "no level",
    text: parts.join("; "),
  };
}

/** Readings of one framework that say the same share a row. */
function mergeReadings(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  return rows.filter(
    (row, index) => rows.findIndex(({ label, text }) => label === row.label && text === row.text) === index,
  );
}

/** Requirements of the lowest level that are unmet. */
function listFailed({ framework, result }: Ruled): readonly Requirement[] {
  const needed = new Set(framework.levels.at(-1)?.needs.map(({ requirement }) => requirement) ?? []);
  return framework.requirements.filter(({ id, mandatory }) => {
    const ruling = result.requirements.find((one) => one.id === id);
    const isAsked = needed.has(id) || mandatory === true;
    return isAsked && ruling?.applies === true && ruling.verdict === "unmet";
  });
}

/** Claims that the reached level asked for. */
function listReachedClaims({ framework, result }: Ruled): readonly string[] {
  const level = framework.levels.find(({ id }) => id === result.level);
  const needed = new Set(level?.needs.map(({ requirement }) => requirement) ?? []);
  return framework.requirements.filter(({ id }) => needed.has(id)).flatMap(listClaims);
}

function listClaims({ grades }: Requirement): readonly string[] {
  return grades.flatMap(({ when }) => claimsOf(when));
}

function claimsOf(condition: Condition): readonly string[] {
  if ("claim" in condition) return [condition.claim];
  if ("all" in condition) return condition.all.flatMap(claimsOf);
  if ("any" in condition) return condition.any.flatMap(claimsOf);
  return "count" in condition ? condition.count.flatMap(claimsOf) : claimsOf(condition.not);
}

function labelsOf(requirements: readonly Requirement[]): readonly string[] {
  return requirements.map(({ label }) => label);
}

function nameLevel({ framework, result }: Ruled): string {
  const level = framework.levels.find(({ id }) => id === result.level);
  const title = framework.levels.length === 1 ? "met" : (level?.title ?? "");
  return `${labelOf(framework)} ${title}`;
}
