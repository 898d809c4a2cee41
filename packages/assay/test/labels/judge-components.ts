/** Holds what an assessment says of the components of a release against the labels, as README.md counts. */

import { COMPONENTS } from "../../src/model/components.ts";
import type { Assessment, ComponentEntry } from "../../src/model/documents.ts";
import { type ComponentLabel, covers, type LabelState, type ReleaseLabels } from "./read-labels.ts";

/** `missed` is unknown where the label is settled, `wrong` is all that differs else. */
export type Judgement = "right" | "missed" | "wrong" | "left-out";

/** One component of one release, as it was judged. */
export interface Judged {
  readonly release: string;
  readonly component: string;
  readonly label: LabelState;
  readonly said: LabelState;
  readonly judgement: Judgement;
  /** Files that are something else, and links that lead to something else. */
  readonly strays: readonly string[];
  /** Files that have to be found and were not. */
  readonly lacking: readonly string[];
}

/** How many answers were right of those that were given, and of those that could be given. */
export interface Count {
  /** Settled answers (present, elsewhere, absent) that are judged, and those of them that are right in all they name. */
  readonly settled: number;
  readonly right: number;
  /** Components that the release settles and that are judged, and those that were found so. */
  readonly shown: number;
  readonly found: number;
  /** Answers that a component is absent though the release does not say so. */
  readonly wrongAbsences: number;
  readonly leftOut: number;
}

/** Judges every component of a release. */
export function judgeRelease(labels: ReleaseLabels, assessment: Assessment): readonly Judged[] {
  return COMPONENTS.map(({ id }) => {
    const label = labels.components[id];
    const entry = unite(assessment.components.filter((one) => one.id === id));
    if (label === undefined || entry === undefined) throw new RangeError(`${labels.release} has no ${id}`);
    const said = stateOf(entry);
    return {
      release: labels.release,
      component: id,
      label: label.state,
      said,
      judgement: judge(label, said),
      strays: said === "unknown" ? [] : listStrays(label, entry, assessment),
      lacking: said === "present" && label.state === "present" ? listLacking(label, entry) : [],
    };
  });
}

/** A label is about all that lies in the release: what is there of one of its models is there. */
export function unite(entries: readonly ComponentEntry[]): ComponentEntry | undefined {
  const whole = entries.find(({ about }) => about === "*");
  const shown = entries.filter(({ present }) => present === true);
  if (whole === undefined || whole.present === true || shown.length === 0) return whole;
  const { because: _open, ...rest } = whole;
  return {
    ...rest,
    present: true,
    artifacts: [...new Set(shown.flatMap(({ artifacts }) => artifacts))],
    evidence: [...new Set(shown.flatMap(({ evidence }) => evidence))],
  };
}

/** Adds the judged components up. */
export function count(judged: readonly Judged[]): Count {
  const kept = judged.filter(({ judgement }) => judgement !== "left-out");
  const settled = judged.filter(
    ({ said, judgement, strays }) => said !== "unknown" && (judgement !== "left-out" || strays.length > 0),
  );
  const shown = kept.filter(({ label }) => label !== "unknown");
  return {
    settled: settled.length,
    right: settled.filter(({ judgement, strays }) => judgement === "right" && strays.length === 0).length,
    shown: shown.length,
    found: shown.filter(({ judgement, lacking }) => judgement === "right" && lacking.length === 0).length,
    wrongAbsences: judged.filter(({ said, judgement }) => said === "absent" && judgement === "wrong").length,
    leftOut: judged.length - kept.length,
  };
}

function stateOf({ present, because }: ComponentEntry): LabelState {
  if (present === "unknown") return because === "elsewhere" ? "elsewhere" : "unknown";
  return present ? "present" : "absent";
}

function judge({ state, alternatives = [] }: ComponentLabel, said: LabelState): Judgement {
  if (said === state) return "right";
  if (alternatives.includes(said)) return "left-out";
  return said === "unknown" ? "missed" : "wrong";
}

function listStrays(label: ComponentLabel, { artifacts, evidence }: ComponentEntry, known: Assessment): string[] {
  const { never = [], neverTo = [] } = label;
  const quotes = known.evidence.flatMap(({ id, quote }) => (evidence.includes(id) && quote !== undefined ? quote : []));
  return [
    ...artifacts.filter((path) => covers(never, path)),
    ...neverTo.filter((address) => quotes.some((quote) => quote.includes(address))),
  ];
}

function listLacking({ must = [], anyOf = [] }: ComponentLabel, { artifacts }: ComponentEntry): string[] {
  const isFound = (path: string): boolean => artifacts.some((found) => covers([path], found));
  const lacking = must.filter((path) => !isFound(path));
  return anyOf.length > 0 && !anyOf.some(isFound) ? [...lacking, ...anyOf] : lacking;
}
