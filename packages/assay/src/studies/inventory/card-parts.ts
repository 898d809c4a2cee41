/** Recognises what a README holds: the model card itself, a data card, evaluation results. */

import type { Table } from "../../model/facts.ts";
import type { Workbench } from "../../model/plugin.ts";
import { type Card, cards, isModelCard } from "../card/index.ts";
import { noteFile, offsetOfLine, quoteLine } from "../shared/noting.ts";
import type { Recognised, Recogniser } from "./recognition.ts";

/** Keys by which the hub knows a data set's card (hub-docs, "Dataset Cards"). */
const DATASET_KEYS = ["dataset_info", "task_categories", "size_categories", "annotations_creators", "source_datasets"];

/** Headings under which results stand. */
const RESULTS = /\b(?:evaluation|results?|benchmarks?|performance)\b/i;

/** Recognises the parts of a README. */
export const recogniseCardParts: Recogniser = async (bench, artifact) => {
  const card = (await bench.study(cards)).find((candidate) => candidate.artifact === artifact);
  if (card === undefined) return [];
  const parts = [await findModelCard(bench, card), await findDataCard(bench, card), await findResults(bench, card)];
  return parts.filter((part) => part !== null);
};

async function findModelCard(bench: Workbench, card: Card): Promise<Recognised | null> {
  const first = card.document.headings[0];
  if (!isModelCard(card) || first === undefined) return null;
  const { path } = card.artifact;
  const sections = card.document.headings.length;
  const message = `${path} is a model card: front matter of the model hub and ${sections} sections`;
  const remark = { code: "model-card-read", args: { path, sections }, message, at: first.at, quote: first.title };
  return { component: "model-card", note: await noteFile(bench, card.artifact, { ...remark, basis: "measured" }) };
}

async function findDataCard(bench: Workbench, card: Card): Promise<Recognised | null> {
  const key = DATASET_KEYS.find((name) => Object.keys(card.fields).some((pointer) => pointer.split("/")[1] === name));
  const first = card.document.headings[0];
  if (key === undefined || first === undefined) return null;
  const { path } = card.artifact;
  const message = `${path} is a data card: its front matter has the hub's ${key}`;
  const remark = { code: "data-card-read", args: { path, key }, message, at: first.at, quote: first.title };
  return { component: "data-card", note: await noteFile(bench, card.artifact, { ...remark, basis: "measured" }) };
}

async function findResults(bench: Workbench, card: Card): Promise<Recognised | null> {
  const { artifact } = card;
  if (artifact.path.includes("/")) return null;
  const shown = (await findFigures(bench, card)) ?? findMetric(card);
  if (shown === null) return null;
  const message = `${artifact.path} states evaluation results: ${shown.quote}`;
  const remark = { code: "results-stated", args: { path: artifact.path }, message, ...shown };
  return { component: "evaluation-results", note: await noteFile(bench, artifact, { ...remark, basis: "declared" }) };
}

type Shown = ReturnType<typeof quoteLine>;

/** First row of figures in a table under a heading of results, as the row stands there. */
async function findFigures(bench: Workbench, card: Card): Promise<Shown | null> {
  const table = card.document.tables.find(
    (candidate) => isUnderResults(card, candidate) && candidate.rows.some(isNumeric),
  );
  const text = await bench.text(card.artifact);
  if (table?.at.line === undefined || !text.ok) return null;
  // A pipe table is its header, a line of dashes, and one line for each row.
  const line = table.at.line + 2 + table.rows.findIndex(isNumeric);
  return quoteLine(text.value, offsetOfLine(text.value, line));
}

/** First value of the front matter's `model-index` (hub-docs, "Model Cards", evaluation results). */
function findMetric(card: Card): Shown | null {
  const value = /^\/model-index\/\d+\/results\/\d+\/metrics\/\d+\/value$/;
  const field = Object.entries(card.fields).find(([pointer]) => value.test(pointer))?.[1];
  return field === undefined ? null : { at: field.at, quote: String(field.value) };
}

function isUnderResults(card: Card, table: Table): boolean {
  return card.document.headings.some(
    ({ title, at, end }) => RESULTS.test(title) && at.start < table.at.start && table.at.start < end,
  );
}

/** A cell that is a figure and nothing else, perhaps emphasised, a percentage or with its spread. */
const NUMBER = /^[\s*_~]*\d+(?:[.,]\d+)?\s*%?[\s*_~]*(?:[(±].{0,20})?$/;

function isNumeric(row: readonly string[]): boolean {
  return row.slice(1).some((cell) => NUMBER.test(cell));
}
