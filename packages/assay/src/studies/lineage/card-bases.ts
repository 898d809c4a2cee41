/** Bases and data sets that the front matter of cards names (hub-docs, "Model Cards"). */

import type { Field } from "../../model/facts.ts";
import type { Relation } from "../../model/lineage.ts";
import type { Workbench } from "../../model/plugin.ts";
import { type Card, cards, listField } from "../card/index.ts";
import { noteFile } from "../shared/noting.ts";
import { readBaseName } from "./base-names.ts";
import { asRelation, type Stated, statedBase } from "./stated.ts";

/** `base_model:org/name`, `base_model:quantized:org/name`, as the hub writes them among its tags. */
const TAG = /^base_model:(?:(adapter|finetune|merge|quantized):)?(.+)$/;

/** What the cards name. */
export async function readCardBases(bench: Workbench): Promise<readonly Stated[]> {
  const found: Stated[] = [];
  for (const card of await bench.study(cards)) {
    for (const { field, name, relation } of listNamed(card))
      found.push(await describe(bench, card, { field, name, relation }));
    if (card.fields["/quantized_by"] !== undefined)
      found.push(await describeQuantizer(bench, card, card.fields["/quantized_by"]));
  }
  return found;
}

interface Named {
  readonly field: Field;
  readonly name: string;
  readonly relation: Relation | null;
}

function listNamed(card: Card): readonly Named[] {
  const said = String(card.fields["/base_model_relation"]?.value ?? "");
  const relation = asRelation(said);
  const bases = listField(card, "base_model").map((field) => ({ field, name: String(field.value), relation }));
  const data = listField(card, "datasets").map((field) => ({
    field,
    name: String(field.value),
    relation: "dataset" as const,
  }));
  const tagged = listField(card, "tags").flatMap((field): readonly Named[] => {
    const words = String(field.value);
    const [, told = "", name = ""] = TAG.exec(words) ?? [];
    if (name !== "") return [{ field, name, relation: asRelation(told) ?? relation }];
    return words.startsWith("dataset:") ? [{ field, name: words.slice("dataset:".length), relation: "dataset" }] : [];
  });
  return [...bases, ...tagged, ...data].filter(({ name }) => name.trim() !== "");
}

async function describe(bench: Workbench, { artifact }: Card, { field, name, relation }: Named): Promise<Stated> {
  const { path } = artifact;
  const what = relation === "dataset" ? "data that it was trained on" : "what it was made from";
  const { base } = readBaseName(name);
  const message = `${path} names ${base} as ${what}`;
  const note = await noteFile(bench, artifact, {
    code: relation === "dataset" ? "data-named" : "base-named",
    args: { path, base },
    message,
    basis: "declared",
    at: field.at,
    quote: String(field.value),
  });
  return statedBase(name, { relation, note });
}

/** Who quantised a model had one to quantise, though the card may not name it. */
async function describeQuantizer(bench: Workbench, { artifact }: Card, field: Field): Promise<Stated> {
  const { path } = artifact;
  const message = `${path} says who quantised it: there is a model that it was made from`;
  const quote = String(field.value);
  const said = { code: "quantized-by", args: { path, base: "" }, message, basis: "declared" as const };
  const note = await noteFile(bench, artifact, { ...said, at: field.at, quote });
  return { relation: "quantized", base: "not named", naming: "none", isHint: false, note };
}
