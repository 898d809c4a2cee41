/**
 * A text as words and marks with their places. Left out is only what the SPDX matching guidelines call immaterial wherever
 * it stands: white space, letter case, quotes, dashes, marks of comments, lists and emphasis.
 */

import { Scanner, type Tokens } from "./scan.ts";

export type { Tokens };

// Each of these is tried at one place of a line, so that no line of blanks or dashes costs more than its length.
// Marks of comments, quotations and headings in front of a line's words (§6).
const COMMENT = /^\s*(?:(?:%%copyright:(?= |$)|\/\/+|\/\*+!?|<!--|\*+\/?|;+|%+|>+|\|+|#+|dnl(?= |$)|rem(?= |$))\s*)+/i;
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
  const scanner = new Scanner(text);
  let above: Line = { words: "", isHeading: false };
  for (let start = text.startsWith("\ufeff") ? 1 : 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end);
    const [from, to] = findWords(line, above);
    above = toLine(line.slice(from, to), above);
    scanner.scan(start + from, start + to);
    start = end + 1;
  }
  return scanner.finish();
}

/** A line without its marks, and whether it is a heading. */
interface Line {
  readonly words: string;
  readonly isHeading: boolean;
}

/** A few words in capitals that begin a paragraph. */
const HEADING = /^(?=.{0,60}$)(?!.*\p{Ll})\p{Lu}{2,}(?: [^ ]+){0,4}$/u;

/** The number of a section and a sentence behind it: under a heading it is no number of a sentence. */
const SECTION = /^\s*\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+\p{Lu}\p{Ll}*\s/u;

function toLine(words: string, above: Line): Line {
  return { words, isHeading: isClosed(above) && HEADING.test(words) };
}

function isClosed({ words }: Line): boolean {
  return words === "" || CLAUSE_END.test(words);
}

/** Where the words of a line begin and end, without its marks; `above` is the line above. */
function findWords(line: string, above: Line): readonly [from: number, to: number] {
  const end = line.trimEnd();
  const from = COMMENT.exec(end)?.[0].length ?? 0;
  if (isRule(end) || isRule(end.slice(from))) return [0, 0];
  const isEnded = COMMENT_END.test(end);
  const to = isEnded ? Math.max(from, end.length - (end.endsWith("*/") ? 2 : 3)) : end.length;
  const words = line.slice(from, to);
  const isListed = isClosed(above) || (above.isHeading && SECTION.test(words));
  const first = from + (isListed ? (LIST_MARK.exec(words)?.[0].length ?? 0) : 0);
  const last = first + line.slice(first, to).trimEnd().length;
  return [first + line.slice(first, last).search(/\S|$/), last];
}

function isRule(line: string): boolean {
  const mark = line.trimStart().charAt(0);
  if (!RULES.has(mark)) return false;
  const marks = line.replace(/\s+/g, "");
  return marks.length > 1 && marks.replaceAll(mark, "") === "";
}

/** Splits a text with the marks of its lists. */
export function split(text: string): Tokens {
  const scanner = new Scanner(text);
  scanner.scan(0, text.length);
  return scanner.finish();
}
