/** Rows of what changed: rights and parts, each with the evidence of both sides. */

import type { ComponentChange, DiffDocument, RightChange } from "../../model/changes.ts";
import { DOUBT_WORDS } from "../../model/doubts.ts";
import type { Evidence } from "../../model/types.ts";
import { AGREEMENT_WORDS } from "./agreements.ts";
import { openExhibits } from "./exhibits.ts";
import { firstPlace } from "./places.ts";
import type { Answer, AnswerRow } from "./view.ts";

type Sides = Readonly<Record<"old" | "new", readonly Evidence[]>>;

/** Evidence of both sides, the newer first, and the first place of it. */
export function exhibitSides(
  { old, new: next }: Sides,
  document: Pick<DiffDocument, "old" | "new">,
): Pick<AnswerRow, "place" | "evidence"> {
  const show = (evidence: readonly Evidence[], origins: DiffDocument["old"]["origins"], word: string) =>
    openExhibits({ evidence, origins })(evidence.map(({ id }) => id)).map((one) => ({
      ...one,
      text: `${word}: ${one.text}`,
    }));
  const evidence = [...show(next, document.new.origins, "now"), ...show(old, document.old.origins, "before")];
  const place = placeOf(next) ?? placeOf(old);
  return { ...(place !== undefined && { place }), ...(evidence.length > 0 && { evidence }) };
}

function placeOf(evidence: readonly Evidence[]): string | undefined {
  return firstPlace(
    evidence,
    evidence.map(({ id }) => id),
  );
}

/** A model's own answer is told with its name. */
export function nameAbout(about: string): string {
  return about === "*" ? "" : ` of ${about}`;
}

const RIGHT_MARKS: Readonly<Record<RightChange["direction"], Answer>> = {
  wider: "yes",
  narrower: "no",
  other: "partly",
};

/** A question about rights that is answered otherwise. */
export function describeRightChange(change: RightChange, document: DiffDocument): AnswerRow {
  const { question, kind, cause, direction, old, new: next } = change;
  return {
    label: question,
    answer: kind === "no-longer-known" ? "unknown" : RIGHT_MARKS[direction],
    word: `${sayAnswer(old)} → ${sayAnswer(next)}`,
    text: cause === "reading" ? `read: ${next.because}` : next.because,
    ...exhibitSides({ old: old.evidence, new: next.evidence }, document),
  };
}

/** In brackets where the terms are not known to be those of the weights. */
function sayAnswer({ answer, conditional }: RightChange["old"]): string {
  return conditional ? `(${answer})` : answer;
}

const STEPS: Readonly<Record<NonNullable<ComponentChange["presence"]>["change"], readonly [Answer, string]>> = {
  added: ["yes", "added"],
  removed: ["no", "removed"],
  "now-shown": ["yes", "now shown"],
  "no-longer-shown": ["unknown", "no longer shown"],
  "now-denied": ["no", "said not to be released"],
  "no-longer-denied": ["unknown", "not denied any more"],
};

/** Parts that differ; those of which the same is to be said share a row. */
export function describeComponents(document: DiffDocument): readonly AnswerRow[] {
  const rows = document.components.map((one) => describeComponent(one, document));
  const groups = Map.groupBy(rows, ({ answer, word, text }) => JSON.stringify([answer, word, text]));
  return [...groups.values()].flatMap((group): readonly AnswerRow[] => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group;
    const { place: _, ...row } = first;
    const names = group.map(({ label }) => label.toLowerCase()).join(", ");
    const text = first.text === "" ? names : `${first.text}: ${names}`;
    return [
      {
        ...row,
        label: `${group.length} parts`,
        text,
        evidence: group.flatMap(({ evidence = [] }) => evidence.slice(0, 1)),
      },
    ];
  });
}

function describeComponent(change: ComponentChange, document: DiffDocument): AnswerRow {
  const { name, about, cause, presence, licenses, access, agreement, evidence } = change;
  const [answer, word] = presence === undefined ? (["partly", "changed"] as const) : STEPS[presence.change];
  const parts = [
    ...(presence?.new.because === undefined ? [] : [DOUBT_WORDS[presence.new.because]]),
    ...(licenses === undefined ? [] : [`${licenses.old.join(" and ")} → ${licenses.new.join(" and ")}`]),
    ...(access === undefined ? [] : [`access: ${access.old ?? "not said"} → ${access.new ?? "not said"}`]),
    // Another licence is held against another text: that it agrees otherwise says little more.
    ...(agreement === undefined || licenses !== undefined
      ? []
      : [`what is declared: ${sayAgreement(agreement.old)} → ${sayAgreement(agreement.new)}`]),
  ];
  return {
    label: `${name}${nameAbout(about)}`,
    answer,
    word: cause === "reading" && presence?.change === "now-shown" ? "now read" : word,
    text: parts.join("; "),
    ...exhibitSides(evidence, document),
  };
}

function sayAgreement(agreement: NonNullable<ComponentChange["agreement"]>["old"]): string {
  return agreement === null ? "nothing to hold it against" : AGREEMENT_WORDS[agreement];
}
