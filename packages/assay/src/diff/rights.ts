/** Rights of two releases: what is answered otherwise, and which way it goes for who uses the work. */

import type { ChangeKind, Direction, LicenseChange, RightChange, RightSide } from "../model/changes.ts";
import type { Assessment, Right } from "../model/documents.ts";
import { RIGHTS_QUESTIONS, type RightId } from "../model/rights.ts";
import type { Evidence } from "../model/types.ts";
import type { Causes } from "./cause.ts";

/** What a permission is called, in the singular. */
const PERMISSIONS: Readonly<Record<Exclude<RightId, "name" | "change">, string>> = {
  sell: "commercial use",
  scale: "use at any size",
  country: "use in any country",
  purpose: "use for any lawful purpose",
  service: "offering it as a service",
  outputs: "training on its outputs",
  adapt: "changing it and passing it on",
  "own-terms": "putting changes under one's own terms",
};

/** Answers from the narrowest to the widest, as a permission. */
const RANKS = { no: 0, depends: 1, yes: 2 } as const;

/** What the answers are held against: the evidence, and what the texts themselves say of the change. */
interface Known {
  readonly causes: Causes;
  readonly licenses: readonly LicenseChange[];
}

/** All questions that are answered otherwise, in their order. */
export function diffRights(
  { rights: older }: Pick<Assessment, "rights">,
  { rights: newer }: Pick<Assessment, "rights">,
  { causes, licenses }: Known,
): readonly RightChange[] {
  const before = new Map(older.map((right) => [right.id, right]));
  const order = new Map<string, number>(RIGHTS_QUESTIONS.map(({ id }, n) => [id, n]));
  const rank = ({ id }: Right): number => order.get(id) ?? order.size;
  const isBorneOut = openTexts(licenses, causes);
  return newer
    .toSorted((a, b) => rank(a) - rank(b) || Number(a.id > b.id) - Number(a.id < b.id))
    .flatMap((next) => {
      const old = before.get(next.id);
      const change = old === undefined ? null : diffRight(old, next, causes);
      if (change === null) return [];
      return [change.cause === "release" && !isBorneOut(change) ? { ...change, cause: "reading" as const } : change];
    });
}

/**
 * Whether the texts bear a change out. One word more can turn a licence that is known into a text of which less is known:
 * then the answers differ, and the rights do not. What rests on other files than compared texts is taken as it is.
 */
function openTexts(licenses: readonly LicenseChange[], causes: Causes): (change: RightChange) => boolean {
  const verdicts = new Map<string, LicenseChange["verdict"]>();
  for (const { old, new: next, change, verdict } of licenses) {
    if (change !== "changed" || old === undefined || next === undefined) continue;
    verdicts.set(`old ${old.path}`, verdict);
    verdicts.set(`new ${next.path}`, verdict);
  }
  return (change) => {
    const found = causes.differing({ old: change.old.evidence, new: change.new.evidence });
    const all = [...keysOf("old", found.old), ...keysOf("new", found.new)].map((key) => verdicts.get(key));
    return all.length === 0 || all.some((verdict) => verdict === undefined || canBear(verdict, change));
  };
}

function keysOf(side: "old" | "new", evidence: readonly Evidence[]): readonly string[] {
  return evidence.map(({ at }) => ("path" in at ? `${side} ${at.path}` : ""));
}

function canBear(verdict: LicenseChange["verdict"], { direction }: RightChange): boolean {
  if (verdict === "same") return false;
  if (verdict === "wider") return direction !== "narrower";
  return verdict !== "narrower" || direction !== "wider";
}

function diffRight(older: Right, newer: Right, causes: Causes): RightChange | null {
  const kind = kindOf(older, newer, causes);
  if (kind === null) return null;
  const [old, next] = [describe(older, causes, "old"), describe(newer, causes, "new")];
  const cause = causes.causeOf(kind, { old: old.evidence, new: next.evidence });
  const direction = kind === "changed" ? directionOf(newer.id, old, next) : "other";
  const message = sayChange({ id: newer.id, kind, old, new: next });
  return { id: newer.id, question: newer.question, kind, cause, direction, message, old, new: next };
}

