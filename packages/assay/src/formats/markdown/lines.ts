/** One line of a document: where it stands, and what it begins with. */

/** A line without its line break, seen from inside the quotes it stands in. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Block quotes it stands in. */
  readonly quotes: number;
  /** Columns of white space before its text; a tab goes to the next multiple of four. */
  readonly indent: number;
  /** Offset of its first character behind quotes and white space; `end` for a blank line. */
  readonly text: number;
}

const TAB = 0x09;
const SPACE = 0x20;

/** The line that starts at `start`. */
export function lineAt(content: string, start: number): Line {
  const newline = content.indexOf("\n", start);
  let end = newline < 0 ? content.length : newline;
  if (end > start && content[end - 1] === "\r") end--;
  let quotes = 0;
  let from = skipIndent(content, start, end);
  while (content[from.at] === ">" && from.at < end && from.columns < 4) {
    quotes++;
    const next = from.at + 1;
    from = skipIndent(content, content.charCodeAt(next) === SPACE ? next + 1 : next, end);
  }
  return { start, end, quotes, indent: from.columns, text: Math.min(from.at, end) };
}

/** Offset of the line behind this one. */
export function nextLine(content: string, line: Line): number {
  return content[line.end] === "\r" ? line.end + 2 : line.end + 1;
}

function skipIndent(content: string, start: number, end: number): { readonly at: number; readonly columns: number } {
  let columns = 0;
  let at = start;
  for (; at < end; at++) {
    const code = content.charCodeAt(at);
    if (code === SPACE) columns++;
    else if (code === TAB) columns += 4 - (columns % 4);
    else break;
  }
  return { at, columns };
}

/** Length of the run of one character at `from`, inside `[from, end)`. */
export function runLength(content: string, from: number, end: number): number {
  const code = content.charCodeAt(from);
  let at = from;
  while (at < end && content.charCodeAt(at) === code) at++;
  return at - from;
}

/** Whether only spaces and tabs stand in `[from, end)`. */
export function isBlank(content: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const code = content.charCodeAt(at);
    if (code !== SPACE && code !== TAB) return false;
  }
  return true;
}
