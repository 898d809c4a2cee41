/** How the release was made from its bases, where nothing states it. */

import { factOf } from "../../model/facts.ts";
import type { Relation } from "../../model/lineage.ts";
import type { Workbench } from "../../model/plugin.ts";
import { cards, listField } from "../card/index.ts";
import { isConfig, isMergeRecipe } from "./file-bases.ts";

const QUANTIZED_TAGS: ReadonlySet<string> = new Set(["gguf", "gptq", "awq", "exl2", "exl3", "quantized"]);
const MERGE_TAGS: ReadonlySet<string> = new Set(["merge", "mergekit"]);

/** The relation to models that no place states one of: the hub's own deduction (hub-docs, "Model Cards"). */
export async function deduceRelation(bench: Workbench, bases: number): Promise<Relation> {
  const { artifacts } = bench.release;
  const tags = (await bench.study(cards)).flatMap((card) => listField(card, "tags").map(({ value }) => String(value)));
  const isMerge = artifacts.some(isMergeRecipe) || tags.some((tag) => MERGE_TAGS.has(tag.toLowerCase()));
  if (bases > 1 && isMerge) return "merge";
  const isQuantized = tags.some((tag) => QUANTIZED_TAGS.has(tag.toLowerCase())) || (await holdsQuantized(bench));
  return isQuantized ? "quantized" : "finetune";
}

async function holdsQuantized(bench: Workbench): Promise<boolean> {
  for (const artifact of bench.release.artifacts) {
    if (/\.gguf$/i.test(artifact.path)) return true;
    if (!isConfig(artifact)) continue;
    const fields = factOf(await bench.readings(artifact), "fields") ?? {};
    if (fields["/quantization_config/quant_method"] !== undefined) return true;
  }
  return false;
}
