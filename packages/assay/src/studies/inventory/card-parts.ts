/** Recognises what a README is: the model card itself, or a data card. */

import type { Workbench } from "../../model/plugin.ts";
import { type Card, cards, DATASET_KEYS, isModelCard } from "../card/index.ts";
import { noteFile } from "../shared/noting.ts";
import { isTelling, readSections } from "../shared/prose.ts";
import type { Recognised, Recogniser } from "./recognition.ts";

/** Recognises the parts of a README. */
export const recogniseCardParts: Recogniser = async (bench, artifact) => {
  const card = (await bench.study(cards)).find((candidate) => candidate.artifact === artifact);
  if (card === undefined) return [];
  const isWritten = await saysSomething(bench, card);
  const parts = isWritten ? [await findModelCard(bench, card), await findDataCard(bench, card)] : [];
  return parts.filter((part) => part !== null);
};

async function saysSomething(bench: Workbench, { artifact, document }: Card): Promise<boolean> {
  const text = await bench.text(artifact);
  return text.ok && isTelling(readSections(text.value, artifact.path, document));
}

async function findModelCard(bench: Workbench, card: Card): Promise<Recognised | null> {
  const first = card.document.headings[0];
  if (bench.release.kind === "dataset" || !isModelCard(card) || first === undefined) return null;
  const { path } = card.artifact;
  const sections = card.document.headings.length;
  const message = `${path} is a model card: front matter of the model hub and ${sections} sections`;
  const remark = { code: "model-card-read", args: { path, sections }, message, at: first.at, quote: first.title };
  return { component: "model-card", note: await noteFile(bench, card.artifact, { ...remark, basis: "measured" }) };
}

async function findDataCard(bench: Workbench, card: Card): Promise<Recognised | null> {
  const key = DATASET_KEYS.find((name) => Object.keys(card.fields).some((pointer) => pointer.split("/")[1] === name));
  const first = card.document.headings[0];
  const { path } = card.artifact;
  const isOfDataset = bench.release.kind === "dataset" && !path.includes("/");
  // A folder of data sets in the root is introduced by its README, unless that is about how to fetch them.
  const isOfFolder =
    /^data-?sets?\/readme\.md$/i.test(path) && !/\b(?:download|prepar|how to)/i.test(first?.title ?? "");
  if ((key === undefined && !isOfDataset && !isOfFolder) || first === undefined) return null;
  const why = key === undefined ? "it is the README of data" : `its front matter has the hub's ${key}`;
  const message = `${path} is a data card: ${why}`;
  const remark = { code: "data-card-read", args: { path, key: key ?? "" }, message, at: first.at, quote: first.title };
  return { component: "data-card", note: await noteFile(bench, card.artifact, { ...remark, basis: "measured" }) };
}
