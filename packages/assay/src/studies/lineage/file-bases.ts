/** Bases that other files name: adapters, merges, GGUF, configurations; and weight files whose bytes are known. */

import { KNOWN_FILES } from "../../licenses/known-files.ts";
import { type BaseFact, type Field, factOf } from "../../model/facts.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { isNamedLikeWeights } from "../inventory/index.ts";
import { noteFile } from "../shared/noting.ts";
import { readBaseName } from "./base-names.ts";
import { type Stated, statedBase } from "./stated.ts";

/** What files beside the cards name. */
export async function readFileBases(bench: Workbench): Promise<readonly Stated[]> {
  const found: Stated[] = [];
  for (const artifact of bench.release.artifacts) {
    const readings = await bench.readings(artifact);
    for (const fact of factOf(readings, "base") ?? []) found.push(await describeFact(bench, artifact, fact));
    const fields = factOf(readings, "fields") ?? {};
    if (isMergeRecipe(artifact)) found.push(...(await readRecipe(bench, artifact, fields)));
    if (isConfig(artifact)) found.push(...(await readOrigin(bench, artifact, fields)));
    found.push(...(await readBytes(bench, artifact)));
  }
  return found;
}

/** Whether a file is a recipe of mergekit, as its tool leaves it beside the weights. */
export function isMergeRecipe({ path }: Pick<Artifact, "path">): boolean {
  return /(?:^|\/)mergekit_config\.ya?ml$/.test(path);
}

/** Whether a file is the configuration of a model. */
export function isConfig({ path }: Pick<Artifact, "path">): boolean {
  return /(?:^|\/)config\.json$/.test(path);
}

async function describeFact(bench: Workbench, artifact: Artifact, fact: BaseFact): Promise<Stated> {
  return await describe(bench, artifact, { field: fact.field, relation: fact.relation ?? null });
}

type Said = { readonly field: Field } & Pick<Stated, "relation">;

async function describe(bench: Workbench, artifact: Artifact, { field, relation }: Said): Promise<Stated> {
  const { path } = artifact;
  const name = String(field.value);
  const base = readBaseName(name).base;
  const message = `${path} names ${base} as ${relation === "dataset" ? "data that it was trained on" : "what it was made from"}`;
  const said = { code: relation === "dataset" ? "data-named" : "base-named", args: { path, base }, message };
  const note = await noteFile(bench, artifact, { ...said, basis: "declared", at: field.at, quote: name });
  return statedBase(name, { relation, note });
}

/** `/base_model`, `/models/0/model`, `/slices/0/sources/0/model`: mergekit's own names. */
const INGREDIENT = /^\/(?:base_model|models\/\d+\/model|slices\/\d+\/sources\/\d+\/model)$/;

async function readRecipe(
  bench: Workbench,
  artifact: Artifact,
  fields: Readonly<Record<string, Field>>,
): Promise<readonly Stated[]> {
  const found: Stated[] = [];
  for (const [pointer, field] of Object.entries(fields)) {
    if (!INGREDIENT.test(pointer) || typeof field.value !== "string") continue;
    found.push(await describe(bench, artifact, { field, relation: "merge" }));
  }
  return found;
}

/** Where the library loaded a configuration from when it wrote it: often the base, as often the model itself. */
async function readOrigin(
  bench: Workbench,
  artifact: Artifact,
  fields: Readonly<Record<string, Field>>,
): Promise<readonly Stated[]> {
  const field = fields["/_name_or_path"];
  if (typeof field?.value !== "string") return [];
  const { base, naming } = readBaseName(field.value);
  if (naming !== "repository") return [];
  const { path } = artifact;
  const message = `${path} was written by a program that had loaded ${base}`;
  const said = { code: "base-hinted", args: { path, base }, message, basis: "inferred" as const };
  const note = await noteFile(bench, artifact, { ...said, at: field.at, quote: field.value });
  return [{ base, naming, relation: null, isHint: true, note }];
}

/** Measured where the bytes were hashed, stated where only a digest is at hand. */
async function readBytes(bench: Workbench, artifact: Artifact): Promise<readonly Stated[]> {
  if (!isNamedLikeWeights(artifact.path)) return [];
  const measured = await bench.sha256(artifact);
  const digest = measured ?? artifact.stated?.replace(/^sha256:/, "");
  const known = digest === undefined ? undefined : KNOWN_FILES.get(digest);
  if (known === undefined) return [];
  const { path } = artifact;
  const message = `${path} is ${known.name} of ${known.of}, byte for byte (${known.source})`;
  const basis = measured === null ? "attested" : "measured";
  const note = await noteFile(bench, artifact, { code: "file-known", args: { path, base: known.of }, message, basis });
  return [{ base: known.of, naming: "repository", relation: "copy", isHint: false, note }];
}
