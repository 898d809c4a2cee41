/** A locked release beside what it is now: what the default policy minds, and what became of it. */

import type { CheckDocument, CheckedTarget, LockedTarget, MindedId, MindedResult } from "../model/changes.ts";
import type { Tool } from "../model/documents.ts";
import { type CompareLocked, lookAtLicenses } from "./check-licenses.ts";
import { lookAtRights } from "./check-rights.ts";
import { lookAtWeights } from "./check-weights.ts";
import type { Sentence, Weight } from "./sentence.ts";

/** A locked release as it is now, or why it could not be read. */
export type Present = { readonly now: LockedTarget } | { readonly refusal: string };

/** What looks for something that is minded. */
type Look = (old: LockedTarget, now: LockedTarget, compare: CompareLocked) => readonly Sentence[];

/** What the default policy minds, in the order in which it is told. */
const MINDED: Readonly<Record<MindedId, Look>> = {
  rights: lookAtRights,
  licenses: lookAtLicenses,
  weights: lookAtWeights,
  findings: lookAtFindings,
  reading: lookAtGaps,
};
const IDS = Object.keys(MINDED) as readonly MindedId[];

/** Checks one release. */
export function checkLocked(old: LockedTarget, present: Present, compare: CompareLocked): CheckedTarget {
  const { target, name, revision } = old;
  if ("refusal" in present) {
    const results = [{ id: "reading", outcome: "unsettled", reasons: [present.refusal], notes: [] }] as const;
    return { target, name, outcome: "unsettled", revision: { old: revision, new: null }, results };
  }
  const { now } = present;
  const isReadOtherwise = old.revision === now.revision && old.ruleset !== now.ruleset;
  const results = IDS.map((id) => {
    const words = MINDED[id](old, now, compare);
    return settle(id, isReadOtherwise && OF_READING.has(id) ? words.map(doubt) : words);
  });
  return { target, name, outcome: worst(results), revision: { old: revision, new: now.revision }, results };
}

/** Puts the checks of all releases together. */
export function concludeCheck(targets: readonly CheckedTarget[], tool: Tool): CheckDocument {
  return {
    schema: "https://openassay.org/schemas/check/v1.json",
    tool,
    policy: "default",
    outcome: worst(targets),
    targets,
  };
}

/** What follows from how texts are read. */
const OF_READING: ReadonlySet<MindedId> = new Set(["rights", "licenses"]);

/** The same files read by other rules: which reading is right, nobody has settled. */
function doubt([weight, words]: Sentence): Sentence {
  if (weight !== "fails") return [weight, words];
  return ["open", `${words} (the same files, read by other rules than when they were locked)`];
}

function settle(id: MindedId, sentences: readonly Sentence[]): MindedResult {
  const all = (weight: Weight): readonly string[] =>
    sentences.flatMap(([one, words]) => (one === weight ? [words] : []));
  const [fails, open, notes] = [all("fails"), all("open"), all("note")];
  if (fails.length > 0) return { id, outcome: "fails", reasons: [...fails, ...open], notes };
  return { id, outcome: open.length > 0 ? "unsettled" : "holds", reasons: open, notes };
}

/** A failure is settled whatever else is open. */
function worst(all: readonly Pick<MindedResult, "outcome">[]): MindedResult["outcome"] {
  const outcomes = new Set(all.map(({ outcome }) => outcome));
  if (outcomes.has("fails")) return "fails";
  return outcomes.has("unsettled") ? "unsettled" : "holds";
}

function lookAtFindings(old: LockedTarget, now: LockedTarget): readonly Sentence[] {
  const known = new Set(old.findings.map(keyOfFinding));
  return now.findings.flatMap((finding): readonly Sentence[] => {
    const { rule, code, path, severity } = finding;
    const isOld = known.has(keyOfFinding(finding));
    const words = `${severity}: ${code}${path === undefined ? "" : ` in ${path}`} (${rule})`;
    if (severity === "error") return [["fails", isOld ? `${words}, as when it was locked` : words]];
    return severity === "warning" && !isOld ? [["note", words]] : [];
  });
}

function keyOfFinding({ rule, code, path }: LockedTarget["findings"][number]): string {
  return JSON.stringify([rule, code, path]);
}

/** What could be looked at when it was locked, and cannot now. */
function lookAtGaps(old: LockedTarget, now: LockedTarget): readonly Sentence[] {
  const known = new Set(old.gaps.map(keyOfGap));
  return now.gaps
    .filter((gap) => !known.has(keyOfGap(gap)))
    .map(({ path, code }) => ["open", `${path === "" ? "a place" : path} could not be looked at: ${code}`]);
}

function keyOfGap({ path, stage, code }: LockedTarget["gaps"][number]): string {
  return JSON.stringify([path, stage, code]);
}
