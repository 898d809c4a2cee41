/** What the tables of a document disclose: settings, sizes, figures of a training, benchmarks with their scores. */

import type { DocumentFact } from "../../model/facts.ts";
import { type FigureTable, listPipeTables } from "../inventory/figures.ts";
import { listHtmlTables } from "../inventory/html-tables.ts";
import { type Page, sectionAt } from "../pages/index.ts";
import type { SectionKind } from "../sections/classify.ts";
import { offsetOfLine } from "../shared/noting.ts";
import { flattenName } from "../shared/own-names.ts";
import type { Disclosure } from "./disclosure.ts";
import { readScaled } from "./numbers.ts";
import { isOwn, namesOnlyOthers, type OwnNames } from "./own.ts";
import { benchmarkOf } from "./vocabulary.ts";

/** Tables and rows looked at; a page with more is a leaderboard. */
const MOST_TABLES = 100;
const MOST_ROWS = 300;
const MOST_CELLS = 60;

/** A cell that is a figure, perhaps with its spread, an arrow or a mark. */
const FIGURE = /^[\s*_~↑↓+]*\d{1,3}(?:,\d{3})*(?:[.,]\d+)?\s*%?[\s*_~†‡↑↓]*(?:[(±/].{0,24})?$/;

/** A setting of a training, as a head or a first cell names it. */
export const SETTING: RegExp =
  /\b(?:(?:peak |max(?:imum)? |initial |final )?learning[ _-]?rate|lr|(?<!max(?:imum)? )(?:global |micro |train(?:ing)? |total train )?batch[ _-]?size|weight[ _-]?decay|warm-?up(?: steps| ratio| tokens| iterations)?|adam[ _-]?(?:beta|β|eps)\w*|dropout|(?:num[ _])?epochs?|grad(?:ient)?[ _-]?(?:clip\w*|norm)|optimi[sz]er|(?:training |max )?steps|lr[ _]scheduler\w*|precision)\b/i;

const SIZE =
  /\b(?:(?:num(?:ber)?(?: of)? |n_)?(?:hidden )?layers?|hidden[ _-]?(?:size|dim\w*)|d_?model|model dim\w*|(?:attention |query |kv |n_)?heads?|vocab(?:ulary)?(?:[ _-]?size)?|intermediate[ _-]?size|ffn|head dim\w*|sequence length|experts?|blocks?|patch size)\b/i;

/** A table with its place. */
export interface Seen {
  readonly page: Page;
  readonly table: FigureTable;
  readonly kind: SectionKind;
  readonly own: OwnNames;
}

/** Tables of a page with the section that each stands in, without those under the name of another model. */
export function* listSeen(page: Page, own: OwnNames): Generator<Seen> {
  for (const table of listTables(page)) {
    const { kind, titles } = sectionAt(page, table.at.line ?? 1);
    if (!titles.some((title) => namesOnlyOthers(title, own))) yield { page, table, kind, own };
  }
}

/** What the tables of a page disclose. */
export function* readTables(page: Page, own: OwnNames): Generator<Disclosure> {
  for (const seen of listSeen(page, own)) {
    yield* readSizes(seen);
    yield* readColumns(seen);
    yield* readBenchmarks(seen);
  }
}

function listTables({ document, text }: Pick<Page, "document" | "text">): readonly FigureTable[] {
  const html = /<table\b/i.test(text.content) ? listHtmlTables(text) : [];
  return [...listPipeTables(document satisfies DocumentFact), ...html].slice(0, MOST_TABLES).map((table) => ({
    ...table,
    header: table.header.slice(0, MOST_CELLS),
    rows: table.rows.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_CELLS)),
  }));
}

/** Sections whose tables are about how to use a model, or what it can do. */
const OF_OTHERS: ReadonlySet<SectionKind> = new Set(["usage", "evaluation-results", "license", "changelog"]);

/** Two sizes with their values make a table of an architecture. */
function* readSizes(seen: Seen): Generator<Disclosure> {
  const [first, second] = listNamed(seen, SIZE);
  if (first !== undefined && second !== undefined)
    yield disclose(seen, { claim: "architecture.described", row: first.row });
}

