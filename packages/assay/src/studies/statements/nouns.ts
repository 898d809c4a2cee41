/** Nouns of a sentence: what of a release they name. */

import type { OpenPart } from "../../model/statements.ts";
import type { Names } from "./names.ts";
import { CODES, NOUNS, PHRASE_END } from "./words.ts";

/** What a noun is a name of. */
export type Noun = (typeof NOUNS)[number][0];

/** What the last noun of a phrase is a name of. */
export function nounOf(phrase: string): Noun | null {
  let found: Noun | null = null;
  let at = -1;
  for (const [kind, words] of NOUNS) {
    const last = [...phrase.matchAll(words)].at(-1);
    if (last !== undefined && last.index + last[0].length > at) {
      at = last.index + last[0].length;
      found = kind;
    }
  }
  return found;
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
    const part = partOf(firstPhrase(words)) ?? (names.isOwn(words) || names.isForeign(words) ? "model" : null);
    if (part === "tool" && found.size === 0) return [];
    if (part !== null && part !== "tool") found.add(part);
  }
  if (/(?<![\p{L}])(?:everything|all artifacts|alles|tout|todo)(?![\p{L}])/iu.test(object))
    for (const part of ["model", "code", "data"] as const) found.add(part);
  return [...found];
}

function firstPhrase(words: string): string {
  const end = PHRASE_END.exec(words.trimStart())?.index;
  return words.trimStart().slice(0, end === undefined || end === 0 ? undefined : end);
}
