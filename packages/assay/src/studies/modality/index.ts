/** What kind of model a release holds, and whether it was trained in steps. */

import { type Field, factOf } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { type Card, cards, listField } from "../card/index.ts";
import { noteFile } from "../shared/noting.ts";
import { isAside } from "../shared/path-words.ts";
import { readSaid, type Told } from "./said.ts";
import { FITTED, kindOfClass, kindOfFile, kindOfTag, kindOfTask, type Modality } from "./words.ts";

export type { Told } from "./said.ts";

/** What is known of the kind of a model. */
export interface ModelKind {
  /** Of the surest kind of evidence; empty where nothing tells. */
  readonly told: readonly Told[];
  /** What sentences call the models where they are said to be of several kinds: perhaps not all are said. */
  readonly mixed?: readonly Told[];
  /** Set where the model is of a kind that is fitted in one go. */
  readonly fitted?: Note;
}

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
  ];
  const fitted = card === undefined ? undefined : await findFitted(bench, card);
  for (const read of levels) {
    const told = await read();
    if (told.length > 0) return { told, ...(fitted && { fitted }) };
  }
  const said = await readSaid(bench);
  const isMixed = new Set(said.map(({ kind }) => kind)).size > 1;
  return { ...(isMixed ? { told: [], mixed: said } : { told: said.slice(0, 1) }), ...(fitted && { fitted }) };
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

/** Kinds of the configurations, each once: a release may hold several models. */
async function readConfigs(bench: Workbench): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const artifact of bench.release.artifacts) {
    if (isAside(artifact.path)) continue;
    const field = factOf(await bench.readings(artifact), "model")?.architecture;
    const kind = field === undefined ? undefined : kindOfClass(String(field.value));
    if (field !== undefined && kind !== undefined && !told.some((one) => one.kind === kind))
      told.push({ kind, note: await noteField(bench, artifact, { key: "the architecture", field, kind }) });
  }
  return told;
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

/** A library of models that are fitted in one go, as the front matter names it. */
async function findFitted(bench: Workbench, card: Card): Promise<Note | undefined> {
  const field = listField(card, "library_name").find(({ value }) => FITTED.test(String(value)));
  if (field === undefined) return undefined;
  return await noteField(bench, card.artifact, { key: "library_name", field, kind: "fitted" });
}
