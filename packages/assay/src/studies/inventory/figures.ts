/** Finds figures of an evaluation in the tables of a document: a measure, numbers, and no other model's. */

import type { DocumentFact, Heading, Table } from "../../model/facts.ts";
import { flattenName } from "../shared/own-names.ts";

/** Names of measures and of the benchmarks that stand for one. */
const MEASURE =
  /\b(?:acc(?:uracy)?|f1|f-?score|bleu|chrf|rouge(?:-?\w)?|meteor|perplexity|ppl|wer|cer|m?ap|auc|auroc|m?iou|psnr|ssim|fid|ndcg|mrr|recall|precision|pass@\d+|exact match|em|win ?rate|elo|top-?[15]|bits per \w+|mmlu|gsm-?8k|human ?eval|mbpp|hella ?swag|truthful ?qa|trivia ?qa|wino ?grande|piqa|boolq|bbh|c-?eval|aime\d*|gpqa|if-?eval|live ?code ?bench|swe-?bench)\b/i;

/** Measures of anything: they count where the table is not about machines. */
const WEAK = /\bscores?\b|%/i;
const MACHINES =
  /\b(?:gpus?|cpus?|v?ram|memory|latency|throughput|speed|tokens?|flops|cost|price|param(?:eter)?s|downloads?|size|time|hours?)\b/i;

/** Headings under which results stand, and those under which there are none yet. */
const RESULTS = /\b(?:evaluations?|results?|benchmarks?|performance)\b/i;
const PLANNED = /\b(?:plan(?:s|ned)?|t[o]do|upcoming|future|soon|roadmap)\b/i;

/** Families of models: a table that names one of them compares, and its figures may all be theirs. */
const FAMILY =
  /\b(?:(?:chat)?gpt|o[134]-|llama|mistral|mixtral|qwen|gemma|gemini|claude|falcon|bloom|opt-|phi-|deepseek|yi-|baichuan|(?:chat)?glm|internlm|olmo|pythia|mpt-|vicuna|alpaca|palm|t5|bert|roberta|grok|kimi|minimax|minicpm|stablelm|starcoder|codegen|whisper|clip|dinov?|sam|granite|dbrx|nemotron|command)|\p{L}[-_ ]?\d+(?:\.\d+)?[BM]\b/iu;

/** A cell that is a figure and nothing else, perhaps emphasised, a percentage, starred or with its spread. */
const NUMBER = /^[\s*_~]*\d+(?:[.,]\d+)?\s*%?[\s*_~]*(?:[(±].{0,20})?$/;

/** A longer cell is no figure, in UTF-16 units. */
const LONGEST_NUMBER = 60;

/** A row of a table: the lines below the table's first. */
export interface Figures {
  readonly table: Table;
  readonly row: number;
}

/** First row of the model's own figures under a heading of results, or anywhere where `isResults` holds. */
export function findFigures(
  document: DocumentFact,
  own: readonly string[],
  isResults: (headings: readonly Heading[]) => boolean = isUnderResults,
): Figures | null {
  for (const table of document.tables) {
    const above = document.headings.filter(({ at, end }) => at.start < table.at.start && table.at.start < end);
    if (!isResults(above) || above.some(({ title }) => PLANNED.test(title) || isForeign(title, own))) continue;
    const row = hasMeasure(table, above) ? findRow(table, own) : -1;
    if (row >= 0) return { table, row };
  }
  return null;
}

function isUnderResults(headings: readonly Heading[]): boolean {
  return headings.some(({ title }) => RESULTS.test(title));
}

function hasMeasure({ header, rows }: Table, above: readonly Heading[]): boolean {
  const words = [...header, ...rows.filter(isNumeric).map(([first = ""]) => first)];
  const near = above.at(-1)?.title ?? "";
  if ([...words, near].some((cell) => MEASURE.test(cell))) return true;
  // The second column often names the benchmark where the first groups them.
  if (rows.some((row) => isNumeric(row.slice(1)) && MEASURE.test(row[1] ?? ""))) return true;
  return words.some((cell) => WEAK.test(cell)) && !words.some((cell) => MACHINES.test(cell));
}

/** Row whose figures are the model's own; -1 where the table does not tell. */
function findRow({ header, rows }: Table, own: readonly string[]): number {
  const column = header.findIndex((cell, index) => index > 0 && isOwn(cell, own));
  if (column > 0) return rows.findIndex((row) => isNumber(row[column] ?? ""));
  if (rows.some(([first = ""]) => isOwn(first, own)))
    return rows.findIndex((row) => isOwn(row[0] ?? "", own) && isNumeric(row));
  const compares = [...header, ...rows.map(([first = ""]) => first)].some((cell) => isForeign(cell, own));
  return compares ? -1 : rows.findIndex(isNumeric);
}

function isOwn(cell: string, own: readonly string[]): boolean {
  const name = flattenName(cell);
  return own.some((known) => name.startsWith(known));
}

function isForeign(words: string, own: readonly string[]): boolean {
  const name = flattenName(words);
  return FAMILY.test(words) && !own.some((known) => name.includes(known));
}

function isNumeric(row: readonly string[]): boolean {
  return row.slice(1).some(isNumber);
}

function isNumber(cell: string): boolean {
  return cell.length <= LONGEST_NUMBER && NUMBER.test(cell);
}
