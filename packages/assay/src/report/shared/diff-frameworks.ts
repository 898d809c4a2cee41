/** Rows of what changed in frameworks: the level, and the requirements that did it. */

import type { FrameworkChange, RequirementChange } from "../../model/changes.ts";
import type { Framework, Ruling } from "../../model/types.ts";
import { nameAbout } from "./diff-answers.ts";
import type { Answer, AnswerRow } from "./view.ts";

/** Requirements that a row names; the JSON has all of them. */
const MOST_NAMED = 4;

const MARKS: Readonly<Record<FrameworkChange["change"], Answer>> = {
  raised: "yes",
  lowered: "no",
  "more-shown": "yes",
  "less-shown": "unknown",
  same: "partly",
  other: "partly",
};

/** Frameworks that rule otherwise; readings of one that do so alike share a row. */
export function describeFrameworkChanges(
  changes: readonly FrameworkChange[],
  frameworks: readonly Framework[],
): readonly AnswerRow[] {
  const told = changes.map((change) => ({ change, row: describeChange(change, frameworks) }));
  const groups = Map.groupBy(told, ({ change: { id, version, about }, row }) =>
    JSON.stringify([id, version, about, row.word, row.text]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { id, version, about } = first.change;
    const readings = group.flatMap(({ change: { reading } }) => (reading === undefined ? [] : [reading]));
    const label = [`${id.toUpperCase()} ${version}`, ...(readings.length === 0 ? [] : [readings.join(", ")])].join(" ");
    return [{ ...first.row, label: `${label}${nameAbout(about)}` }];
  });
}

/** The framework lends its words. */
function describeChange(change: FrameworkChange, frameworks: readonly Framework[]): Omit<AnswerRow, "label"> {
  const { id, version, reading, cause, requirements, old, new: next } = change;
  const framework = frameworks.find((one) => one.id === id && one.version === version && one.reading === reading);
  const nameLevel = (level: string | null): string =>
    framework?.levels.find((one) => one.id === level)?.title ?? level ?? "none";
  const [before, after] = [nameLevel(old.level), nameLevel(next.level)];
  const isOpen = change.change === "less-shown" && next.level !== next.ceiling;
  const parts = [
    ...(isOpen ? [`${nameLevel(next.ceiling)} is not ruled out`] : []),
    ...listRequirements(requirements, framework),
  ];
  return {
    answer: MARKS[change.change],
    word: before === after ? before : `${before} → ${after}`,
    text: `${cause === "reading" ? "read: " : ""}${parts.join("; ")}`,
  };
}

/** "met → unmet: weights, paper, +3" for each step that requirements made. */
function listRequirements(
  requirements: readonly RequirementChange[],
  framework: Framework | undefined,
): readonly string[] {
  const steps = Map.groupBy(requirements, ({ old, new: next }) => `${sayRuling(old)} → ${sayRuling(next)}`);
  return [...steps].map(([step, some]) => {
    const labels = some.map(({ id }) => framework?.requirements.find((one) => one.id === id)?.label ?? id);
    const more = labels.length > MOST_NAMED ? `, +${labels.length - MOST_NAMED}` : "";
    return `${step}: ${labels.slice(0, MOST_NAMED).join(", ")}${more}`;
  });
}

function sayRuling(ruling: Ruling): string {
  if (ruling.applies === false) return "does not apply";
  const { verdict, grade } = ruling;
  return grade === null || grade === verdict ? verdict : `${verdict} (${grade})`;
}
