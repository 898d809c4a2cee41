/** Tables of HTML in a document, as far as their cells are plain. */

import type { Text } from "../../model/facts.ts";
import type { FigureTable } from "./figures.ts";

/** Tables, rows and cells looked at; the longest table known has 120 rows. */
const MOST_TABLES = 100;
const MOST_ROWS = 500;
const MOST_CELLS = 60;

/** A longer cell is no figure, in UTF-16 units. */
const LONGEST_CELL = 2_000;

const TAG = /<(\/?)(table|tr|t[dh])\b[^<>]{0,500}>/gi;

interface Open {
  readonly from: number;
  readonly rows: { readonly cells: string[]; readonly at: number[]; readonly from: number }[];
}

/** A tag of a table, and where the next one begins. */
interface Tag {
  /** `tr`, or `/tr` where it closes. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

function listTags(content: string): readonly Tag[] {
  const found = [...content.matchAll(TAG)];
  return found.map(({ index, 0: tag, 1: slash, 2: name = "" }, at) => {
    const to = index + tag.length;
    return { name: `${slash}${name.toLowerCase()}`, from: index, to, next: found[at + 1]?.index ?? to };
  });
}

/** Tables in the order in which they stand; the first row is the head. */
export function listHtmlTables(text: Text): readonly FigureTable[] {
  const tables: FigureTable[] = [];
  let open: Open | null = null;
  for (const tag of listTags(text.content)) {
    if (tag.name.endsWith("table")) {
      if (open !== null) tables.push(...close(text, open, tag.from));
      open = tag.name === "table" && tables.length < MOST_TABLES ? { from: tag.from, rows: [] } : null;
    } else if (open !== null) addTag(open, tag, text.content);
  }
  return tables;
}

function addTag(open: Open, { name, from, to, next }: Tag, content: string): void {
  if (name === "tr" && open.rows.length < MOST_ROWS) open.rows.push({ cells: [], at: [], from });
  // A cell reaches to the next tag of a table, whether it is closed or not.
  if (name === "td" || name === "th") {
    addCell(open, { from, words: content.slice(to, Math.min(next, to + LONGEST_CELL)) });
  }
}

function addCell({ rows }: Open, { from, words }: { readonly from: number; readonly words: string }): void {
  const row = rows.at(-1);
  if (row === undefined || row.cells.length >= MOST_CELLS) return;
  row.cells.push(
    words
      .replace(/<[^<>]{0,500}>/g, " ")
      .replace(/&nbsp;/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
  row.at.push(from);
}

/** A row that lacks a cell lies beside one that spans it, which stands in front. */
function close(text: Text, { from, rows }: Open, to: number): readonly FigureTable[] {
  const [head, ...body] = rows.filter(({ cells }) => cells.length > 0);
  if (head === undefined || body.length === 0) return [];
  const width = head.cells.length;
  const lacking = (cells: readonly string[]): number => Math.max(0, width - cells.length);
  const table: FigureTable = {
    header: head.cells,
    rows: body.map(({ cells }) => [...Array<string>(lacking(cells)).fill(""), ...cells]),
    at: text.place(from, to),
    lineOf(row, column) {
      const found = body[row];
      if (found === undefined) return 1;
      const start = found.at[column - lacking(found.cells)] ?? found.from;
      return text.place(start, start).line ?? 1;
    },
  };
  return [table];
}
