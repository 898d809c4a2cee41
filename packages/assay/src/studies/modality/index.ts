/** What kind of model a release holds, and whether it was trained in steps. */

import { type Field, factOf, type Place } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { type Card, cards, listField } from "../card/index.ts";
import { pages, sectionAt } from "../pages/index.ts";
import { isForeignName } from "../shared/families.ts";
import { noteFile } from "../shared/noting.ts";
import { isAside } from "../shared/path-words.ts";
import { FITTED, kindOfClass, kindOfFile, kindOfSentence, kindOfTag, kindOfTask, type Modality } from "./words.ts";

/** One place that tells of a kind. */
export interface Told {
  readonly kind: Modality;
  readonly note: Note;
}

/** What is known of the kind of a model. */
export interface ModelKind {
  /** Of the surest kind of evidence; empty where nothing tells. */
  readonly told: readonly Told[];
  /** Set where the model is of a kind that is fitted in one go. */
  readonly fitted?: Note;
}

/** Sentences looked at: what a model is stands at the beginning. */
const FIRST_SENTENCES = 40;

/** The kind of the models of a release. */
export const modality: Study<ModelKind> = {
  id: "modality",
  version: 1,
  run: readKind,
  narrow: (_, bench) => readKind(bench),
};

async function readKind(bench: Workbench): Promise<ModelKind> {
  const card = (await bench.study(cards)).find(({ artifact }) => !artifact.path.includes("/"));
  const levels = [
    () => (card === undefined ? [] : readTask(bench, card)),
    () => readConfigs(bench),
    () => (card === undefined ? [] : readTags(bench, card)),
    () => readFiles(bench),
    () => readSentences(bench),
  ];
  const fitted = card === undefined ? undefined : await findFitted(bench, card);
  for (const read of levels) {
    const told = await read();
    if (told.length > 0) return { told, ...(fitted && { fitted }) };
  }
  return { told: [], ...(fitted && { fitted }) };
}

async function readTask(bench: Workbench, card: Card): Promise<readonly Told[]> {
  return await noteFields(bench, card, { keys: ["pipeline_tag"], kindOf: kindOfTask });
}

async function readTags(bench: Workbench, card: Card): Promise<readonly Told[]> {
  const [first] = await noteFields(bench, card, { keys: ["library_name", "tags"], kindOf: kindOfTag });
  return first === undefined ? [] : [first];
}

interface Asked {
  readonly keys: readonly string[];
  readonly kindOf: (word: string) => Modality | undefined;
}

async function noteFields(bench: Workbench, card: Card, { keys, kindOf }: Asked): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const key of keys) {
    for (const field of listField(card, key)) {
      const kind = kindOf(String(field.value));
      if (kind !== undefined) told.push({ kind, note: await noteField(bench, card.artifact, { key, field, kind }) });
    }
  }
  return told;
}

interface Found {
  readonly key: string;
  readonly field: Field;
  readonly kind: string;
}

async function noteField(bench: Workbench, artifact: Artifact, { key, field, kind }: Found): Promise<Note> {
  const { path } = artifact;
  const quote = String(field.value);
  const message = `${path} states ${key}: ${quote}`;
  const remark = { code: "kind-stated", args: { path, key, kind }, message, basis: "declared" as const };
  return await noteFile(bench, artifact, { ...remark, at: field.at, quote });
}

async function readConfigs(bench: Workbench): Promise<readonly Told[]> {
  for (const artifact of bench.release.artifacts) {
    if (isAside(artifact.path)) continue;
    const field = factOf(await bench.readings(artifact), "model")?.architecture;
    const kind = field === undefined ? undefined : kindOfClass(String(field.value));
    if (field !== undefined && kind !== undefined)
      return [{ kind, note: await noteField(bench, artifact, { key: "the architecture", field, kind }) }];
  }
  return [];
}

async function readFiles(bench: Workbench): Promise<readonly Told[]> {
  for (const artifact of bench.release.artifacts) {
    const { path } = artifact;
    const kind = isAside(path) ? undefined : kindOfFile(path);
    if (kind === undefined) continue;
    const message = `${path} is named like a model of that kind`;
    const remark = { code: "kind-named", args: { path, kind }, message, basis: "inferred" as const };
    return [{ kind, note: await noteFile(bench, artifact, remark) }];
  }
  return [];
}

/** What the first sentences of the front call the model; news are about other models. */
async function readSentences(bench: Workbench): Promise<readonly Told[]> {
  const fronts = (await bench.study(pages)).filter(({ isFront }) => isFront);
  for (const page of fronts) {
    const early = page.statements.slice(0, FIRST_SENTENCES);
    for (const { words, line, from } of early) {
      const { kind: section } = sectionAt(page, line);
      const isAboutIt = section !== "changelog" && !words.startsWith("|") && !isForeignName(bench.release, words);
      const kind = isAboutIt ? kindOfSentence(words.replace(/<[^<>]{0,500}>/g, " ")) : undefined;
      if (kind === undefined) continue;
      const { path } = page.artifact;
      const message = `${path} calls it so: ${words.replace(/\s+/g, " ").slice(0, 120)}`;
      const remark = { code: "kind-called", args: { path, kind }, message, basis: "declared" as const };
      const at: Place = page.text.place(from, from + words.length);
      return [{ kind, note: await noteFile(bench, page.artifact, { ...remark, at, quote: words }) }];
    }
  }
  return [];
}

/** A library of models that are fitted in one go, as the front matter names it. */
async function findFitted(bench: Workbench, card: Card): Promise<Note | undefined> {
  const field = listField(card, "library_name").find(({ value }) => FITTED.test(String(value)));
  if (field === undefined) return undefined;
  return await noteField(bench, card.artifact, { key: "library_name", field, kind: "fitted" });
}
