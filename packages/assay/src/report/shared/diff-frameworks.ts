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

/** A framework that rules otherwise; it lends its words. */
export function describeFrameworkChange(change: FrameworkChange, frameworks: readonly Framework[]): AnswerRow {
  const { id, version, reading, about, cause, requirements, old, new: next } = change;
  const framework = frameworks.find((one) => one.id === id && one.version === version && one.reading === reading);
  const nameLevel = (level: string | null): string =>
    framework?.levels.find((one) => one.id === level)?.title ?? level ?? "none";
  const [before, after] = [nameLevel(old.level), nameLevel(next.level)];
  const named = requirements.slice(0, MOST_NAMED).map((one) => sayRequirement(one, framework));
  const more = requirements.length > MOST_NAMED ? `; ${requirements.length - MOST_NAMED} more` : "";
  const isOpen = next.level !== next.ceiling;
  const reach = isOpen && change.change === "less-shown" ? `${nameLevel(next.ceiling)} is not ruled out. ` : "";
  return {
    label: `${id.toUpperCase()} ${version}${reading === undefined ? "" : ` ${reading}`}${nameAbout(about)}`,
    answer: MARKS[change.change],
    word: before === after ? before : `${before} → ${after}`,
    text: `${cause === "reading" ? "read: " : ""}${reach}${named.join("; ")}${more}`,
  };
}

function sayRequirement({ id, old, new: next }: RequirementChange, framework: Framework | undefined): string {
  const label = framework?.requirements.find((one) => one.id === id)?.label ?? id;
  return `${label}: ${sayRuling(old)} → ${sayRuling(next)}`;
}

function sayRuling(ruling: Ruling): string {
  if (ruling.applies === false) return "does not apply";
  const { verdict, grade } = ruling;
  return grade === null || grade === verdict ? verdict : `${verdict} (${grade})`;
}
