/** Words in the paths of code that say what it is for, or that it is for something else. */

import type { ComponentId } from "../../model/components.ts";
import type { Study } from "../../model/plugin.ts";
import type { Release } from "../../model/types.ts";
import { pages } from "../pages/index.ts";
import { flattenName, listOwnNames } from "../shared/own-names.ts";
import { splitPath, splitWords } from "../shared/path-words.ts";

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** What is done to a finished model: it made a release only where tuning is what the release is about. */
const TUNING = toSet("lora qlora adapter adapters reward sft dpo ppo grpo kto rlhf tune tuning finetune finetuning");

/** Words of scripts that train something else than the model, or only prepare for it. */
const NOT_TRAINING = toSet(
  "tokenizer classifier classif fasttext probe linprobe searcher retriever ranker reward vocab bpe spm sentencepiece " +
    "prepare test config convert download export eval evaluate inference generate demo plot data dataset datasets loader dataloader sampler patch args",
);

/** Folders in which code deals with the data or with the measuring, whatever it is called. */
const NOT_TRAINING_FOLDER = toSet("data dataset datasets eval evals evaluation tokenizer");

/** Folders whose data are for users' tuning, or are the loaders of a trainer. */
const AFTERWARDS = toSet("finetune finetuning tuning ptuning");
const TUNING_FOLDER = toSet("finetune finetuning tuning ptuning");

/** Words of a script that does something else than what the section runs. */
const UNSUITED: Partial<Record<ComponentId, ReadonlySet<string>>> = {
  "inference-code": toSet(
    "train training pretrain trainer finetune finetuning tune tuning lora sft dpo ppo eval evals evaluate evaluation " +
      "convert converter export quantize quantization quant gptq awq setup install download test prepare preprocess benchmark merge data dataset " +
      "datasets manifest make tokenize tokenizer process dedup filter build create plot submit launch config time speed latency " +
      "throughput classifier reward instruction instructions",
  ),
  "evaluation-code": toSet(
    "train training pretrain finetune finetuning convert export setup install download prepare speed latency throughput quantized",
  ),
  "preprocessing-code": toSet(
    "finetune finetuning eval evaluate setup install export datasets loader dataloader app demo viewer",
  ),
};

/** Words of a path that fit what a section runs. */
const FITTING: Partial<Record<ComponentId, ReadonlySet<string>>> = {
  "inference-code": toSet(
    "inference infer demo generate generation chat cli app api predict prediction predictor completion sample sampling transcribe serve server webui",
  ),
  "training-code": toSet("train training pretrain pretraining trainer midtrain sft dpo rlhf finetune finetuning"),
  "evaluation-code": toSet("eval evals evaluate evaluation evaluator benchmark benchmarks scoring metrics"),
  "preprocessing-code": toSet(
    "prepare preprocess preprocessing tokenize tokenization dedup deduplicate deduplication filter filtering clean cleaning process processing",
  ),
};

/** Whether the words of a path fit what it is named for. */
export function fits(component: ComponentId, path: string): boolean {
  return splitWords(path).some((word) => FITTING[component]?.has(word));
}

/** Whether code of this path can be for it at all. */
export function suits(component: ComponentId, path: string, isTuned: boolean): boolean {
  const { folders, stem } = splitPath(path);
  const words = splitWords(stem);
  const around = folders.flatMap(splitWords);
  if (component === "preprocessing-code" && isAfterwards(folders, around)) return false;
  if (component === "evaluation-code" && isOfEvaluation(folders, words)) return true;
  if (component !== "training-code") return !words.some((word) => UNSUITED[component]?.has(word));
  const isOther = around.some((word) => NOT_TRAINING_FOLDER.has(word)) || folders.includes("utils");
  if (isOther || words.some((word) => NOT_TRAINING.has(word))) return false;
  return isTuned || !(words.some((word) => TUNING.has(word)) || around.some((word) => TUNING_FOLDER.has(word)));
}

