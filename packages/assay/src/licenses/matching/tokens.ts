/**
 * A text as words and marks with their places. Left out is only what the SPDX matching guidelines call immaterial wherever
 * it stands: white space, letter case, quotes, dashes, marks of comments, lists and emphasis.
 */

import { unifyWord } from "../equivalent-words.ts";

/** Tokens of a text, in parallel arrays; offsets are UTF-16 units. */
export interface Tokens {
  readonly words: readonly string[];
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

// A word: letters, marks and digits of any script; Chinese and Japanese are written without blanks, each sign is one.
// Then every other character that is neither white space nor dropped below. Dropped are quotes and dashes (§5.3, §5.4).
const SIGN = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
// Not \s: it takes the zero-width U+FEFF for a blank.
const BLANK = String.raw`\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
const TOKEN = new RegExp(
  String.raw`${SIGN}|(?:(?!${SIGN})[\p{L}\p{M}\p{N}])+|[^${BLANK}\p{L}\p{M}\p{N}"'\u0060\u00b4\u2018-\u201f\u2039\u203a\u00ab\u00bb\-\u2010-\u2015\u2212*_#\u2022\u00b7\u2023\u25e6\u25aa\u25cf\u25cb]`,
  "gu",
);

// Each of these is tried at one place of a line, so that no line of blanks or dashes costs more than its length.
// Marks of comments, quotations and headings in front of a line's words (§6).
const COMMENT = /^\s*(?:(?:\/\/+|\/\*+!?|<!--|\*+\/?|;+|%+|>+|\|+|#+|dnl(?= |$)|rem(?= |$))\s*)+/i;
const COMMENT_END = /(?:\*\/|-->)$/;
// Marks of lists (§7).
const LIST_MARK =
  /^[\s*\-\u2022\u00b7]*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)](?=\s|$)\s*|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?(?=\s|$)\s*){1,2}/i;
/** Ends of the line before, behind which a list goes on: elsewhere a number at the start is one of the sentence. */
const CLAUSE_END = /(?:[.;:,]|\b(?:and|or))$/i;
/** Marks that part sections when a line has nothing else. */
const RULES: ReadonlySet<string> = new Set("-=_*#~+./\\|");

/** Splits a text. Linear in its length. */
export function tokenize(text: string): Tokens {
  let before = "";
  const bare = text
    .replace(/^\ufeff/, " ")
    .split("\n")
    .map((line) => {
      const rest = blankMarks(line, before);
      before = rest.trim();
      return rest;
    });
  return split(bare.join("\n"));
}

/** The line with blanks for its marks; `before` is the line above without its own. */
function blankMarks(line: string, before: string): string {
  if (isRule(line)) return " ".repeat(line.length);
  const from = COMMENT.exec(line)?.[0].length ?? 0;
  const end = line.trimEnd();
  const to = Math.max(from, COMMENT_END.test(end) ? end.length - (end.endsWith("*/") ? 2 : 3) : end.length);
  const words = line.slice(from, to);
  const isListed = before === "" || CLAUSE_END.test(before);
  const mark = isListed ? (LIST_MARK.exec(words)?.[0].length ?? 0) : 0;
  return " ".repeat(from + mark) + words.slice(mark) + " ".repeat(line.length - to);
}

function isRule(line: string): boolean {
  const [mark = "", second] = line.replace(/\s+/g, "");
  return second !== undefined && RULES.has(mark) && line.replaceAll(mark, "").trim() === "";
}

/** Splits a text with the marks of its lists. */
export function split(text: string): Tokens {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: found, index } of text.matchAll(TOKEN)) {
    words.push(unifyWord(found.toLowerCase()));
    starts.push(index);
    ends.push(index + found.length);
  }
  return { words, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}
