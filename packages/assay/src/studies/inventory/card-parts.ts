/** Recognises what a README holds: the model card itself, a data card, evaluation results. */

import type { Field, Table } from "../../model/facts.ts";
import type { Workbench } from "../../model/plugin.ts";
import { type Card, cards, isModelCard } from "../card/index.ts";
import { noteFile } from "../shared/noting.ts";
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
  const value = Object.entries(card.fields).find(([pointer]) =>
    /^\/model-index\/\d+\/results\/\d+\/metrics\/\d+\/value$/.test(pointer),
  )?.[1];
  const table = card.document.tables.find((candidate) => isUnderResults(card, candidate) && holdsNumbers(candidate));
  const at = table?.at ?? value?.at;
  if (at === undefined) return null;
  const quote = table === undefined ? describeMetric(value) : (table.rows.find(isNumeric) ?? []).join(" | ");
  const message = `${artifact.path} states evaluation results: ${quote}`;
  const remark = { code: "results-stated", args: { path: artifact.path }, message, at, quote };
  return { component: "evaluation-results", note: await noteFile(bench, artifact, { ...remark, basis: "declared" }) };
}

function describeMetric(value: Field | undefined): string {
  return `value: ${value?.value ?? ""}`;
}

function isUnderResults(card: Card, table: Table): boolean {
  return card.document.headings.some(
    ({ title, at, end }) => RESULTS.test(title) && at.start < table.at.start && table.at.start < end,
  );
}

function holdsNumbers(table: Table): boolean {
  return table.rows.some(isNumeric);
}

function isNumeric(row: readonly string[]): boolean {
  return row.slice(1).some((cell) => /^[*_~<\s]*\d+(?:[.,]\d+)?\s*%?/.test(cell));
}