/** Names in the head or in first cells that have a value, each with the row of its value. */
export function listNamed(
  { table, kind, own }: Seen,
  name: RegExp,
): readonly { readonly name: string; readonly row: number }[] {
  if (OF_OTHERS.has(kind)) return [];
  const { header, rows } = table;
  const ours = rows.findIndex(([first = ""]) => !namesOnlyOthers(first, own));
  const inHead = header.flatMap((cell, column) =>
    column > 0 && isNamed(cell, name) && hasDigit(rows[ours]?.[column] ?? "") ? [{ name: plain(cell), row: ours }] : [],
  );
  const below = rows.flatMap((cells, row) =>
    isNamed(cells[0] ?? "", name) && cells.slice(1).some(hasDigit) ? [{ name: plain(cells[0] ?? ""), row }] : [],
  );
  return [...inHead, ...below];
}

function isNamed(cell: string, name: RegExp): boolean {
  return cell.length <= 60 && name.test(cell.replace(/[*`]/g, ""));
}

function hasDigit(cell: string): boolean {
  return /\d/.test(plain(cell).replace(/\[[^[\]]{0,200}\]/g, ""));
}

interface Column {
  readonly claim: string;
  readonly head: RegExp;
  readonly least: number;
  readonly isYes?: true;
  /** Set where the models of a table may be called by it. */
  readonly isFirst?: true;
}

const COLUMNS: readonly Column[] = [
  { claim: "accelerator-hours.stated", head: /\b(?:GPU|TPU|accelerator|chip)[- ]?hours?\b/i, least: 1 },
  {
    claim: "training-data.tokens",
    head: /^(?:#|num(?:ber of)? )?(?:(?:pre-?)?train(?:ing)?(?:ed)? )?(?:tokens?|token count)(?: \([^()]{0,20}\))?$/i,
    least: 1e9,
  },
  { claim: "training-compute.stated", head: /\btraining (?:compute|flops?)\b|\btotal flops?\b/i, least: 1e17 },
  {
    claim: "model-size.described",
    head: /^(?:#|num(?:ber of)? )?(?:model |total )?param(?:eter)?s?(?: \([^()]{0,20}\))?$/i,
    least: 1e5,
    isYes: true,
    isFirst: true,
  },
  { claim: "carbon.stated", head: /\bCO2|CO₂|\bcarbon emi/i, least: 0, isYes: true },
  { claim: "energy.stated", head: /\b[kMG]Wh\b/, least: 0, isYes: true },
];

/** A row that sums up those above. */
const TOTAL = /^\W{0,4}(?:total|sum|all)\b/i;

/** Figures of a training under the heading of their column: of the whole where a row sums it up. */
function* readColumns(seen: Seen): Generator<Disclosure> {
  for (const column of COLUMNS) {
    const index = seen.table.header.findIndex(
      (cell, at) => (at > 0 || column.isFirst === true) && column.head.test(plain(cell)),
    );
    if (index >= 0 && !PARTIAL.test(plain(seen.table.header[index] ?? ""))) yield* readColumn(seen, column, index);
  }
}

/** A head of what a part of a training takes. */
const PARTIAL = /\b(?:per|on|for|each) (?:\d|\w+ tokens?\b|epoch|step|billion|trillion)/i;

function* readColumn(seen: Seen, { claim, least, isYes }: Column, index: number): Generator<Disclosure> {
  const { table, own } = seen;
  const nameOf = (cells: readonly string[]): string => plain(cells.slice(0, Math.min(index, 2)).join(" "));
  const isOurs = (cells: readonly string[]): boolean =>
    cells.slice(0, Math.min(index, 2)).some((cell) => isModel(plain(cell), own));
  const hasOurs = table.rows.some(isOurs);
  for (const [row, cells] of table.rows.entries()) {
    const isTotal = TOTAL.test(cells[0] ?? "");
    const value = readCell(cells[index] ?? "", table.header[index] ?? "");
    if (Number.isNaN(value) || value < least || namesOnlyOthers(nameOf(cells), own)) continue;
    if (!hasOurs || isTotal || isOurs(cells))
      yield disclose(seen, { claim, row, ...(isYes === true ? {} : { value }), isTotal });
  }
}

function plain(cell: string): string {
  return cell
    .replace(/\]\([^()]{0,300}\)/g, "]")
    .replace(/<[^<>]{0,80}>|[*`_]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** What a cell comes to; the scale may stand in the heading. */
function readCell(cell: string, head: string): number {
  const text = plain(cell).replace(/^[~≈>]? ?/, "");
  const power = /^(\d{1,4}(?:\.\d{1,4})?)(?:e\+?|(?: ?[×x] ?10\^?))(\d{1,2})\b/i.exec(text);
  if (power !== null) return Number(`${power[1]}e${power[2]}`);
  const match =
    /^(\d{1,3}(?:,\d{3}){1,4}|\d{1,5}(?:\.\d{1,4})?) ?(T|B|M|k|trillion|billion|million)?\+?(?: tokens)?(?:\W.{0,40})?$/i.exec(
      text,
    );
  if (match === null) return Number.NaN;
  const scale = match[2] ?? /\((?:in )?(T|B|M|k|trillion|billion|million)\)/i.exec(head)?.[1] ?? "";
  return readScaled(match[1] ?? "", scale);
}

/** Benchmarks of which the table has a figure of the release's own. */
function* readBenchmarks(seen: Seen): Generator<Disclosure> {
  const ours = findOwn(seen);
  if (ours === null) return;
  for (const [row, cells] of seen.table.rows.entries()) {
    if (ours.isRow(cells)) yield* readHeads(seen, row);
    const value = benchmarkOf(cells[0] ?? "") ?? benchmarkOf(cells[1] ?? "");
    if (value !== undefined && ours.listCells(cells).some(isFigure))
      yield disclose(seen, { claim: "evaluation.benchmarks", row, value });
  }
}

/** Which rows, and which cells of a row, hold the release's own figures. */
interface Ours {
  isRow(cells: readonly string[]): boolean;
  listCells(cells: readonly string[]): readonly string[];
}

/** Null where a table tells of others alone, or of nobody under no heading of results. */
function findOwn({ table, own, kind }: Seen): Ours | null {
  const isOurs = (cell: string): boolean => isModel(plain(cell), own);
  const columns = table.header.flatMap((cell, index) => (index > 0 && isOurs(cell) ? [index] : []));
  if (columns.length > 0)
    return {
      isRow: (cells) => isOurs(cells[0] ?? ""),
      listCells: (cells) => columns.map((column) => cells[column] ?? ""),
    };
  const first = table.rows.flatMap((row) => row.slice(0, 2));
  if (first.some(isOurs)) return { isRow: (cells) => cells.slice(0, 2).some(isOurs), listCells: () => [] };
  const isOfOthers = [...table.header, ...first].some((cell) => namesOnlyOthers(plain(cell), own));
  if (isOfOthers || kind !== "evaluation-results") return null;
  return { isRow: () => true, listCells: (cells) => cells.slice(1) };
}

/** Benchmarks in the head over the figures of a row. */
function* readHeads(seen: Seen, row: number): Generator<Disclosure> {
  const { table } = seen;
  for (const [column, cell] of table.header.entries()) {
    const value = column > 0 ? benchmarkOf(cell) : undefined;
    if (value !== undefined && isFigure(table.rows[row]?.[column] ?? ""))
      yield disclose(seen, { claim: "evaluation.benchmarks", row, value });
  }
}

/** Whether a cell names the release's model, and not only a word that its name begins with. */
function isModel(cell: string, own: OwnNames): boolean {
  return (
    cell.length > 1 && cell.length <= 80 && !/^\d/.test(cell) && benchmarkOf(cell) === undefined && startsOwn(cell, own)
  );
}

function startsOwn(cell: string, own: OwnNames): boolean {
  const bare = cell.replace(/\[([^[\]]{0,80})\]\([^()]{0,300}\)/g, "$1").replace(/^\W+/, "");
  return isOwn(bare, own) && isLong(bare, own);
}

/** A prefix of an own name counts only when it is most of it. */
function isLong(cell: string, { names }: OwnNames): boolean {
  const flat = flattenName(cell);
  return names.some((name) => flat.startsWith(name) || (name.startsWith(flat) && flat.length * 2 >= name.length));
}

function isFigure(cell: string): boolean {
  return cell.length <= 60 && FIGURE.test(plain(cell));
}

/** A place in a row of a table. */
export function disclose(
  { page, table }: Seen,
  { row, ...said }: Pick<Disclosure, "claim" | "value" | "isTotal"> & { readonly row: number },
): Disclosure {
  const line = table.lineOf(row, 0);
  const from = offsetOfLine(page.text, line);
  const words = page.text.content.slice(from, endOfRow(page.text.content, from)).trimEnd();
  return { page, line, from, words, isDenied: false, ...said };
}

/** More of a row of HTML is not shown, in UTF-16 units. */
const LONGEST_ROW = 400;

/** Where a row ends: with its line, or where it closes when it is written as HTML. */
function endOfRow(content: string, from: number): number {
  const newline = content.indexOf("\n", from);
  const end = newline < 0 ? content.length : newline;
  if (!/^\s*</.test(content.slice(from, end))) return end;
  const close = content.slice(from, from + LONGEST_ROW).search(/<\/tr/i);
  return close < 0 ? Math.min(content.length, from + LONGEST_ROW) : from + close;
}
