/** One text held against one licence: what is the licence's, and every stretch that is not, with the reason why it may be. */

import { align, type Run } from "./align.ts";
import { excuse } from "./excuses.ts";
import type { Body, Fingerprint, Fingerprints } from "./fingerprints.ts";
import type { Hunk, Part, Reading } from "./reading.ts";

/** How a text and a licence compare. */
export interface Comparison {
  readonly hunks: readonly Hunk[];
  /** Tokens of the text that are the licence's, and those that are not and have no excuse. */
  readonly matched: number;
  readonly inserted: number;
  /** Tokens that the licence has to have and that are missing; how many it has to have. */
  readonly missing: number;
  readonly required: number;
  /** How far both are apart: tokens of what differs, where a long stretch counts little more than a short one. */
  readonly distance: number;
}

/** Which tokens of a part of a text are a licence's, and the stretches that are not. */
export interface Pairing {
  readonly hunks: readonly Hunk[];
  readonly matched: number;
  /** For each token of the licence the token of the text that it is paired with, or -1. */
  readonly pairs: Int32Array;
}

/** Pairs a part of a text with a body. */
export function pairWith(reading: Reading, body: Body, part: Part): Pairing {
  const { tokens } = body;
  const gap = { a: part.from, aEnd: part.to, b: 0, bEnd: tokens.length };
  const runs = extend(dropStray(align(reading.numbers, tokens, gap)), { text: reading.numbers, tokens, gap });
  return {
    hunks: [...gapsBetween(runs, gap)].map((found) =>
      found.b === found.bEnd ? slideInserted(found, reading) : slide(found, body),
    ),
    matched: runs.reduce((sum, { length }) => sum + length, 0),
    pairs: pairUp(runs, tokens.length),
  };
}

/** Compares a part of a text with a licence. */
export function compare(
  reading: Reading,
  licence: Fingerprint,
  { index, part }: { readonly index: Fingerprints; readonly part: Part },
): Comparison {
  return judge(pairWith(reading, licence.body, part), licence, { index, reading });
}

/** Looks for the reasons why what differs may. */
export function judge(
  { hunks, matched, pairs }: Pairing,
  licence: Fingerprint,
  { index, reading }: { readonly index: Fingerprints; readonly reading: Reading },
): Comparison {
  const { body } = licence;
  const judged = hunks.map((hunk): Hunk => {
    const why = excuse(hunk, { reading, licence, index, pairs, required: countRequired(body, hunk) });
    return why === null ? hunk : { ...hunk, why };
  });
  const open = judged.filter(({ why }) => why === undefined);
  const missing = open.reduce((sum, hunk) => sum + countRequired(body, hunk), 0);
  return {
    hunks: judged,
    matched,
    inserted: open.reduce((sum, { a, aEnd }) => sum + aEnd - a, 0),
    missing,
    required: missing + matched,
    distance: open.reduce((sum, hunk) => sum + weigh(hunk.aEnd - hunk.a) + weigh(countRequired(body, hunk)), 0),
  };
}

/** A paragraph that was put in or left out is one change. */
export function weigh(tokens: number): number {
  return tokens <= 16 ? tokens : 16 + (tokens - 16) / 8;
}

/** Tokens of a run that may be equal by chance, and the distance to others from which on they are taken to be. */
const STRAY = 3;
const FAR = 6;

/** Runs without those that are equal by chance: short ones amid what differs. */
function dropStray(runs: readonly Run[]): readonly Run[] {
  return runs.filter((run, n) => {
    if (run.length > STRAY) return true;
    const [before, after] = [runs[n - 1], runs[n + 1]];
    return isNear(before, run) || isNear(run, after);
  });
}

interface Both {
  readonly text: Int32Array;
  readonly tokens: Uint16Array;
  readonly gap: Hunk;
}

/** Runs with what goes on equally behind them, once nothing stray is in the way. */
function extend(runs: readonly Run[], { text, tokens, gap }: Both): readonly Run[] {
  return runs.map((run, n) => {
    const { a, b } = runs[n + 1] ?? { a: gap.aEnd, b: gap.bEnd };
    const most = Math.min(a - run.a, b - run.b);
    let { length } = run;
    while (length < most && text[run.a + length] === tokens[run.b + length]) length += 1;
    return { ...run, length };
  });
}

function isNear(first: Run | undefined, second: Run | undefined): boolean {
  if (first === undefined || second === undefined) return false;
  const [a, b] = [second.a - first.a - first.length, second.b - first.b - first.length];
  return Math.max(a, b) < FAR && Math.max(first.length, second.length) > STRAY;
}

function pairUp(runs: readonly Run[], length: number): Int32Array {
  const pairs = new Int32Array(length).fill(-1);
  for (const run of runs) for (let n = 0; n < run.length; n += 1) pairs[run.b + n] = run.a + n;
  return pairs;
}

function* gapsBetween(runs: readonly Run[], whole: Hunk): Generator<Hunk> {
  let [a, b] = [whole.a, whole.b];
  for (const run of runs) {
    if (run.a > a || run.b > b) yield { a, aEnd: run.a, b, bEnd: run.b };
    [a, b] = [run.a + run.length, run.b + run.length];
  }
  if (whole.aEnd > a || whole.bEnd > b) yield { a, aEnd: whole.aEnd, b, bEnd: whole.bEnd };
}

/** An inserted stretch may be said to begin with the full stop before it or to end with its own: it begins where a line does. */
function slideInserted(hunk: Hunk, { text, tokens }: Reading): Hunk {
  const { starts, ends } = tokens;
  const isLineStart = (at: number): boolean => at === 0 || text.slice(ends[at - 1], starts[at]).includes("\n");
  let { a, aEnd } = hunk;
  while (!isLineStart(a) && aEnd < tokens.length && tokens.isSame(a, aEnd)) {
    a += 1;
    aEnd += 1;
  }
  return isLineStart(a) ? { ...hunk, a, aEnd } : hunk;
}

/** A stretch that is missing between equal tokens may be said to begin with either: it begins where the template has one. */
function slide(hunk: Hunk, body: Body): Hunk {
  const { tokens } = body;
  if (hunk.aEnd > hunk.a) return hunk;
  let [best, least] = [hunk, countRequired(body, hunk)];
  const consider = (moved: Hunk): void => {
    const required = countRequired(body, moved);
    if (required < least) [best, least] = [moved, required];
  };
  for (let { b, bEnd } = hunk; b > 0 && least > 0 && tokens[b - 1] === tokens[bEnd - 1]; ) {
    b -= 1;
    bEnd -= 1;
    consider({ ...hunk, b, bEnd });
  }
  for (let { b, bEnd } = hunk; bEnd < tokens.length && least > 0 && tokens[b] === tokens[bEnd]; ) {
    b += 1;
    bEnd += 1;
    consider({ ...hunk, b, bEnd });
  }
  return best;
}

/** Tokens of the licence in a hunk that may not be left out: those outside optional stretches that are missing as a whole. */
export function countRequired({ optional }: Body, { b, bEnd }: Hunk): number {
  let [required, at] = [0, b];
  for (const { start, end } of optional) {
    if (start >= bEnd) break;
    if (start < at || end > bEnd) continue;
    required += start - at;
    at = end;
  }
  return required + bEnd - at;
}
