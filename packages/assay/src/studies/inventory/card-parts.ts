/** Recognises what a README holds: the model card itself, a data card, evaluation results. */

import { factOf } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { type Card, cards, isModelCard } from "../card/index.ts";
import { noteFile, offsetOfLine, quoteLine } from "../shared/noting.ts";
import { listOwnNames } from "../shared/own-names.ts";
import { findFigures } from "./figures.ts";
import { isTelling, readSections } from "./prose.ts";
import type { Recognised, Recogniser } from "./recognition.ts";

/** Keys by which the hub knows a data set's card (hub-docs, "Dataset Cards"). */
const DATASET_KEYS = ["dataset_info", "task_categories", "size_categories", "annotations_creators", "source_datasets"];

/** Recognises the parts of a README. */
export const recogniseCardParts: Recogniser = async (bench, artifact) => {
  const card = (await bench.study(cards)).find((candidate) => candidate.artifact === artifact);
  if (card === undefined) return [];
  const isWritten = await saysSomething(bench, card);
  const parts = [
    isWritten ? await findModelCard(bench, card) : null,
    isWritten ? await findDataCard(bench, card) : null,
    await findResults(bench, card),
  ];
  return parts.filter((part) => part !== null);
};

async function saysSomething(bench: Workbench, { artifact, document }: Card): Promise<boolean> {
  const text = await bench.text(artifact);
  return text.ok && isTelling(readSections(text.value, artifact.path, document));
}

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
  const named = Object.entries(card.fields).flatMap(([pointer, { value }]) =>
    /^\/model-index\/\d+\/name$|^\/model_name$/.test(pointer) ? [String(value)] : [],
  );
  const shown = (await quoteFigures(bench, artifact, { names: named })) ?? findMetric(card);
  return shown === null ? null : { component: "evaluation-results", note: await noteResults(bench, artifact, shown) };
}

type Shown = ReturnType<typeof quoteLine>;

async function noteResults(bench: Workbench, artifact: Artifact, shown: Shown): Promise<Note> {
  const { path } = artifact;
  const message = `${path} states evaluation results: ${shown.quote}`;
  const remark = { code: "results-stated", args: { path }, message, basis: "declared" as const };
  return await noteFile(bench, artifact, { ...remark, ...shown });
}

/** Why a document at hand states evaluation results, under whatever heading; null where it does not. */
export async function showResults(bench: Workbench, artifact: Artifact): Promise<Note | null> {
  const shown = await quoteFigures(bench, artifact, { names: [], under: () => true });
  return shown === null ? null : await noteResults(bench, artifact, shown);
}

interface Looked {
  readonly names: readonly string[];
  readonly under?: Parameters<typeof findFigures>[2];
}

/** First row of the model's own figures, as the row stands there. */
async function quoteFigures(bench: Workbench, artifact: Artifact, { names, under }: Looked): Promise<Shown | null> {
  const document = factOf(await bench.readings(artifact), "document");
  const text = await bench.text(artifact);
  if (document === undefined || !text.ok) return null;
  const title = document.headings[0]?.title ?? "";
  const found = findFigures(document, listOwnNames(bench.release, [title, ...names]), under);
  if (found?.table.at.line === undefined) return null;
  // A pipe table is its header, a line of dashes, and one line for each row.
  return quoteLine(text.value, offsetOfLine(text.value, found.table.at.line + 2 + found.row));
}

/** First figure of the front matter's `model-index` (hub-docs, "Model Cards", evaluation results). */
function findMetric(card: Card): Shown | null {
  const value = /^\/model-index\/\d+\/results\/\d+\/metrics\/\d+\/value$/;
  const field = Object.entries(card.fields).find(
    ([pointer, candidate]) => value.test(pointer) && typeof candidate.value === "number",
  )?.[1];
  return field === undefined ? null : { at: field.at, quote: String(field.value) };
}
