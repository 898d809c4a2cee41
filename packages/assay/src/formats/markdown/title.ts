/** Headings as a person reads them. */

import { DestinationReader } from "./destination.ts";

/** UTF-16 units of a heading that are looked at; what is longer is no heading to a reader. */
const MAX_TITLE = 1_000;

/** The text of a heading `[from, to)` without emphasis, code marks, tags and images; links leave their text. */
export function plainTitle(content: string, from: number, to: number): string {
  const raw = content.slice(from, Math.min(to, from + MAX_TITLE));
  let title = "";
  for (let at = 0; at < raw.length; ) {
    const skipped = skipMarkup(raw, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    if (raw[at] === "\\" && /[!-/:-@[-`{-~]/.test(raw[at + 1] ?? "")) at++;
    title += raw[at] ?? "";
    at++;
  }
  return title.replace(/\s+/g, " ").trim();
}

/** Where the text goes on behind the mark at `at`; `at` itself when there is none. */
function skipMarkup(raw: string, at: number): number {
  const char = raw[at] ?? "";
  if (char === "*" || char === "`" || char === "[") return at + 1;
  if (char === "~") return raw[at + 1] === "~" ? at + 2 : at;
  if (char === "_") return isLetter(raw[at - 1]) && isLetter(raw[at + 1]) ? at : at + 1;
  if (char === "<") return tagEnd(raw, at);
  if (char === "!") return raw[at + 1] === "[" ? imageEnd(raw, at) : at;
  return char === "]" ? linkEnd(raw, at) : at;
}

function tagEnd(raw: string, at: number): number {
  if (!/[a-z/!]/i.test(raw[at + 1] ?? "")) return at;
  const end = raw.indexOf(">", at);
  return end < 0 ? at : end + 1;
}

function imageEnd(raw: string, at: number): number {
  const close = raw.indexOf("]", at);
  return close < 0 ? at : linkEnd(raw, close);
}

function linkEnd(raw: string, close: number): number {
  const destination = raw[close + 1] === "(" ? new DestinationReader(raw, raw.length).read(close + 2) : undefined;
  if (destination !== undefined) return destination.end;
  const label = raw[close + 1] === "[" ? raw.indexOf("]", close + 2) : -1;
  return label < 0 ? close + 1 : label + 1;
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}_]/u.test(char);
}
