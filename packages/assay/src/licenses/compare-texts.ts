/** Two licence texts beside each other: what the newer one permits or demands that the older did not, and the words of it. */

import { lineFinder } from "../bytes/text.ts";
import type { TermChange, TextChange } from "../model/documents.ts";
import type { Term } from "../model/license.ts";
import { align } from "./matching/align.ts";
import { type Tokens, tokenize } from "./matching/tokens.ts";
import { readTerms } from "./terms/index.ts";

/** How two texts differ. Terms in the order of their types, stretches in the order of the newer text. */
export function compareLicenses(
  older: string,
  newer: string,
): { readonly terms: readonly TermChange[]; readonly texts: readonly TextChange[] } {
  return { terms: compareTerms(readTerms(older), readTerms(newer)), texts: compareWords(older, newer) };
}

function compareTerms(older: readonly Term[], newer: readonly Term[]): readonly TermChange[] {
  const types = [...new Set([...older, ...newer].map(({ type }) => type))].sort();
  return types.flatMap((type) => {
    const [before, after] = [older, newer].map((terms) => terms.filter((term) => term.type === type)) as [
      Term[],
      Term[],
    ];
    const lost = before.filter((term) => !after.some(({ value }) => value === term.value));
    const gained = after.filter((term) => !before.some(({ value }) => value === term.value));
    const pairs = Math.min(lost.length, gained.length);
    return [
      ...lost.slice(0, pairs).map((old, n): TermChange => ({ change: "changed", type, old, new: gained[n] as Term })),
      ...lost.slice(pairs).map((old): TermChange => ({ change: "lost", type, old })),
      ...gained.slice(pairs).map((term): TermChange => ({ change: "gained", type, new: term })),
    ];
  });
}

function compareWords(older: string, newer: string): readonly TextChange[] {
  const [a, b] = [tokenize(older), tokenize(newer)];
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  };
  const runs = align(Int32Array.from(a.words, numberOf), Int32Array.from(b.words, numberOf));
  const ends = [...runs, { a: a.words.length, b: b.words.length, length: 0 }];
  const [cutOld, cutNew] = [createCutter(older, a), createCutter(newer, b)];
  let [fromA, fromB] = [0, 0];
  return ends.flatMap((run): readonly TextChange[] => {
    const old = cutOld(fromA, run.a);
    const next = cutNew(fromB, run.b);
    [fromA, fromB] = [run.a + run.length, run.b + run.length];
    if (old === null && next === null) return [];
    return [{ ...(old !== null && { old }), ...(next !== null && { new: next }) }];
  });
}

/** Cuts tokens out of a text, with the line where they begin; null where there are none. */
function createCutter(
  text: string,
  { starts, ends }: Tokens,
): (from: number, to: number) => NonNullable<TextChange["old"]> | null {
  const lineOf = lineFinder(text);
  return (from, to) => {
    if (to <= from) return null;
    const start = starts[from] ?? 0;
    return { text: text.slice(start, ends[to - 1]), line: lineOf(start) };
  };
}