function describe(right: Right, causes: Causes, side: "old" | "new"): RightSide {
  const { answer, because, conditional } = right;
  const evidence = causes.cite(side, right.evidence);
  if (conditional === undefined) return { answer, because, evidence };
  return { ...conditional, conditional: true, evidence };
}

/** What kind of change it is; null where there is none. Reasons in other words are none, unless the answer rests on them. */
function kindOf(older: Right, newer: Right, causes: Causes): ChangeKind | null {
  const [old, next] = [answerOf(older), answerOf(newer)];
  const [wasIf, isIf] = [older.conditional !== undefined, newer.conditional !== undefined];
  if (wasIf !== isIf && old !== "unknown" && next !== "unknown") return wasIf ? "now-known" : "no-longer-known";
  if (old === next) return old === "depends" && !isSameReason(older, newer, causes) ? "changed" : null;
  if (old === "unknown") return "now-known";
  return next === "unknown" ? "no-longer-known" : "changed";
}

function answerOf({ answer, conditional }: Right): Right["answer"] {
  return conditional?.answer ?? answer;
}

/** A reason names the first of its clauses only: all of them count, in whichever order. */
function isSameReason(older: Right, newer: Right, causes: Causes): boolean {
  const clauses = (right: Right, side: "old" | "new"): string => {
    const told = causes.cite(side, right.evidence).flatMap(({ code, message }) => (code === "term" ? [message] : []));
    return [...new Set(told.length === 0 ? [right.conditional?.because ?? right.because] : told)].sort().join("\n");
  };
  return clauses(older, "old") === clauses(newer, "new");
}

function directionOf(id: string, old: RightSide, next: RightSide): Direction {
  if (old.answer === "unknown" || next.answer === "unknown") return "other";
  const step = RANKS[next.answer] - RANKS[old.answer];
  const isPermission = RIGHTS_QUESTIONS.find((question) => question.id === id)?.isPermission ?? true;
  const way = isPermission ? step : -step;
  if (way === 0) return "other";
  return way > 0 ? "wider" : "narrower";
}

interface Said extends Pick<RightChange, "id" | "kind" | "old" | "new"> {}

interface Said extends Pick<RightChange, "id" | "kind" | "old" | "new"> {}

/** "commercial use was allowed and is not any more: …" */
function sayChange({ id, kind, old, new: next }: Said): string {
  const name = nameOf(id);
  const words = WORDS[id === "name" || id === "change" ? id : "permission"];
  const hidden = old.conditional || next.conditional ? ", by the terms that stand here" : "";
  const why = next.because === "" ? "" : `: ${next.because}`;
  if (kind === "now-known") return `${name} ${words.is[next.answer]}${hidden}, which was not known before${why}`;
  if (kind === "no-longer-known")
    return `${name} ${words.was[old.answer]}${hidden}; whether that still holds is not known${why}`;
  if (old.answer === next.answer) return `${name} depends on other conditions${hidden}${why}`;
  return `${name} ${words.was[old.answer]} and ${sayNow(old, next, words)}${hidden}${why}`;
}

function nameOf(id: string): string {
  if (id === "name") return "showing its name";
  if (id === "change") return "a change or an end of the terms";
  return isPermission(id) ? PERMISSIONS[id] : id;
}

function isPermission(id: string): id is keyof typeof PERMISSIONS {
  return Object.hasOwn(PERMISSIONS, id);
}

type Words = Readonly<Record<"was" | "is", Readonly<Record<RightSide["answer"], string>>>>;

function say(word: string): Words {
  const open = { depends: "depended on conditions", unknown: "was not known" };
  return {
    was: { yes: `was ${word}`, no: `was not ${word}`, ...open },
    is: { yes: `is ${word}`, no: `is not ${word}`, depends: "depends on conditions", unknown: "is not known" },
  };
}

/** Words of an answer: for permissions, for the duty to show a name, for the risk that terms change. */
const WORDS: Readonly<Record<"permission" | "name" | "change", Words>> = {
  permission: say("allowed"),
  name: say("demanded"),
  change: say("possible"),
};

function sayNow({ answer: before }: RightSide, { answer }: RightSide, words: Words): string {
  if (answer === "depends") return `now ${words.is.depends}`;
  if (before === "depends") return words.is[answer].replace(/^is /, "is now ");
  return answer === "yes" ? "is now" : "is not any more";
}