/** What prepares an evaluation, by its name and in a folder of it, is a part of it: `owl_eval/prepare_owl_eval.py`. */
function isOfEvaluation(folders: readonly string[], words: readonly string[]): boolean {
  const isEvaluation = (word: string): boolean => /^eval(?:s|uations?)?$/.test(word);
  const isPreparing = words[0] === "prepare" && words.some(isEvaluation);
  return isPreparing && splitWords(folders.at(-1) ?? "").some(isEvaluation);
}

function isAfterwards(folders: readonly string[], around: readonly string[]): boolean {
  return folders.some((folder) => folder.toLowerCase() === "datasets") || around.some((word) => AFTERWARDS.has(word));
}

/** Whether a script is named for tuning. */
export function isTuning(path: string): boolean {
  return /\.py$/i.test(path) && splitWords(splitPath(path).stem).some((word) => TUNING.has(word));
}

/** Whether a script near the root is a demo by its name, or runs a model among the demos: it shows what the model does. */
export function isDemo(path: string): boolean {
  const { folders, stem, extension } = splitPath(path);
  const isNear = /^(?:demos?|examples?|scripts?|src|code|)$/i.test(folders[0] ?? "") && folders.length <= 2;
  const words = splitWords(stem);
  if (!isNear || extension !== "py" || words.some((word) => UNSUITED["inference-code"]?.has(word))) return false;
  const isAmongDemos = folders.some((folder) => /^demos?$/i.test(folder));
  return words.some(
    (word) => word === "demo" || word === "demos" || (isAmongDemos && FITTING["inference-code"]?.has(word)),
  );
}

/** Whether a file of the examples is called like the release: it shows how it is run. */
export function isExampleOf(release: Release, path: string): boolean {
  const { folders, stem } = splitPath(path);
  if (!/^(?:examples?|demos?)$/i.test(folders[0] ?? "") || folders.length > 3) return false;
  const name = flattenName(stem);
  const isOther = splitWords(stem).some((word) => UNSUITED["inference-code"]?.has(word) || TUNING.has(word));
  return !isOther && listOwnNames(release).some((own) => name.startsWith(own));
}

/** Whether a script is the main one of a repository that is named for training. */
export function isMainOfTraining({ origins }: Release, path: string): boolean {
  const isNamed = origins.some(({ target }) => splitWords(target).some((word) => /^(?:pre)?train(?:ing)?$/.test(word)));
  return isNamed && /^(?:main|run)\.py$/.test(path);
}

/** Names of the data sets on the hub that the documents link to, as they are compared. */
export const dataNames: Study<readonly string[]> = {
  id: "data-names",
  version: 1,
  async run(bench) {
    const links = (await bench.study(pages)).flatMap(({ document }) => document.links);
    const names = links.flatMap(({ url }) => /\/datasets\/[\w.-]{1,100}\/([\w.-]{1,100})/.exec(url)?.[1] ?? []);
    return [...new Set(names.map(flattenName))];
  },
};

/** Whether a script prepares something that is called like one of these data sets: `prepare_owlcalls.py`. */
export function isPreparing(path: string, names: readonly string[]): boolean {
  const { stem, extension } = splitPath(path);
  const what = flattenName(/^(?:prepare|process|tokenize|filter)[-_](.{1,60})$/i.exec(stem)?.[1] ?? "");
  return extension === "py" && what.length >= SHORTEST_NAME && names.some((name) => name.startsWith(what));
}

/** A shorter name begins others by chance. */
const SHORTEST_NAME = 4;

/** Names and titles of releases that tuning made. */
const MADE_BY_TUNING =
  /\b(?:instruct(?:ion)?|tuned|tuning|finetun\w*|fine[- ]tun\w*|rlhf|post[- ]training|align\w*)\b/i;

/** Whether tuning is what the release is about, by its name or the title of its first document. */
export const tuned: Study<boolean> = {
  id: "made-by-tuning",
  version: 1,
  async run(bench) {
    const [first] = await bench.study(pages);
    const names = bench.release.origins.map(({ target }) => splitWords(target).join(" "));
    return [...names, first?.document.headings[0]?.title ?? ""].some((name) => MADE_BY_TUNING.test(name));
  },
};
