/** Blocks of a document, line by line: what starts or ends where. Every line is looked at once. */

import { DestinationReader } from "./destination.ts";
import { scanInlines } from "./inlines.ts";
import type { Line } from "./lines.ts";
import { isBlank, lineAt, nextLine, runLength } from "./lines.ts";
import type { Skeleton } from "./skeleton.ts";
import { isDelimiterRow, splitCells } from "./table.ts";
import { plainTitle } from "./title.ts";

/** Rows of a table that are kept; the longest result table known has 560. */
const MAX_ROWS = 1_000;

/** Longest label of a definition (CommonMark 0.31.2, "link label"). */
const MAX_LABEL = 999;

interface Paragraph {
  readonly start: number;
  /** Behind its last line. */
  end: number;
  /** Where its last line begins, which may be the header of a table. */
  last: Line;
  /** Stands in no list and no quote, so that an underline makes it a heading. */
  readonly plain: boolean;
}

/** An open code block: what stands in it is no heading, link or table. */
interface Fence {
  readonly char: string;
  readonly length: number;
  readonly quotes: number;
}

interface OpenTable {
  readonly start: number;
  end: number;
  readonly header: readonly string[];
  readonly rows: (readonly string[])[];
}

/** Finds the parts of `content` from `body` on. Returns where a comment opens that never closes, else -1. */
export function scanBlocks(content: string, body: number, found: Skeleton): number {
  const scanner = new BlockScanner(content, found);
  return scanner.scan(body);
}

class BlockScanner {
  readonly #content: string;
  readonly #found: Skeleton;
  #paragraph: Paragraph | undefined;
  #fence: Fence | undefined;
  #table: OpenTable | undefined;
  /** A list is open, so that indented lines are its text and no code. */
  #list = false;
  #blankBefore = true;
  #unclosed = -1;

  constructor(content: string, found: Skeleton) {
    this.#content = content;
    this.#found = found;
  }

  scan(body: number): number {
    const content = this.#content;
    for (let at = body; at < content.length; ) {
      const line = lineAt(content, at);
      this.#found.steps += line.end - line.start + 1;
      at = this.#line(line) ?? nextLine(content, line);
    }
    this.#endBlock();
    return this.#unclosed;
  }

