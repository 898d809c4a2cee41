/** Copyright notices of a text: they are compared with nothing (SPDX guideline §10). */

import { isCopyrightNotice, isDatedNotice, isRightsReserved } from "../copyright-notice.ts";

/** A line with its end, and its words: without marks of comments, with quotes and dashes unified. */
class Line {
  readonly start: number;
  readonly end: number;
  readonly #text: string;
  #words: string | null = null;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.start = start;
    this.end = end;
  }

  get words(): string {
    this.#words ??= unify(this.#text.slice(this.start, this.end));
    return this.#words;
  }

  get isBlank(): boolean {
    const { start, end } = this;
    BLANK.lastIndex = start;
    return BLANK.test(this.#text) && BLANK.lastIndex === end && this.words === "";
  }
}

/** Words that mark a comment: of batch files, of m4, and of PostScript's document structuring conventions. */
const COMMENT = /^\s*(?:%%copyright:|dnl|rem)(?=\s|$)/i;

const BLANK = /(?:[^\S\n]*(?:%%copyright:|dnl|rem)(?=\s|$))?[\s/*#;%>|-]*?(?:\n|$)/iy;

/** What a notice has, and what it begins with. */
const MARK = /copyright|copr\.|\(c\)|©|&copy;|all rights/i;
const BEGINS = /^(?:(?:19|20)\d\d|portions\b|copyright|copr\.|\(c\)|©|&copy;)/i;

/** The text with blanks where notices stand: above the first sentence, and in paragraphs that are nothing else. */
export function blankNotices(text: string): string {
  if (!MARK.test(text)) return text;
  const lines = splitLines(text);
  const notices = new Set([...leadingNotices(lines), ...noticeParagraphs(lines)]);
  if (notices.size === 0) return text;
  let bare = "";
  let at = 0;
  for (const line of lines) {
    if (!notices.has(line)) continue;
    bare += text.slice(at, line.start) + text.slice(line.start, line.end).replace(/[^\n]/g, " ");
    at = line.end;
  }
  return bare + text.slice(at);
}

function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found + 1;
    lines.push(new Line(text, start, end));
    start = end;
  }
  return lines;
}

function unify(line: string): string {
  // A sign that nobody sees is one of the text.
  return /\p{Cf}/u.test(line) ? "\u200b" : unifyMarks(line);
}

function unifyMarks(line: string): string {
  return line
    .replace(COMMENT, "")
    .replace(/^[\s/*#;%>|-]+|[\s/*]+$/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/["'`\u00b4\u2018-\u201f\u2039\u203a\u00ab\u00bb]{1,16}/g, '"')
    .replace(/\bhttp:\/\//gi, "https://")
    .replace(/\s+/g, " ");
}

/** Titles may stand between them: lines without an end of a sentence. */
const MOST_TITLE_LINES = 4;

function leadingNotices(lines: readonly Line[]): readonly Line[] {
  const notices: Line[] = [];
  let titles = 0;
  for (const line of lines) {
    if (line.words === "") continue;
    if (isCopyrightNotice(line.words) || isRightsReserved(line.words)) notices.push(line);
    else {
      titles += 1;
      if (titles > MOST_TITLE_LINES || line.words.length > 100) break;
    }
  }
  return notices;
}

function noticeParagraphs(lines: readonly Line[]): readonly Line[] {
  const notices: Line[] = [];
  let paragraph: Line[] = [];
  const close = (): void => {
    if (BEGINS.test(paragraph[0]?.words ?? "")) notices.push(...findNotice(paragraph));
    paragraph = [];
  };
  for (const line of lines) {
    if (line.isBlank) close();
    else paragraph.push(line);
  }
  close();
  return notices;
}

/** The lines of a paragraph, where it is a notice and nothing else. */
function findNotice(paragraph: readonly Line[]): readonly Line[] {
  const first = paragraph[0]?.words ?? "";
  const isAlone = paragraph.length === 1 && isCopyrightNotice(first);
  const isWrapped = (): boolean => isDatedNotice(paragraph.map(({ words }) => words).join(" "));
  const isList = (): boolean =>
    isDatedNotice(first) && paragraph.every(({ words }) => isDatedNotice(words) || isRightsReserved(words));
  return isAlone || isList() || isWrapped() ? paragraph : [];
}
