/** Words of two texts beside each other: stretches that differ, and those that only stand elsewhere. */

import { lineFinder } from "../../bytes/text.ts";
import type { TextChange } from "../../model/documents.ts";
import { align, type Run } from "../matching/align.ts";
import { type Tokens, tokenize } from "../matching/tokens.ts";
import { cutOut, findMoves, type Moves, SHORTEST_MOVE, type Stretch } from "./moves.ts";

/** Stretches that are told one by one; of two texts that have nothing in common the rest is told as one. */
const MOST_STRETCHES = 2000;

/** UTF-16 units of the mark of a list, and of what may stand before it in its line. */
const LONGEST_MARK = 16;
const WIDEST_INDENT = 80;

/** How the words of two texts differ. */
export interface WordChanges {
  /** In the order of the newer text. */
  readonly texts: readonly TextChange[];
  /** Share of the words that both have in the same order. */
  readonly shared: number;
}

/** Compares the words; of white space, case, quotes, dashes and marks of lists it sees nothing. */
export function compareWords(older: string, newer: string): WordChanges {
  const [a, b] = [tokenize(older), tokenize(newer)];
  const [old, next] = numberAll(a.words, b.words);
  const runs = align(old, next);
  const matched = runs.reduce((sum, { length }) => sum + length, 0);
  const total = old.length + next.length;
  const { moved, taken } = findMoves(old, next, stretchesBetween(runs.filter(isLong), old.length, next.length));
  const kept = extendRuns(
    runs.flatMap((run) => cutRun(run, taken)),
    { a: old, b: next, taken },
  );
  const rest = stretchesBetween(kept, old.length, next.length).flatMap((stretch) => cutOut(stretch, taken));
  const [oldSide, newSide] = [
    { text: older, tokens: a },
    { text: newer, tokens: b },
  ];
  const isNothing = moved.length === 0 ? isListMark : isMark;
  const stretches = rest.filter((one) => !(isNothing(oldSide, one.a, one.aEnd) && isNothing(newSide, one.b, one.bEnd)));
  const isMoved = new Set(moved);
  const [cutOld, cutNew] = [createCutter(older, a), createCutter(newer, b)];
  const texts = joinRest([...stretches, ...moved].sort(compareStretches)).map((stretch): TextChange => {
    const [before, after] = [cutOld(stretch.a, stretch.aEnd), cutNew(stretch.b, stretch.bEnd)];
    const words = { ...(before !== null && { old: before }), ...(after !== null && { new: after }) };
    return isMoved.has(stretch) ? { ...words, moved: true } : words;
  });
  return { texts, shared: total === 0 ? 1 : Math.floor((2 * matched * 10_000) / total) / 10_000 };
}

/** In a text of which clauses changed places, single words are the same in their order by chance. */
function isLong({ length }: Run): boolean {
  return length >= SHORTEST_MOVE;
}

/** What is left of a run without the tokens that moved. */
function cutRun(run: Run, taken: Moves["taken"]): readonly Run[] {
  const parts: Run[] = [];
  for (let n = 0; n < run.length; n += 1) {
    if (isTaken(taken, run.a + n, run.b + n)) continue;
    const from = n;
    while (n < run.length && !isTaken(taken, run.a + n, run.b + n)) n += 1;
    parts.push({ a: run.a + from, b: run.b + from, length: n - from });
  }
  return parts;
}

function isTaken({ a, b }: Moves["taken"], at: number, other: number): boolean {
  return a[at] === 1 || b[other] === 1;
}

interface Sequences {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly taken: Moves["taken"];
}

/** Runs with what stands equally in front of them, now that what moved is out of the way. */
function extendRuns(runs: readonly Run[], { a, b, taken }: Sequences): readonly Run[] {
  let [endA, endB] = [0, 0];
  return runs.map((run) => {
    let more = 0;
    while (run.a - more > endA && run.b - more > endB && isEqualBefore(run, more)) more += 1;
    [endA, endB] = [run.a + run.length, run.b + run.length];
    return { a: run.a - more, b: run.b - more, length: run.length + more };
  });

  function isEqualBefore(run: Run, more: number): boolean {
    const [at, other] = [run.a - more - 1, run.b - more - 1];
    return a[at] === b[other] && !isTaken(taken, at, other);
  }
}

/** The words as numbers, equal where the words are. */
function numberAll(...lists: readonly [readonly string[], readonly string[]]): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  };
  return [Int32Array.from(lists[0], numberOf), Int32Array.from(lists[1], numberOf)];
}

function stretchesBetween(runs: readonly Run[], length: number, newLength: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let [a, b] = [0, 0];
  for (const run of [...runs, { a: length, b: newLength, length: 0 }]) {
    if (run.a > a || run.b > b) stretches.push({ a, aEnd: run.a, b, bEnd: run.b });
    [a, b] = [run.a + run.length, run.b + run.length];
  }
  return stretches;
}

const LIST_MARK = /^\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,5})[.)]{1,2}$/i;

interface TokenText {
  readonly text: string;
  readonly tokens: Tokens;
}

/** Whether nothing but the mark of a list stands there, at the start of its line. */
function isListMark({ text, tokens: { starts, ends } }: TokenText, from: number, to: number): boolean {
  if (from === to) return true;
  const start = starts[from] ?? 0;
  const end = ends[to - 1] ?? start;
  if (end - start > LONGEST_MARK || !LIST_MARK.test(text.slice(start, end))) return false;
  const line = text.slice(Math.max(text.lastIndexOf("\n", start - 1) + 1, start - WIDEST_INDENT), start);
  return /^[\s#*>-]*$/.test(line);
}

/** So does a mark between sentences that changed places. */
function isMark(side: TokenText, from: number, to: number): boolean {
  return (to - from === 1 && /^[.,;:]$/.test(side.tokens.words[from] ?? "")) || isListMark(side, from, to);
}

function compareStretches(one: Stretch, other: Stretch): number {
  return one.b - other.b || one.a - other.a;
}

/** All after the most that are told is one stretch. */
function joinRest(stretches: readonly Stretch[]): readonly Stretch[] {
  if (stretches.length <= MOST_STRETCHES) return stretches;
  const all = stretches.slice(MOST_STRETCHES).reduce((sum, { a, aEnd, b, bEnd }) => ({
    a: Math.min(sum.a, a),
    aEnd: Math.max(sum.aEnd, aEnd),
    b: Math.min(sum.b, b),
    bEnd: Math.max(sum.bEnd, bEnd),
  }));
  return [...stretches.slice(0, MOST_STRETCHES), all];
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
