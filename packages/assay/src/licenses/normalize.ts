/**
 * A licence text without what the SPDX matching guidelines name as immaterial, and with everything else.
 * Source: SPDX License List matching guidelines, §3 to §13. What a guideline leaves open stays in the text.
 */

import { isCopyrightNotice, isDatedNotice, isRightsReserved } from "./copyright-notice.ts";
import { unifySpelling } from "./equivalent-words.ts";
import { isShortAsTitle } from "./license-title.ts";
import { unifyNamedHolder, unifyPublishedVariants } from "./published-variants.ts";

/** Title lines above a text: "Apache License", "Version 2.0, January 2004", and room for a heading of the file. */
const MAX_TITLE_LINES = 4;

/** One way to part a text into its title and what is compared. */
export interface Candidate {
  /** Lines taken for the title, which hold only if they are the title of the licence that the body is. */
  readonly titles: readonly string[];
  readonly body: string;
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const BLANKS = /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
// String.trim would also take a zero-width no-break space.
const EDGES = /^ | $/g;
const ANY_BLANKS = /[ \t\r\n\v\f\u0085\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const COMMENT_PREFIX = /^(?:\/\/+|#+|\*+|;+|--|%+|>|dnl(?= |$)|rem(?= |$))/i;
const BLOCK_COMMENTS: readonly (readonly [RegExp, RegExp])[] = [
  [/^\/\*[*!]?/, /\*+\/$/],
  [/^<!--/, /-->$/],
  [/^"""/, /"""$/],
];
// A mark repeated three times or more, and a bullet, wherever they stand alone: a dash alone may be one of the sentence.
const RULES_AND_BULLETS = /(?<=^| )(?:([-=_*#~+])\1{2,}|[*\u2022\u00b7\u2023\u25e6\u25aa\u25cf\u25cb])(?: |$)/g;
const SEPARATOR = /^([-=_*#~+./\\|])\1{2,}$/;
// 1. 1) (1) a. (a) iv)
const ITEM = String.raw`\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]`;
// A paragraph may also start with 1.2 or 1.2.3., and two items may follow each other.
const LEADING_ITEMS = new RegExp(String.raw`^(?:(?:${ITEM}|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?)(?: |$)){1,2}`, "i");
const LINE_ITEM = new RegExp(`^${ITEM}(?: |$)`, "i");
// Within a line only behind the end of a sentence or clause, and never what could be a number of something: "No. 5.",
// "Version: 2.", "v. 1.2."
const INNER_ITEMS = new RegExp(
  String.raw`(?<!\b(?:no|nos|art|sec|sect|v|ver|vers|vol|p|pp|para|ch|cl|reg)\. )` +
    String.raw`(?:(?<=[.;]"? |; (?:and|or) )(?:${ITEM} ){1,2}|(?<=: )\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})\) )`,
  "g",
);

/** The text with every run of white space as one blank and no byte order mark: what "word for word" compares. */
export function collapseWhiteSpace(text: string): string {
  return text
    .replace(/^\ufeff/, "")
    .replace(ANY_BLANKS, " ")
    .replace(EDGES, "");
}

/**
 * The ways to read the text, the one that takes nothing for a title first; at most five, made as they are asked for. Lines are
 * taken for titles that `isTitle` takes for one.
 */
export function* normalizeLicense(
  text: string,
  isTitle: (line: string) => boolean = isShortAsTitle,
): Generator<Candidate> {
  const lines = uncomment(
    text
      .replace(/^\ufeff/, "")
      .split(LINE_END)
      .map((line) => line.replace(BLANKS, " ").replace(EDGES, "")),
  ).map(unifyLine);
  for (const { titles, start } of findBodies(lines, isTitle)) yield { titles, body: toBody(lines.slice(start)) };
}

// §6.2: a comment mark counts as one only when every line has it.
function uncomment(lines: readonly string[]): readonly string[] {
  const inner = dropBlockMarks(lines);
  const filled = inner.filter((line) => line !== "");
  const prefix = COMMENT_PREFIX.exec(filled[0] ?? "")?.[0];
  if (prefix === undefined || !filled.every((line) => isPrefixed(line, prefix))) return inner;
  return inner.map((line) => line.slice(prefix.length).replace(EDGES, ""));
}

function isPrefixed(line: string, prefix: string): boolean {
  return line === prefix || line.startsWith(`${prefix} `);
}

function dropBlockMarks(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== "");
  const last = lines.findLastIndex((line) => line !== "");
  for (const [open, close] of BLOCK_COMMENTS) {
    if (first === last || !open.test(lines[first] ?? "") || !close.test(lines[last] ?? "")) continue;
    const inner = lines.slice(first, last + 1);
    inner[0] = (inner[0] ?? "").replace(open, "").replace(EDGES, "");
    inner[inner.length - 1] = (inner.at(-1) ?? "").replace(close, "").replace(EDGES, "");
    return inner;
  }
  return lines;
}

// §5.3 dashes, §5.4 quotes, §13 protocol; a heading's mark and a link's brackets are markup.
function unifyLine(line: string): string {
  if (SEPARATOR.test(line)) return "";
  return line
    .replace(/^#{1,6} /, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/(?<!-)--(?!-)/g, "-")
    .replace(/["'`\u00b4\u2018-\u201f\u2039\u203a\u00ab\u00bb]{1,16}/g, '"')
    .replace(/\bhttp:\/\//gi, "https://")
    .replace(/<(https:\/\/[^\s<>]{1,200})>/gi, "$1");
}

// Notices above the text are dropped as they come (§10); each further short line may be one more of the title.
function findBodies(
  lines: readonly string[],
  isTitle: (line: string) => boolean,
): readonly { readonly titles: readonly string[]; readonly start: number }[] {
  const found: { titles: readonly string[]; start: number }[] = [];
  let titles: readonly string[] = [];
  for (const [start, line] of lines.entries()) {
    if (line === "" || isCopyrightNotice(line) || isRightsReserved(line)) continue;
    found.push({ titles, start });
    if (titles.length === MAX_TITLE_LINES || !isTitle(line)) break;
    titles = [...titles, line];
  }
  return found;
}

function toBody(lines: readonly string[]): string {
  const paragraphs = splitParagraphs(lines).filter((paragraph) => !isNoticeOnly(paragraph));
  const text = paragraphs.map((paragraph) => joinLines(paragraph).replace(LEADING_ITEMS, "")).join(" ");
  const named = unifyNamedHolder(text.replace(RULES_AND_BULLETS, "").replace(/ +/g, " ").replace(EDGES, ""));
  const lower = unifySpelling(named.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase()));
  return unifyPublishedVariants(joinBroken(lower).replace(INNER_ITEMS, ""));
}

// Lines are broken behind a hyphen and between brackets: the blank that stands there instead says nothing.
function joinBroken(text: string): string {
  return text.replace(/(?<=\p{L}-) (?=\p{L})/gu, "").replaceAll(") (", ")(");
}

function splitParagraphs(lines: readonly string[]): readonly (readonly string[])[] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line === "") paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

// Amid the text only a paragraph of dated notices is one: a line of a wrapped sentence may begin with "copyright".
function isNoticeOnly(paragraph: readonly string[]): boolean {
  return isDatedNotice(paragraph[0] ?? "") && paragraph.every((line) => isDatedNotice(line) || isRightsReserved(line));
}

// A list item's mark is one where its line starts the list (§7); a dash is a bullet where a line starts with it.
function joinLines(lines: readonly string[]): string {
  return lines
    .map((line, n) => (lines[n - 1]?.endsWith(":") ? line.replace(LINE_ITEM, "") : line))
    .map((line) => line.replace(/^(?:[-*+\u2022\u00b7\u2023\u25e6\u25aa\u25cf\u25cb] )+/, ""))
    .join(" ");
}