  /** Handles a line; returns where to go on if not at the next one. */
  #line(line: Line): number | undefined {
    if (this.#fence !== undefined && this.#inFence(this.#fence, line)) return undefined;
    if (line.text === line.end) this.#endBlock();
    else if (this.#content.startsWith("<!--", line.text) && line.indent < 4) return this.#comment(line);
    else this.#block(line);
    this.#blankBefore = line.text === line.end;
    return undefined;
  }

  #block(line: Line): void {
    const item = this.#itemText(line);
    if (item > line.text) {
      this.#endBlock();
      this.#list = true;
    } else if (line.indent === 0 && this.#blankBefore) this.#list = false;
    if (this.#openFence(line, item)) return;
    const code = line.indent >= 4 && !this.#list && this.#paragraph === undefined;
    if (code) this.#endBlock();
    else if (item > line.text) this.#text({ ...line, text: item }, false);
    else if (!this.#atxHeading(line) && !this.#underline(line) && !this.#tableLine(line) && !this.#definition(line)) {
      this.#text(line, line.quotes === 0 && !this.#list);
    }
  }

  #inFence(fence: Fence, line: Line): boolean {
    if (line.quotes < fence.quotes) {
      this.#fence = undefined;
      return false;
    }
    const length = this.#content[line.text] === fence.char ? runLength(this.#content, line.text, line.end) : 0;
    if (length >= fence.length && isBlank(this.#content, line.text + length, line.end)) this.#fence = undefined;
    return true;
  }

  #openFence(line: Line, text: number): boolean {
    const char = this.#content[text] ?? "";
    if ((char !== "`" && char !== "~") || (line.indent >= 4 && !this.#list)) return false;
    const length = runLength(this.#content, text, line.end);
    if (length < 3 || (char === "`" && this.#content.slice(text + length, line.end).includes("`"))) return false;
    this.#endBlock();
    this.#fence = { char, length, quotes: line.quotes };
    return true;
  }

  /** A comment at the start of a line runs over blank lines, to the end of the line where it closes. */
  #comment(line: Line): number {
    this.#endBlock();
    const close = this.#content.indexOf("-->", line.text + 4);
    if (close < 0) this.#unclosed = line.text;
    const end = close < 0 ? this.#content.length : close + 3;
    this.#found.steps += end - line.text;
    return nextLine(this.#content, lineAt(this.#content, end));
  }

  /** Where the text of a list item begins behind its marker; the start of the text when this is none. */
  #itemText(line: Line): number {
    const found = ITEM.exec(this.#content.slice(line.text, Math.min(line.end, line.text + MAX_MARKER)));
    return found && !isBreak(this.#content, line) ? line.text + found[0].length : line.text;
  }

  #atxHeading(line: Line): boolean {
    const content = this.#content;
    if (content[line.text] !== "#" || line.indent >= 4 || line.quotes > 0) return false;
    const level = runLength(content, line.text, line.end);
    const from = line.text + level;
    if (level > 6 || (from < line.end && !isBlank(content, from, from + 1))) return false;
    this.#endBlock();
    const title = plainTitle(content, from, withoutClosing(content, from, line.end));
    this.#found.addHeading(level, title, { from: line.text, to: line.end });
    scanInlines(content, { from, to: line.end }, this.#found);
    return true;
  }

  /** An underline of `=` or `-` makes the paragraph above it a heading; without one, dashes are a break. */
  #underline(line: Line): boolean {
    const paragraph = this.#paragraph;
    const char = this.#content[line.text];
    if (isBreak(this.#content, line) && !(char === "-" && paragraph?.plain)) {
      this.#endBlock();
      return true;
    }
    if ((char !== "=" && char !== "-") || !paragraph?.plain || line.indent >= 4 || line.quotes > 0) return false;
    const length = runLength(this.#content, line.text, line.end);
    if (!isBlank(this.#content, line.text + length, line.end)) return false;
    const title = plainTitle(this.#content, paragraph.start, paragraph.end);
    this.#found.addHeading(char === "=" ? 1 : 2, title, { from: paragraph.start, to: line.end });
    this.#endBlock();
    return true;
  }

  /** A row of an open table, or the row of dashes that makes the line above it a header. */
  #tableLine(line: Line): boolean {
    const content = this.#content;
    if (this.#table !== undefined) {
      this.#row(this.#table, line);
      return true;
    }
    const above = this.#paragraph?.last;
    if (above === undefined || !isDelimiterRow(content, line.text, line.end)) return false;
    const header = splitCells(content, above.text, above.end);
    if (header.length !== splitCells(content, line.text, line.end).length) return false;
    this.#endBlock();
    this.#table = { start: above.text, end: line.end, header, rows: [] };
    return true;
  }

  #row(table: OpenTable, line: Line): void {
    table.end = line.end;
    scanInlines(this.#content, { from: line.text, to: line.end }, this.#found);
    if (table.rows.length < MAX_ROWS) table.rows.push(splitCells(this.#content, line.text, line.end));
    else this.#found.leaveOut("rows of a table", MAX_ROWS);
  }

  /** `[label]: url`, which may not interrupt a paragraph. */
  #definition(line: Line): boolean {
    const content = this.#content;
    if (content[line.text] !== "[" || this.#paragraph !== undefined || line.indent >= 4) return false;
    const close = content.slice(line.text, Math.min(line.end, line.text + MAX_LABEL + 2)).indexOf("]:");
    if (close < 0) return false;
    const label = { from: line.text + 1, to: line.text + close };
    const url = destinationOf(content, label.to + 2, line.end);
    if (url === "" || content.slice(label.from, label.to).includes("[")) return false;
    this.#found.addDefinition(label, url);
    return true;
  }

  #text(line: Line, plain: boolean): void {
    if (this.#paragraph === undefined) {
      this.#paragraph = { start: line.text, end: line.end, last: line, plain };
      return;
    }
    this.#paragraph.end = line.end;
    this.#paragraph.last = line;
  }

  #endBlock(): void {
    const paragraph = this.#paragraph;
    const table = this.#table;
    this.#paragraph = undefined;
    this.#table = undefined;
    if (paragraph !== undefined) scanInlines(this.#content, { from: paragraph.start, to: paragraph.end }, this.#found);
    if (table !== undefined) this.#found.addTable(table.header, table.rows, { from: table.start, to: table.end });
  }
}

/** A list marker and the white space behind it; CommonMark allows nine digits. */
const ITEM = /^(?:[-+*]|\d{1,9}[.)])[ \t]+/;
const MAX_MARKER = 64;

/** Three or more of one of `-`, `_` and `*` with nothing else but spaces. */
function isBreak(content: string, line: Line): boolean {
  const char = content[line.text] ?? "";
  if ((char !== "-" && char !== "_" && char !== "*") || line.indent >= 4) return false;
  let count = 0;
  for (let at = line.text; at < line.end; at++) {
    if (content[at] === char) count++;
    else if (content[at] !== " " && content[at] !== "\t") return false;
  }
  return count >= 3;
}

/** End of a heading's text without its closing run of `#`. */
function withoutClosing(content: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(content, end - 1, end)) end--;
  let hashes = end;
  while (hashes > from && content[hashes - 1] === "#") hashes--;
  return hashes === from || isBlank(content, hashes - 1, hashes) ? hashes : end;
}

function destinationOf(content: string, from: number, to: number): string {
  const rest = content.slice(from, to).trim();
  return new DestinationReader(`${rest})`, rest.length + 1).read(0)?.url ?? "";
}
