/** Words of two texts beside each other: stretches that differ, and those that only stand elsewhere. */

import { lineFinder } from "../../bytes/text.ts";
import type { TextChange } from "../../model/documents.ts";
import { align, type Run } from "../matching/align.ts";
import { type Tokens, tokenize } from "../matching/tokens.ts";
import { findMoves } from "./moves.ts";

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

/** A stretch of tokens in which two texts differ; ends are exclusive. */
export interface Stretch {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** Compares the words; of white space, case, quotes, dashes and marks of lists it sees nothing. */
export function compareWords(older: string, newer: string): WordChanges {
  const [a, b] = [tokenize(older), tokenize(newer)];
  const [old, next] = numberAll(a.words, b.words);
  const runs = align(old, next);
  const matched = runs.reduce((sum, { length }) => sum + length, 0);
  const total = old.length + next.length;
  const stretches = stretchesBetween(runs, old.length, next.length).filter(
    ({ a: from, aEnd, b: newFrom, bEnd }) =>
      !(isListMark(older, a, [from, aEnd]) && isListMark(newer, b, [newFrom, bEnd])),
  );
  const { rest, moved } = findMoves(old, next, stretches);
  const isMoved = new Set(moved);
  const [cutOld, cutNew] = [createCutter(older, a), createCutter(newer, b)];
  const texts = joinRest([...rest, ...moved].sort(compareStretches)).map((stretch): TextChange => {
    const [before, after] = [cutOld(stretch.a, stretch.aEnd), cutNew(stretch.b, stretch.bEnd)];
    const words = { ...(before !== null && { old: before }), ...(after !== null && { new: after }) };
    return isMoved.has(stretch) ? { ...words, moved: true } : words;
  });
  return { texts, shared: total === 0 ? 1 : Math.floor((2 * matched * 10_000) / total) / 10_000 };
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

/** Whether nothing but the mark of a list stands there, at the start of its line. */
function isListMark(text: string, { starts, ends }: Tokens, [from, to]: readonly [number, number]): boolean {
  if (from === to) return true;
  const start = starts[from] ?? 0;
  const end = ends[to - 1] ?? start;
  if (end - start > LONGEST_MARK || !LIST_MARK.test(text.slice(start, end))) return false;
  const line = text.slice(Math.max(text.lastIndexOf("\n", start - 1) + 1, start - WIDEST_INDENT), start);
  return /^[\s#*>-]*$/.test(line);
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
