/** One line per framework: the level, and what the next one asks for. */

import type { Assessment } from "../../model/documents.ts";
import type { Framework, FrameworkResult, Level, Requirement } from "../../model/types.ts";
import type { AnswerRow } from "./view.ts";

/** Lines of the frameworks that the assessment was ruled by; readings that agree share one. */
export function describeFrameworks(
  assessment: Pick<Assessment, "frameworks">,
  frameworks: readonly Framework[],
): readonly AnswerRow[] {
  const rows = new Map<string, AnswerRow & { readonly readings: readonly string[] }>();
  for (const result of assessment.frameworks.filter(({ about }) => about === "*")) {
    const framework = frameworks.find((candidate) => isSame(candidate, result));
    if (framework === undefined) continue;
    const label = `${framework.id.toUpperCase()} ${framework.version}`;
    const row = describe(framework, result);
    const key = [label, row.word, row.text].join("\n");
    const readings = [
      ...(rows.get(key)?.readings ?? []),
      ...(framework.reading === undefined ? [] : [framework.reading]),
    ];
    rows.set(key, { ...row, label, readings });
  }
  return [...rows.values()].map(({ readings, ...row }) =>
    readings.length === 0 ? row : { ...row, label: `${row.label} ${readings.join(", ")}` },
  );
}

/** What one model reaches in the first framework: "MOF Class III"; null where it was ruled by none. */
export function describeLevel(
  { frameworks: results }: Pick<Assessment, "frameworks">,
  frameworks: readonly Framework[],
  about: string,
): Pick<AnswerRow, "answer" | "word"> | null {
  const isAsked = (result: FrameworkResult): boolean => frameworks.some((candidate) => isSame(candidate, result));
  const result = results.find((candidate) => candidate.about === about && isAsked(candidate));
  const framework = result && frameworks.find((candidate) => isSame(candidate, result));
  if (result === undefined || framework === undefined) return null;
  const { answer, word } = describe(framework, result);
  return { answer, word: `${framework.id.toUpperCase()} ${word ?? answer}` };
}

/** Whether a result is of this framework: id, version and reading. */
export function isSame(framework: Framework, result: FrameworkResult): boolean {
  return framework.id === result.id && framework.version === result.version && framework.reading === result.reading;
}

function describe(framework: Framework, result: FrameworkResult): Omit<AnswerRow, "label"> {
  const reached = framework.levels.findIndex(({ id }) => id === result.level);
  const level = framework.levels[reached];
  const next = reached < 0 ? framework.levels.at(-1) : framework.levels[reached - 1];
  const text = next === undefined ? "" : describeMissing(framework, result, next);
  const hasOneLevel = framework.levels.length === 1;
  if (level !== undefined) return { answer: "yes", word: hasOneLevel ? "met" : level.title, text };
  if (result.verdict === "unknown") return { answer: "unknown", word: "unknown", text };
  return { answer: "no", word: hasOneLevel ? "unmet" : "no level", text };
}

/** "for Class II: missing: evaluation code, evaluation data; not settled: paper". */
function describeMissing(framework: Framework, result: FrameworkResult, level: Level): string {
  const missing: string[] = [];
  const unknown: string[] = [];
  for (const { requirement: id, grade } of level.needs) {
    const ruling = result.requirements.find((candidate) => candidate.id === id);
    const requirement = framework.requirements.find((candidate) => candidate.id === id);
    if (ruling === undefined || requirement === undefined || !ruling.applies) continue;
    const needed = rankOf(requirement, grade ?? requirement.grades[0].id);
    if (rankOf(requirement, ruling.grade) <= needed && ruling.applies === true) continue;
    const isPossible = ruling.applies === "unknown" || rankOf(requirement, ruling.bestGrade) <= needed;
    (isPossible ? unknown : missing).push(requirement.label);
  }
  const parts = [
    ...(missing.length > 0 ? [`missing: ${missing.join(", ")}`] : []),
    ...(unknown.length > 0 ? [`not settled: ${unknown.join(", ")}`] : []),
  ];
  const prefix = framework.levels.length === 1 ? "" : `for ${level.title}: `;
  return parts.length === 0 ? "" : prefix + parts.join("; ");
}

/** Rank of a grade, best 0; what is no grade of the requirement (its `otherwise`, or none yet) ranks behind all. */
function rankOf({ grades }: Requirement, grade: string | null): number {
  const rank = grades.findIndex(({ id }) => id === grade);
  return rank < 0 ? grades.length : rank;
}
