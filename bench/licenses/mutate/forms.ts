/**
 * Other forms of the same words, as files in the wild have them. The matching guidelines of SPDX name each of them but
 * the marks of HTML and Markdown, which no reader of such a file sees as words.
 */

import { copyrightLines, paragraphsOf } from "./text.ts";

/** A way to write a text. */
export interface Form {
  readonly id: string;
  write(text: string): string;
}

const LIST_MARK = /^([^\S\n]*)(?:[*•-]|\d{1,2}[.)]|\([a-z\d]{1,3}\)|[a-z]\))(?=[^\S\n]+\S)/gm;

/** Marks of a comment at the start of each line. */
const PREFIXES: Readonly<Record<string, string>> = {
  slashes: "//",
  hash: "#",
  semicolons: ";;",
  dashes: "--",
  percent: "%",
  rem: "REM",
  dnl: "dnl",
  quote: ">",
};

/** Every form. */
export const FORMS: readonly Form[] = [
  { id: "wrap-50", write: (text) => rewrap(text, 50) },
  { id: "wrap-100", write: (text) => rewrap(text, 100) },
  { id: "one-line-a-paragraph", write: (text) => rewrap(text, Number.POSITIVE_INFINITY) },
  ...Object.entries(PREFIXES).map(([id, mark]) => ({ id: `prefix ${id}`, write: prefix(mark) })),
  { id: "block comment", write: (text) => `/*\n${prefix(" *")(text)}\n */\n` },
  { id: "html comment", write: (text) => `<!--\n${text}\n-->\n` },
  { id: "html", write: toHtml },
  { id: "markdown title", write: (text) => text.replace(/\S[^\n]*/, "# $&") },
  { id: "markdown underlined title", write: (text) => text.replace(/\S[^\n]*/, "$&\n==========") },
  { id: "indented", write: (text) => text.replaceAll(/^(?=.)/gm, "    ") },
  { id: "curly quotes", write: curlyQuotes },
  { id: "grave quotes", write: (text) => text.replaceAll(/"([^"\n]*)"/g, "``$1''") },
  { id: "bullets", write: (text) => text.replaceAll(/^([^\S\n]*)[*•-](?=[^\S\n]+\S)/gm, "$1•") },
  { id: "no marks of lists", write: (text) => text.replaceAll(LIST_MARK, "$1") },
  {
    id: "marks of lists in brackets",
    write: (text) => text.replaceAll(/^([^\S\n]*)(\d{1,2})\.(?=[^\S\n]+\S)/gm, "$1($2)"),
  },
  { id: "two spaces", write: (text) => text.replaceAll(/(?<=\S) (?=\S)/g, "  ") },
  { id: "tabs", write: (text) => text.replaceAll(/^ +/gm, "\t") },
  { id: "no-break spaces", write: (text) => text.replaceAll(/(?<=\S) (?=\S)/g, "\u00a0") },
  { id: "spaces at ends", write: (text) => text.replaceAll(/(?=\n)/g, "   ") },
  { id: "blank lines", write: (text) => text.replaceAll("\n\n", "\n\n\n\n") },
  { id: "form feeds", write: (text) => text.replaceAll("\n\n", "\n\n\f") },
  { id: "CRLF", write: (text) => text.replaceAll("\n", "\r\n") },
  { id: "CR", write: (text) => text.replaceAll("\n", "\r") },
  { id: "byte order mark", write: (text) => `\ufeff${text}` },
  { id: "title in capitals", write: (text) => changeTitle(text, (title) => title.toUpperCase()) },
  { id: "title in small letters", write: (text) => changeTitle(text, (title) => title.toLowerCase()) },
  { id: "all in capitals", write: (text) => text.toUpperCase() },
  { id: "rules around", write: (text) => `${"-".repeat(60)}\n${text}\n${"-".repeat(60)}\n` },
  { id: "another holder", write: otherHolder },
  { id: "https", write: (text) => text.replaceAll("http://", "https://") },
];

/** Paragraphs of lines of a width; a line that begins with a mark of a list begins a line. */
function rewrap(text: string, width: number): string {
  const paragraphs = paragraphsOf(text).map(({ start, end }) => text.slice(start, end));
  return `${paragraphs
    .map((paragraph) =>
      itemsOf(paragraph)
        .map((item) => fill(item, width))
        .join("\n"),
    )
    .join("\n\n")}\n`;
}

function itemsOf(paragraph: string): readonly string[] {
  return paragraph.split(/\n(?=[^\S\n]*(?:[*•-]|\d{1,2}[.)]|\([a-z\d]{1,3}\)|[a-z]\))[^\S\n]+\S)/);
}

function fill(item: string, width: number): string {
  const lines: string[] = [];
  for (const word of item.trim().split(/\s+/)) {
    const last = lines.at(-1);
    // A mark of a list at the start of a line that is none would be read as one.
    const fits = last !== undefined && (last.length + 1 + word.length <= width || LOOKS_LIKE_MARK.test(word));
    if (fits) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

const LOOKS_LIKE_MARK = /^(?:[*•-]+|\w{1,3}[.):]|\([\w]{1,4}\)|#+|\/\/|;+|%|>)$/;

function prefix(mark: string): (text: string) => string {
  return (text) => text.replaceAll(/^.*$/gm, (line) => (line === "" ? mark : `${mark} ${line}`));
}

function toHtml(text: string): string {
  const escaped = text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
  const [title = "", ...paragraphs] = paragraphsOf(escaped).map(({ start, end }) => escaped.slice(start, end));
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
  return `<!DOCTYPE html>\n<html>\n<body>\n<h1>${title}</h1>\n${body}\n</body>\n</html>\n`;
}

function curlyQuotes(text: string): string {
  return text.replaceAll(/"([^"]*)"/g, "“$1”").replaceAll(/(?<=\w)'(?=\w)/g, "’");
}

/** The first line in another case; a line of copyright is no title, and its holder no name in another case. */
function changeTitle(text: string, change: (title: string) => string): string {
  const [first] = copyrightLines(text);
  const start = text.search(/\S/);
  return first !== undefined && first.start <= start ? text : text.replace(/\S[^\n]*/, change);
}

/** Another year and name in the lines of copyright that have them. */
function otherHolder(text: string): string {
  return copyrightLines(text).reduceRight((changed, { start, end }) => {
    const line = changed.slice(start, end);
    // Only a plain line: a statute's or foundation's own notice is part of some texts.
    const isPlain = /^\s*copyright \(c\) [^.,]*$/i.test(line) && !/foundation/i.test(line);
    return isPlain ? `${changed.slice(0, start)}Copyright (c) 2021 Jane Example${changed.slice(end)}` : changed;
  }, text);
}
