/** Which tokens of a text are those of a licence: an alignment of two sequences, with as many equal tokens as is cheap to find. */

import { Grams } from "./grams.ts";

/** A stretch of equal tokens: `length` of them from `a` in the first sequence and `b` in the second. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** A part of both sequences; ends are exclusive. */
interface Gap {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

type Sequence = ArrayLike<number>;

/** Lengths of the runs that are looked for first; long ones are hardly ever equal by chance. */
const GRAMS: readonly number[] = [6, 3, 1];

/** Cells of the table by which a small gap is settled exactly. */
const LARGEST_TABLE = 1 << 14;

/**
 * Aligns two sequences: runs in order, in both, without overlap. Anchors are runs of tokens that stand once in each gap
 * ("patience diff"); what is left between them and is small is aligned exactly, by the longest common subsequence.
 */
export function align(a: Sequence, b: Sequence, within: Gap = wholeOf(a, b)): readonly Run[] {
  const runs: Run[] = [];
  settle({ a, b, runs }, within, 0);
  return mergeRuns(runs);
}

function wholeOf(a: Sequence, b: Sequence): Gap {
  return { a: 0, aEnd: a.length, b: 0, bEnd: b.length };
}

interface Pair {
  readonly a: Sequence;
  readonly b: Sequence;
  readonly runs: Run[];
}

function settle(pair: Pair, gap: Gap, level: number): void {
  const head = countEqual(pair, gap);
  if (head > 0) pair.runs.push({ a: gap.a, b: gap.b, length: head });
  const rest = { ...gap, a: gap.a + head, b: gap.b + head };
  const tail = countEqualBack(pair, rest);
  const inner = { ...rest, aEnd: rest.aEnd - tail, bEnd: rest.bEnd - tail };
  settleInner(pair, inner, level);
  if (tail > 0) pair.runs.push({ a: inner.aEnd, b: inner.bEnd, length: tail });
}

function settleInner(pair: Pair, gap: Gap, level: number): void {
  const cells = (gap.aEnd - gap.a) * (gap.bEnd - gap.b);
  if (cells === 0) return;
  if (cells <= LARGEST_TABLE) {
    settleExactly(pair, gap);
    return;
  }
  const length = GRAMS[level];
  if (length === undefined) return;
  const found = findAnchors(pair, gap, length);
  const anchors = isRising(found) ? found : longestRise(found);
  let at: Gap = gap;
  for (const anchor of anchors) {
    if (anchor.a < at.a || anchor.b < at.b) continue;
    settle(pair, { ...at, aEnd: anchor.a, bEnd: anchor.b }, level + 1);
    const equal = countEqual(pair, { ...gap, a: anchor.a, b: anchor.b });
    pair.runs.push({ ...anchor, length: equal });
    at = { ...gap, a: anchor.a + equal, b: anchor.b + equal };
  }
  if (anchors.length > 0) settle(pair, at, level + 1);
  else settleInner(pair, gap, level + 1);
}

function countEqual({ a, b }: Pair, gap: Gap): number {
  const most = Math.min(gap.aEnd - gap.a, gap.bEnd - gap.b);
  let count = 0;
  while (count < most && a[gap.a + count] === b[gap.b + count]) count += 1;
  return count;
}

function countEqualBack({ a, b }: Pair, gap: Gap): number {
  const most = Math.min(gap.aEnd - gap.a, gap.bEnd - gap.b);
  let count = 0;
  while (count < most && a[gap.aEnd - 1 - count] === b[gap.bEnd - 1 - count]) count += 1;
  return count;
}

/** Places of the runs of a length that stand once in both parts, in the order of the first. */
function findAnchors({ a, b }: Pair, gap: Gap, length: number): readonly Run[] {
  const inB = new Grams(b, { start: gap.b, end: gap.bEnd, length });
  return inB
    .pairOnce(a, { start: gap.a, end: gap.aEnd, length })
    .map(([there, here]): Run => ({ a: there, b: here, length }))
    .filter((run) => isEqual(a, b, run));
}

function isEqual(a: Sequence, b: Sequence, run: Run): boolean {
  for (let n = 0; n < run.length; n += 1) if (a[run.a + n] !== b[run.b + n]) return false;
  return true;
}

function isRising(anchors: readonly Run[]): boolean {
  return anchors.every(({ b }, n) => n === 0 || (anchors[n - 1]?.b ?? 0) < b);
}

/** The longest list of anchors that rises in both sequences (patience sorting). */
function longestRise(anchors: readonly Run[]): readonly Run[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [n, { b }] of anchors.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[tops[middle] ?? 0]?.b ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    before.push(tops[low - 1] ?? -1);
    tops[low] = n;
  }
  const rise: Run[] = [];
  for (let n = tops.at(-1) ?? -1; n >= 0; n = before[n] ?? -1) {
    const anchor = anchors[n];
    if (anchor !== undefined) rise.push(anchor);
  }
  return rise.reverse();
}

/** Longest common subsequence by its table. */
function settleExactly({ a, b, runs }: Pair, gap: Gap): void {
  const [rows, columns] = [gap.aEnd - gap.a, gap.bEnd - gap.b];
  const width = columns + 1;
  const table = measureCommon({ a, b, runs }, gap);
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (a[gap.a + i] === b[gap.b + j]) {
      runs.push({ a: gap.a + i, b: gap.b + j, length: 1 });
      i += 1;
      j += 1;
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
}

/** For each pair of places how many tokens both have in common behind them, row by row. */
function measureCommon({ a, b }: Pair, gap: Gap): Uint16Array {
  const [rows, columns] = [gap.aEnd - gap.a, gap.bEnd - gap.b];
  const width = columns + 1;
  const table = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      table[at] =
        a[gap.a + i] === b[gap.b + j]
          ? (table[at + width + 1] ?? 0) + 1
          : Math.max(table[at + width] ?? 0, table[at + 1] ?? 0);
    }
  }
  return table;
}

function mergeRuns(runs: readonly Run[]): readonly Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last !== undefined && last.a + last.length === run.a && last.b + last.length === run.b)
      merged[merged.length - 1] = { ...last, length: last.length + run.length };
    else merged.push(run);
  }
  return merged;
}
