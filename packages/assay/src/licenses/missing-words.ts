/** Words that are missing from a text: what stands around the place, and the words where another text at hand has them. */

import { lineFinder } from "../bytes/text.ts";
import type { Deviation, LicenseReading } from "../model/license.ts";
import { align } from "./matching/align.ts";
import { type Tokens, tokenize } from "./matching/tokens.ts";

/** A text that was read, and its file. */
export interface ReadText<Reading extends LicenseReading = LicenseReading> {
  readonly path: string;
  readonly text: string;
  readonly reading: Reading;
}

/** Words on either side of a gap: enough to find it. */
const AROUND = 8;
/** Gaps of one text that are looked up; who changed it in more places wrote another one. */
const MOST_GAPS = 50;
/** Tokens by which a gap may be said to begin earlier or later. */
const SLACK = 12;

/** The readings, in their order, with more said of what is missing. Linear in the length of the texts. */
export function describeMissing<Reading extends LicenseReading>(
  texts: readonly ReadText<Reading>[],
): readonly Reading[] {
  return texts.map(({ text, reading }) => {
    if (!reading.deviations.some(isGap)) return reading;
    const whole = texts.find((other) => isUnaltered(other.reading, reading));
    const lookUp = whole === undefined ? null : prepareLookUp(whole, text);
    const tokens = tokenize(text);
    let gaps = 0;
    const deviations = reading.deviations.map((deviation): Deviation => {
      if (!isGap(deviation) || gaps >= MOST_GAPS) return deviation;
      gaps += 1;
      const lacks = lookUp?.(deviation.at.start) ?? null;
      return { ...deviation, around: wordsAround(text, tokens, deviation.at), ...(lacks !== null && { lacks }) };
    });
    return { ...reading, deviations };
  });
}

function isGap({ missing, material }: Deviation): boolean {
  return material && missing !== undefined;
}

/** Whether a text is the licence's own of which the other is a change. */
function isUnaltered({ match: whole }: LicenseReading, { match: altered }: LicenseReading): boolean {
  if (whole.kind !== "exact" && whole.kind !== "equivalent") return false;
  const name = altered.id ?? altered.family;
  return name !== undefined && name === (whole.id ?? whole.family);
}

function wordsAround(
  text: string,
  { starts, ends }: Tokens,
  { start, end }: Deviation["at"],
): NonNullable<Deviation["around"]> {
  const first = firstFrom(starts, start);
  const next = firstFrom(starts, end);
  const before = text.slice(starts[Math.max(0, first - AROUND)] ?? start, start);
  const behind = text.slice(starts[next] ?? text.length, ends[Math.min(ends.length, next + AROUND) - 1] ?? text.length);
  return { before: flatten(before), behind: flatten(behind) };
}

function flatten(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

/** Number of the first token that begins at an offset or behind it. */
function firstFrom(starts: Uint32Array, offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Looks up what the whole text has where the altered one has a gap. */
function prepareLookUp(whole: ReadText, altered: string): (offset: number) => NonNullable<Deviation["lacks"]> | null {
  const [a, b] = [tokenize(whole.text), tokenize(altered)];
  const numbers = new Map<string, number>();
  for (const word of [...a.words, ...b.words]) if (!numbers.has(word)) numbers.set(word, numbers.size);
  const numbersOf = ({ words }: Tokens): Int32Array => Int32Array.from(words, (word) => numbers.get(word) ?? 0);
  const gaps: { readonly from: number; readonly to: number; readonly at: number }[] = [];
  let [fromA, fromB] = [0, 0];
  for (const run of [...align(numbersOf(a), numbersOf(b)), { a: a.words.length, b: b.words.length, length: 0 }]) {
    if (run.a > fromA) gaps.push({ from: fromA, to: run.a, at: fromB });
    [fromA, fromB] = [run.a + run.length, run.b + run.length];
  }
  const lineOf = lineFinder(whole.text);
  return (offset) => {
    const at = firstFrom(b.starts, offset);
    const [gap] = gaps
      .filter((one) => Math.abs(one.at - at) <= SLACK)
      .sort((x, y) => Math.abs(x.at - at) - Math.abs(y.at - at));
    if (gap === undefined) return null;
    const by = slideToLine(whole.text, a, gap);
    const start = a.starts[gap.from - by] ?? 0;
    return { text: whole.text.slice(start, a.ends[gap.to - by - 1]), path: whole.path, line: lineOf(start) };
  };
}

/** By how many tokens a gap between equal words may be said to begin earlier, so that it begins where a line does. */
function slideToLine(
  text: string,
  { words, starts, ends }: Tokens,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  for (let by = 0; by <= SLACK && by <= from; by += 1) {
    const first = from - by;
    if (first === 0 || text.slice(ends[first - 1], starts[first]).includes("\n")) return by;
    if (words[first - 1] !== words[to - by - 1]) return 0;
  }
  return 0;
}
