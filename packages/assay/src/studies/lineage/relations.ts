/** How the release was made from its bases, where nothing states it. */

import { factOf } from "../../model/facts.ts";
import type { Relation } from "../../model/lineage.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { cards, listField } from "../card/index.ts";
import { isConfig, isMergeRecipe } from "./file-bases.ts";

const QUANTIZED: ReadonlySet<string> = new Set(["gguf", "gptq", "awq", "exl2", "exl3", "quantized"]);
const MERGE: ReadonlySet<string> = new Set(["merge", "mergekit"]);

/** How those who quantise call the result. */
const QUANTIZED_NAME = /[-_.](?:gguf|gptq|awq|exl[23])$/i;

/** The relation to models that no place states one of: the hub's own deduction (hub-docs, "Model Cards"). */
export async function deduceRelation(bench: Workbench, bases: number): Promise<Relation> {
  const { artifacts, origins } = bench.release;
  const read = await bench.study(cards);
  const listWords = (key: string): readonly string[] =>
    read.flatMap((card) => listField(card, key).map(({ value }) => String(value).toLowerCase()));
  const words = [...listWords("tags"), ...listWords("library_name")];
  if (bases > 1 && (artifacts.some(isMergeRecipe) || words.some((word) => MERGE.has(word)))) return "merge";
  if (listWords("library_name").includes("peft") || artifacts.some(isAdapter)) return "adapter";
  const isNamedSo = origins.some(({ target }) => QUANTIZED_NAME.test(target.split("@")[0] ?? ""));
  const isQuantized = isNamedSo || words.some((word) => QUANTIZED.has(word)) || (await holdsQuantized(bench));
  return isQuantized ? "quantized" : "finetune";
}

/** PEFT's names for what it saves. */
function isAdapter({ path }: Artifact): boolean {
  return /(?:^|\/)adapter_(?:config\.json|model\.(?:safetensors|bin))$/.test(path);
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
