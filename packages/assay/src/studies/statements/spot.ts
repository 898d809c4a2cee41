/** A place in a sentence where something is called open, and what is said there. */

import type { Calling, OpenPart } from "../../model/statements.ts";
import type { Names } from "./names.ts";
import { partOf } from "./nouns.ts";
import { FULLY_ENDING, PHRASE_END } from "./words.ts";

/** What a sentence says. */
export interface Said {
  readonly calling: Calling;
  readonly about: "this" | "other";
  readonly parts: readonly [OpenPart, ...OpenPart[]];
  readonly isUpstream: boolean;
  /** The words that name what is called so. */
  readonly subject: string;
  /** The words that call it open, as they stand in the plain sentence. */
  readonly words: string;
}

/** A place where a sentence has words of openness. */
export interface Spot {
  readonly names: Names;
  readonly words: string;
  readonly kind: "source" | "fully" | "weights";
  /** The clause before and behind them. */
  readonly before: string;
  readonly behind: string;
  /** The clauses before that one. */
  readonly above: string;
  /** The noun phrase that they belong to, as far as it stands behind them. */
  readonly phrase: string;
  /** Whether it stands in a paragraph by which a page introduces itself. */
  readonly isIntroduction: boolean;
}

/** What is asked of a sentence. */
export interface Asked {
  readonly names: Names;
  readonly isIntroduction: boolean;
}

/** Where a clause ends: what is denied in one is not denied in the next. */
const CLAUSE = /[;:—–；：。]|, (?:but|while|whereas|although|though|aber|sondern|mais|pero|maar|sino)(?![\p{L}])/giu;

/** Looks at one of its words of openness. */
export function look(plain: string, match: RegExpExecArray, { names, isIntroduction }: Asked): Spot {
  const [words] = match;
  const at = match.index;
  const cuts = [...plain.matchAll(CLAUSE)];
  const from = cuts.reduce((last, cut) => (cut.index < at ? cut.index + cut[0].length : last), 0);
  const to = cuts.find((cut) => cut.index >= at + words.length)?.index ?? plain.length;
  const behind = plain.slice(at + words.length, to);
  const before = plain.slice(from, at).trimStart();
  return {
    names,
    words,
    kind: kindOf(match.groups),
    before,
    behind,
    above: plain.slice(0, from),
    phrase: phraseOf(continued(before, behind)),
    isIntroduction,
  };
}

/** "an open-source, small model": behind an article the noun is still to come. */
function continued(before: string, behind: string): string {
  const isOpen = /(?<![\p{L}])(?:an?|een|eine?|une?|un|una) ?$/iu.test(before);
  return isOpen ? behind.replace(/^,? ?(?:and |und |et |y |en )?/iu, " ") : behind;
}

function kindOf(groups: RegExpExecArray["groups"]): Spot["kind"] {
  if (groups?.weights !== undefined) return "weights";
  return groups?.fully === undefined ? "source" : "fully";
}

/** The noun phrase at the beginning of a stretch. */
export function phraseOf(behind: string): string {
  // "Open-Source-Modell", "opensourcetaalmodel": one word with the noun in it.
  const compound = /^-?[\p{L}\p{N}-]+/u.exec(behind)?.[0];
  if (compound !== undefined) return compound.replace(/^-/, "");
  const end = PHRASE_END.exec(behind)?.index ?? behind.length;
  return behind.slice(0, Math.min(end, LONGEST_PHRASE)).trim();
}

/** Noun phrases are shorter, in UTF-16 units. */
const LONGEST_PHRASE = 80;

/** Says of one part that it is called so. */
export function say(spot: Spot, subject: string, part: OpenPart): Said {
  return saying(spot, subject, [part === "code" ? codePart(spot, subject) : part]);
}

function codePart({ phrase }: Spot, subject: string): OpenPart {
  const part = partOf(`${subject} ${phrase}`);
  return part === "training-code" || part === "inference-code" || part === "evaluation-code" ? part : "code";
}

/** What is said of the parts: about the release unless its subject names another. */
export function saying({ before, words, kind, names }: Spot, subject: string, parts: Said["parts"]): Said {
  const about = names.isForeign(subject) && !names.isOwn(subject) ? "other" : "this";
  const isFully = kind === "fully" || FULLY_ENDING.test(before);
  return { calling: callingOf(kind, isFully), about, parts, isUpstream: false, subject, words };
}

function callingOf(kind: Spot["kind"], isFully: boolean): Calling {
  if (kind === "weights") return "open-weights";
  return isFully ? "fully-open" : "open-source";
}
