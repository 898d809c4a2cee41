/** One line per framework: the level, and what the next one asks for. */

import type { Assessment } from "../../model/documents.ts";
import type { Framework, FrameworkResult, Level, Requirement, Ruling } from "../../model/types.ts";
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
    const label = `${labelOf(framework)} ${framework.version}`;
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
  return { answer, word: `${labelOf(framework)} ${word ?? answer}` };
}

/** What a framework is called in a row: "MOF". */
export function labelOf({ id, label }: Framework): string {
  return label ?? id.toUpperCase();
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
  const [only] = framework.levels;
  const isCounted = hasOneLevel && framework.progress !== undefined;
  const counted = isCounted ? countNeeds(framework, result, only) : undefined;
  if (result.verdict === "unknown") return { answer: "unknown", word: counted ?? "unknown", text };
  return { answer: "no", word: counted ?? (hasOneLevel ? "unmet" : "no level"), text };
}

/** "4.5 of 12": what is proven of the needs that apply or may apply, a lesser grade in part where grades count. */
function countNeeds({ requirements, progress }: Framework, result: FrameworkResult, { needs }: Level): string {
  const points = needs.flatMap(({ requirement: id }): readonly number[] => {
    const ruling = result.requirements.find((candidate) => candidate.id === id);
    const requirement = requirements.find((candidate) => candidate.id === id);
    if (ruling === undefined || requirement === undefined || !ruling.applies) return [];
    const many = requirement.grades.length;
    const credit = (many - rankOf(requirement, ruling.grade)) / many;
    return [progress === "grades" ? credit : Math.floor(credit)];
  });
  const proven = points.reduce((sum, point) => sum + point, 0);
  return `${Number(proven.toFixed(1))} of ${points.length}`;
}

/** Labels that a row names: of what is missing, and of what is open. The pages list every requirement. */
const MOST_MISSING = 4;
const MOST_OPEN = 2;

/** The first of some labels, and how many more there are. */
export function nameSome(labels: readonly string[], most: number): string {
  const more = labels.length - most;
  // To count one more takes as much room as its name.
  return more > 1 ? `${labels.slice(0, most).join(", ")} and ${more} more` : labels.join(", ");
}

/** Whether a part is there, and only its licence keeps a demand from being met. */
export function failsByLicense({ claims }: Ruling): boolean {
  return claims.length > 0 && claims.every((claim) => claim.endsWith(".license"));
}

/** What keeps a need from being met, in the order in which it is told, and how many are named. */
const LACKS = [
  ["missing", MOST_MISSING],
  ["only in part", MOST_MISSING],
  ["not under an accepted licence", MOST_MISSING],
  ["not settled", MOST_OPEN],
] as const;
type Lack = (typeof LACKS)[number][0];

/** "for Class II: missing: evaluation code; not under an accepted licence: model card; not settled: paper". */
function describeMissing(framework: Framework, result: FrameworkResult, level: Level): string {
  const lacking = new Map<Lack, string[]>();
  for (const { requirement: id, grade } of level.needs) {
    const ruling = result.requirements.find((candidate) => candidate.id === id);
    const requirement = framework.requirements.find((candidate) => candidate.id === id);
    if (ruling === undefined || requirement === undefined) continue;
    const lack = findLack(requirement, ruling, grade);
    if (lack !== null) lacking.set(lack, [...(lacking.get(lack) ?? []), requirement.label]);
  }
  const parts = LACKS.flatMap(([lack, most]) => {
    const labels = lacking.get(lack);
    return labels === undefined ? [] : [`${lack}: ${nameSome(labels, most)}`];
  });
  const prefix = framework.levels.length === 1 ? "" : `for ${level.title}: `;
  return parts.length === 0 ? "" : prefix + parts.join("; ");
}

/** Null where the need is met, or does not apply. */
function findLack(requirement: Requirement, ruling: Ruling, grade: string | undefined): Lack | null {
  if (!ruling.applies) return null;
  const needed = rankOf(requirement, grade ?? requirement.grades[0].id);
  if (rankOf(requirement, ruling.grade) <= needed && ruling.applies === true) return null;
  if (ruling.applies === "unknown" || rankOf(requirement, ruling.bestGrade) <= needed) return "not settled";
  if (rankOf(requirement, ruling.bestGrade) < requirement.grades.length) return "only in part";
  return failsByLicense(ruling) ? "not under an accepted licence" : "missing";
}

/** Rank of a grade, best 0; what is no grade of the requirement (its `otherwise`, or none yet) ranks behind all. */
function rankOf({ grades }: Requirement, grade: string | null): number {
  const rank = grades.findIndex(({ id }) => id === grade);
  return rank < 0 ? grades.length : rank;
}
