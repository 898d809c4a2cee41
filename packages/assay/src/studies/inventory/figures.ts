/** Finds figures of an evaluation in the tables of a document: a measure, numbers, and no other model's. */

import type { DocumentFact, Heading, Table } from "../../model/facts.ts";
import { classifyHeading } from "../sections/classify.ts";
import { namesAnother } from "../shared/families.ts";
import { flattenName } from "../shared/own-names.ts";
import { isMeasure, namesBenchmark } from "./measures.ts";

/** Measures of anything: they count where the table is not about machines. */
const WEAK = /\bscores?\b|%/i;
const MACHINES =
  /\b(?:gpus?|cpus?|v?ram|memory|latency|throughput|speed|tokens?|flops|cost|price|param(?:eter)?s|downloads?|size|time|hours?)\b/i;

/** Headings under which results stand, and those under which there are none yet. */
const RESULTS = /\b(?:evaluations?|results?|benchmarks?|performance)\b/i;
const PLANNED = /\b(?:plan(?:s|ned)?|t[o]do|upcoming|future|soon|roadmap)\b/i;

/** A cell that is a figure and nothing else, perhaps emphasised, a percentage, starred, with its spread, or two of them. */
const NUMBER = /^[\s*_~]*\d+(?:[.,]\d+)?\s*%?(?:\s?\/\s?\d+(?:[.,]\d+)?%?)?[\s*_~]*(?:[(±].{0,20})?$/;

/** Benchmarks by which a table is one of results wherever it stands. */
const FEWEST_BENCHMARKS = 2;

/** A longer cell is no figure, in UTF-16 units. */
const LONGEST_NUMBER = 60;

/** A table, and at which line a cell of it stands. */
export interface FigureTable extends Table {
  lineOf(row: number, column: number): number;
}

/** A pipe table is its header, a line of dashes, and one line for each row. */
export function listPipeTables({ tables }: DocumentFact): readonly FigureTable[] {
  return tables.flatMap((table) => {
    const { line } = table.at;
    return line === undefined ? [] : [{ ...table, lineOf: (row: number) => line + 2 + row }];
  });
}

/** What is looked through for figures. */
export interface Searched {
  readonly headings: readonly Heading[];
  readonly tables: readonly FigureTable[];
  /** Names of the release. */
  readonly own: readonly string[];
}

/**
 * Line of the first row of the model's own figures under a heading of results, or anywhere where `isResults` holds. A table
 * that measures what it calls by the release's own name on several benchmarks is one of results wherever it stands.
 */
export function findFigures(
  { headings, tables, own }: Searched,
  isResults: (headings: readonly Heading[]) => boolean = isUnderResults,
): number | null {
  for (const table of tables) {
    const above = headings.filter(({ at, end }) => at.start < table.at.start && table.at.start < end);
    if (above.some(({ title }) => PLANNED.test(title) || namesAnother(title, own))) continue;
    const isMeant = isResults(above)
      ? hasMeasure(table, above) || isCompared(table, above, own)
      : namesOwn(table, own) && hasBenchmarks(table);
    const found = isMeant ? findRow(table, own) : NOWHERE;
    if (found.row >= 0) return table.lineOf(found.row, found.column);
  }
  return null;
}

function isUnderResults(headings: readonly Heading[]): boolean {
  return headings.some(({ title }) => RESULTS.test(title) || classifyHeading(title) === "evaluation-results");
}

/** Whether a column or a row is called by the release's own name. */
export function namesOwn({ header, rows }: Table, own: readonly string[]): boolean {
  return [...header, ...rows.map(([first = ""]) => first)].some((cell) => isOwn(cell, own));
}

function hasBenchmarks({ header, rows }: Table): boolean {
  const words = [...header, ...rows.filter(isNumeric).flatMap(([first = "", second = ""]) => [first, second])];
  return words.filter(namesBenchmark).length >= FEWEST_BENCHMARKS;
}

/** Headings under which a table with the release's own name in it is one of results, whatever its columns are called. */
const EVALUATED = /\b(?:evaluations?|benchmarks?|evaluation results?)\b/i;

function isCompared(table: Table, above: readonly Heading[], own: readonly string[]): boolean {
  const { header, rows } = table;
  const words = [...header, ...rows.map(([first = ""]) => first), ...above.slice(1).map(({ title }) => title)];
  return (
    above.some(({ title }) => EVALUATED.test(title)) &&
    namesOwn(table, own) &&
    !words.some((cell) => MACHINES.test(cell))
  );
}

function hasMeasure({ header, rows }: Table, above: readonly Heading[]): boolean {
  // A row without figures below the head is a second one.
  const second = rows.slice(0, 1).filter((row) => !isNumeric(row));
  const words = [...header, ...second.flat(), ...rows.filter(isNumeric).map(([first = ""]) => first)];
  const near = above.at(-1)?.title ?? "";
  if ([...words, near].some(isMeasure)) return true;
  // The second column often names the benchmark where the first groups them.
  if (rows.some((row) => isNumeric(row.slice(1)) && isMeasure(row[1] ?? ""))) return true;
  return words.some((cell) => WEAK.test(cell)) && !words.some((cell) => MACHINES.test(cell));
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

const NOWHERE: Cell = { row: -1, column: -1 };

/** First figure that is the model's own; {@link NOWHERE} where the table does not tell. */
function findRow({ header, rows }: Table, own: readonly string[]): Cell {
  const column = header.findIndex((cell, index) => index > 0 && isOwn(cell, own));
  if (column > 0) return { row: rows.findIndex((row) => isNumber(row[column] ?? "")), column };
  if (rows.some(([first = ""]) => isOwn(first, own)))
    return firstFigure(rows, (row) => isOwn(row[0] ?? "", own) && isNumeric(row));
  const compares = [...header, ...rows.map(([first = ""]) => first)].some(
    (cell) => !/^\W{0,3}(?:vs|versus)\b/i.test(cell) && namesAnother(cell, own),
  );
  return compares ? NOWHERE : firstFigure(rows, isNumeric);
}

function firstFigure(rows: Table["rows"], isWanted: (row: readonly string[]) => boolean): Cell {
  const row = rows.findIndex(isWanted);
  return { row, column: (rows[row] ?? []).findIndex((cell, index) => index > 0 && isNumber(cell)) };
}

function isOwn(cell: string, own: readonly string[]): boolean {
  const name = flattenName(cell);
  return own.some((known) => name.startsWith(known));
}

function isNumeric(row: readonly string[]): boolean {
  return row.slice(1).some(isNumber);
}

function isNumber(cell: string): boolean {
  return cell.length <= LONGEST_NUMBER && NUMBER.test(cell);
}

/** Measures that a sentence states with their figure: `accuracy of 91.2%`, `Perplexity: 9.15`. */
const STATED =
  /\b(?:accuracy|perplexity|f1(?:[- ]score)?|bleu|rouge(?:-\w)?|wer|cer|auc|auroc|m?iou|map|ndcg|recall|precision|word error rate|exact match)\b[^.\d\n]{0,40}[^\w.\n-](\d{1,3}(?:\.\d{1,4})?)(?![\w-]|\.\d)/i;

/** Whether a sentence states a figure of the model's own. */
export function statesFigure(words: string, own: readonly string[]): boolean {
  return STATED.test(words) && !namesAnother(words, own) && !PLANNED.test(words);
}
