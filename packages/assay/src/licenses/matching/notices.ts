/** Copyright notices of a text: they are compared with nothing (SPDX guideline §10). */

import { isCopyrightNotice, isDatedNotice, isRightsReserved } from "../copyright-notice.ts";

interface Line {
  readonly start: number;
  readonly end: number;
  /** Without marks of comments, with quotes and dashes unified. */
  readonly words: string;
}

/** The text with blanks where notices stand: above the first sentence, and in paragraphs that are nothing else. */
export function blankNotices(text: string): string {
  const lines = splitLines(text);
  const notices = new Set([...leadingNotices(lines), ...noticeParagraphs(lines)]);
  if (notices.size === 0) return text;
  return lines
    .map((line) => {
      const whole = text.slice(line.start, line.end);
      return notices.has(line) ? whole.replace(/[^\n]/g, " ") : whole;
    })
    .join("");
}

function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found + 1;
    lines.push({ start, end, words: unify(text.slice(start, end)) });
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
    .replace(/^[\s/*#;%>|-]+|[\s/*]+$/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/["'`\u00b4\u2018-\u201f\u2039\u203a\u00ab\u00bb]{1,2}/g, '"')
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
    const isNotice = paragraph.every(({ words }) => isDatedNotice(words) || isRightsReserved(words));
    const first = paragraph[0]?.words ?? "";
    const isAlone = paragraph.length === 1 && isCopyrightNotice(first);
    const isWrapped = isDatedNotice(paragraph.map(({ words }) => words).join(" "));
    if (isAlone || isWrapped || (isNotice && isDatedNotice(first))) notices.push(...paragraph);
    paragraph = [];
  };
  for (const line of lines) {
    if (line.words === "") close();
    else paragraph.push(line);
  }
  close();
  return notices;
}
