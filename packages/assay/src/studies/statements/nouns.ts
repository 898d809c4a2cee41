/** Nouns of a sentence: what of a release they name. */

import type { OpenPart } from "../../model/statements.ts";
import type { Names } from "./names.ts";
import { CODES, NOUNS, PHRASE_END } from "./words.ts";

/** What a noun is a name of. */
export type Noun = (typeof NOUNS)[number][0];

/** What the last noun of a phrase is a name of. */
export function nounOf(phrase: string): Noun | null {
  return findNoun(phrase).noun;
}

function endOfNoun(phrase: string): number {
  return findNoun(phrase).end;
}

function findNoun(phrase: string): { readonly noun: Noun | null; readonly end: number } {
  let found: Noun | null = null;
  let at = -1;
  let length = 0;
  for (const [kind, words] of NOUNS) {
    const last = [...phrase.matchAll(words)].at(-1);
    const isLonger = last !== undefined && last.index + last[0].length === at && last[0].length > length;
    if (last !== undefined && (isLonger || last.index + last[0].length > at)) {
      length = last[0].length;
      at = last.index + last[0].length;
      found = kind;
    }
  }
  return { noun: found, end: at };
}

/**
 * What a noun phrase is about: its last noun, behind which a name or a verb may stand ("models achieve", "model hunts").
 * Behind any other word the noun is that word.
 */
export function headOf(phrase: string): Noun | null {
  const own = lastNoun(phrase) ?? lastNoun(phrase.replace(/(?: [\p{Lu}\p{N}][\p{L}\p{N}.+-]*)+$/u, ""));
  if (own !== null) return own;
  const head = nounOf(phrase);
  const rest = phrase.slice(endOfNoun(phrase)).trim();
  const isVerb = /^\p{Ll}+s(?: |$)/u.test(rest) || /s$/i.test(phrase.slice(0, endOfNoun(phrase)));
  return head === null || isVerb ? head : "tool";
}

/** The noun that a phrase ends with. */
export function lastNoun(phrase: string): Noun | null {
  const ends = NOUNS.filter(([, words]) =>
    [...phrase.matchAll(words)].some((one) => one.index + one[0].length === phrase.length),
  );
  return ends.length === 0 ? null : nounOf(phrase);
}

/** The part that words name, the more special one first. */
export function partOf(words: string): OpenPart | "tool" | null {
  const code = CODES.find(([, pattern]) => pattern.test(words));
  return code?.[0] ?? nounOf(words);
}

/** All parts that the object of a sentence names: "the weights, the code and the data". */
export function partsOf(object: string, names: Names): readonly OpenPart[] {
  const found = new Set<OpenPart>();
  for (const words of object.split(/,|(?<![\p{L}])(?:and|as well as|und|et|y|en|sowie)(?![\p{L}])|&/iu)) {
    const part = partOf(firstPhrase(words.replace(COLLECTION, ""))) ?? (names.isOwn(words) ? "model" : null);
    if (part === "tool" && found.size === 0) return [];
    if (part !== null && part !== "tool") found.add(part);
  }
  if (/(?<![\p{L}])(?:everything|all artifacts|alles|tout|todo)(?![\p{L}])/iu.test(object))
    for (const part of ["model", "code", "data"] as const) found.add(part);
  return found.size === 0 && names.isForeign(object) ? ["model"] : [...found];
}

/** "two versions of each scale of the": what is said of them is said of what they are versions of. */
const COLLECTION =
  /^\s*(?:(?:[\p{L}\p{N}-]{1,20} ){0,3}(?:versions?|variants?|sizes?|scales?|series|famil(?:y|ies)|sets?|collections?|suites?|releases?|parts?|portions?|subsets?|most|all) of (?:each |all |the |our )*){1,3}/iu;

function firstPhrase(words: string): string {
  const end = PHRASE_END.exec(words.trimStart())?.index;
  return words.trimStart().slice(0, end === undefined || end === 0 ? undefined : end);
}
