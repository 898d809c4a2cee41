/** Text of strangers in GitHub-flavoured Markdown: it stays text, makes no link, and breaks neither table nor list. */

import { toPrintable } from "../shared/printable.ts";

/** Characters that start something wherever they stand (CommonMark 0.31 §2.4 lets any of them be escaped). */
const SPECIAL = /[\\`*_[\]<>|~&$#]/g;

/** What starts a list, a heading's underline or a rule where it stands first on a line. */
const FIRST = /^(?:[-+=]|\d{1,9}(?=[.)]))/;

/** Nothing that is seen, between two letters that would make a link together. */
const BREAK = "<!-- -->";

/** What hosts look for in the finished text, where no backslash is left: mentions, mail, issues, names of emoji. */
const SOUGHT = /@|#(?=\d)|:(?=[\w+-]+:)|GH-(?=\d)/gi;

/** Stands for a break while the text is escaped: no printable text holds it. */
const MARK = "\u0000";

/** One line of text. Runs of blanks become one, as a reader would see them anyway. */
export function escapeMarkdown(text: string): string {
  const line = toPrintable(text).replace(/ {2,}/g, " ").trim();
  return line
    .replace(SOUGHT, (start) => start + MARK)
    .replace(SPECIAL, "\\$&")
    .replace(/:(?=\S)/g, "\\:")
    .replace(/www\./gi, (word) => `${word.slice(0, 3)}\\.`)
    .replace(FIRST, (start) => (/\d/.test(start) ? start + MARK : `\\${start}`))
    .replaceAll(MARK, BREAK);
}

/** A path, a digest, a word of a machine: as code, in a form that holds in tables too. */
export function writeCode(text: string): string {
  return /^[\w./+-]+(?::\d+)?$/.test(text) ? `\`${text}\`` : `<code>${escapeMarkdown(text)}</code>`;
}

/** The destination of a link, between angle brackets: what could end it there, or the cell it stands in, is encoded. */
export function writeDestination(href: string): string {
  const encode = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return `<${href.replace(/[<>\\|`*_[\]$ ]/g, encode).replaceAll("&", "&amp;")}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text inside a line of HTML, which Markdown leaves as it is. */
export function escapeHtmlLine(text: string): string {
  const marked = toPrintable(text).replace(SOUGHT, (start) => start + MARK);
  return marked.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "").replaceAll(MARK, BREAK);
}
