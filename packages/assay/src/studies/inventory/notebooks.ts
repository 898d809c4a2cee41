/** Notebooks that run a model, by their names: told only there, because a notebook is JSON around its code. */

import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact, Release } from "../../model/types.ts";
import { noteFile } from "../shared/noting.ts";
import { isOwnName } from "../shared/own-names.ts";
import { isForeign, splitPath, splitWords } from "../shared/path-words.ts";
import { isAtHand, sizeOf } from "./beside.ts";
import type { Recogniser } from "./recognition.ts";

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** Words that say that a model is run. */
const RUNS = toSet("inference infer sampling sample generation generate predictor predict transcribe generator");

/** Libraries and servers that run models: they say so where the folder is named for a model of the release. */
const RUNTIMES = toSet("transformers vllm sglang trtllm tensorrt llamacpp diffusers mlx onnxruntime");

/** Words of notebooks and their folders that do something else with a model, or with data. */
const ELSE = toSet(
  "train training pretrain trainer finetune finetuning finetuned tune tuning lora qlora peft sft dpo grpo ppo rl rlhf distill " +
    "eval evals evaluate evaluation benchmark convert export quantize data dataset datasets prepare preprocess synthetic sdg rag plot " +
    "results analysis tool agent agents",
);

/** A notebook with less holds no code. */
const SMALLEST = 512;

/** What a notebook that runs a model calls. */
const CALLS =
  /\b(?:from_pretrained|generate|predict|pipeline|transcribe|sample|LLM|completions)\b\s*(?:\.create)?\s*\(/;

/** Characters of a notebook looked through: pictures in its outputs can be long. */
const LOOKED_THROUGH = 512 << 10;

/** Recognises a notebook that runs the model, among examples as well. */
export const recogniseNotebook: Recogniser = async (bench, artifact) => {
  const { path } = artifact;
  if (!path.endsWith(".ipynb") || isForeign(path) || !isNamedForRunning(bench.release, path)) return [];
  const note = (await isAtHand(bench, artifact))
    ? await showRunning(bench, artifact)
    : await noteListed(bench, artifact);
  return note === null ? [] : [{ component: "inference-code", note }];
};

function isNamedForRunning(release: Release, path: string): boolean {
  const { folders, stem } = splitPath(path);
  const words = splitWords(stem);
  if ([...words, ...folders.flatMap(splitWords)].some((word) => ELSE.has(word))) return false;
  if (words.some((word) => RUNS.has(word))) return true;
  return words.some((word) => RUNTIMES.has(word)) && folders.some((folder) => namesModel(release, folder));
}

/** `Owl-3-Nano` in a release called owl, and not `owl` alone, which may be its package. */
function namesModel(release: Release, folder: string): boolean {
  return splitWords(folder).length > 1 && splitWords(folder).some((word) => isOwnName(release, word));
}

async function noteListed(bench: Workbench, artifact: Artifact): Promise<Note | null> {
  if (((await sizeOf(bench, artifact)) ?? 0) < SMALLEST) return null;
  const { path } = artifact;
  const message = `${path} is listed under the name of such code`;
  return await noteFile(bench, artifact, { code: "code-listed", args: { path }, message, basis: "inferred" });
}

async function showRunning(bench: Workbench, artifact: Artifact): Promise<Note | null> {
  const text = await bench.text(artifact);
  const call = text.ok ? CALLS.exec(text.value.content.slice(0, LOOKED_THROUGH)) : null;
  if (call === null) return null;
  const { path } = artifact;
  const words = call[0].replace(/\s*\($/, "");
  const message = `${path} is named like a notebook that runs the model, and calls ${words}`;
  return await noteFile(bench, artifact, { code: "code-read", args: { path, words }, message, basis: "inferred" });
}
