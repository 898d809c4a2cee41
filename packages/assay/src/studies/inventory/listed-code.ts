/** Names that leave no doubt of what code is for. They decide where the lines are not at hand. */

import type { ComponentId } from "../../model/components.ts";
import type { Release } from "../../model/types.ts";
import { flattenName, isNamedLikeRelease, listOwnNames } from "../shared/own-names.ts";
import { splitPath, splitWords } from "../shared/path-words.ts";

interface Plain {
  readonly stem: RegExp;
  /** Folders that may be on the way, beside one named like the repository. Without it, all that are not of something else. */
  readonly through?: RegExp;
  /** Most folders. */
  readonly depth: number;
  /** Set where a folder has to be named like the repository. */
  readonly inPackage?: true;
}

/** Words of folders that are about something else than the model, its making, its running and its measuring. */
const ELSEWHERE =
  "config configs conf cfg settings web website frontend backend api apis app apps db database schemas client deploy docker " +
  "loss losses lpips metrics reward classifier classifiers tokenizer tokenizers utils optim finetune finetuning ft peft lora qlora sft dpo grpo rlhf " +
  "downstream linprobe docs doc examples quantization quantize quant quantizer speed agent agents plugins";

/** Words of folders in which a name speaks for something else than this component. */
const APART: Readonly<Partial<Record<ComponentId, ReadonlySet<string>>>> = {
  architecture: toSet(
    `${ELSEWHERE} tune tuning data dataset datasets eval evals evaluation evaluations evaluator benchmark benchmarks serve serving server demo demos scripts tools cli`,
  ),
  "training-code": toSet(
    `${ELSEWHERE} tune tuning data dataset datasets eval evals evaluation evaluations benchmark benchmarks serve serving server inference demo demos tools`,
  ),
  "evaluation-code": toSet(`${ELSEWHERE} tune tuning data dataset datasets serve serving server demo demos`),
  "inference-code": toSet(
    `${ELSEWHERE} tune tuning data dataset datasets train training pretrain pretraining eval evals evaluation evaluations benchmark benchmarks rejection rollout rollouts synthetic`,
  ),
  "preprocessing-code": toSet(
    `${ELSEWHERE} tune tuning eval evals evaluation evaluations benchmark benchmarks serve serving server demo demos model models train training trainer`,
  ),
};

const DATA = "(?:data(?:sets?)?|corpus|corpora)";

const BENCHMARKS =
  "squad|glue|super_?glue|race|mmlu|cmmlu|c_?eval|gsm8k|human_?eval|mbpp|hellaswag|lambada|truthful_?qa|bbh|imagenet|librispeech";

/** What says by its name alone what it is for, near the root or in a part of the repository that has no purpose of its own. */
const PLAIN: Partial<Record<ComponentId, readonly Plain[]>> = {
  "training-code": [
    { stem: /^(?:pre[-_]?)?train(?:er)?$|^run_(?:pre)?train(?:ing)?$|^pretraining$/, depth: 3 },
    { stem: /^(?:main|run|engine)_(?:pre[-_]?)?train(?:ing)?(?:_\w{1,40})?$/, depth: 2 },
    { stem: /^(?:pre)?train_\w{1,40}$|^\w{1,40}_(?:pre)?train$/, depth: 3 },
  ],
  "evaluation-code": [
    { stem: /^(?:run_)?eval(?:uate|uation)?$/, depth: 3 },
    // A script that runs a public benchmark gives its figures, also where it tunes the model for it before.
    { stem: new RegExp(`^(?:run_)(?:${BENCHMARKS})(?:_\\w{1,30})?$|^eval_(?:${BENCHMARKS})$`), depth: 2 },
    { stem: /^(?:(?:main|run)_)?eval(?:uate|uation)?_\w{1,40}$|^\w{1,40}_eval(?:uate|uation)?$/, depth: 2 },
  ],
  "inference-code": [
    {
      stem: /^(?:run_)?(?:generate|generation|infer|inference|predict|predictor|transcribe|synthesi[sz]e)$/,
      depth: 2,
    },
    { stem: /^sample$/, depth: 3 },
    { stem: /^(?:chat|demo|extract_features?)$/, depth: 1 },
    { stem: /^(?:example_)?(?:chat|text)_completion$|^text_generation(?:_\w{1,20})?$/, depth: 3 },
    {
      stem: /^(?:txt|text|te?xt|img|image|video|audio)2(?:txt|text|img|image|video|vid|audio|speech|music)\w{0,20}$/,
      depth: 2,
    },
    { stem: /^(?:web|cli|gradio|streamlit|chat)_?(?:demo|app|chat|ui)(?:_\w{1,20})?$/, depth: 2 },
    {
      stem: /^interactive_\w{1,40}$|^sample_(?:diffusion|images?|text|videos?|audio|sequences?|conditional|unconditional|from|ddp|ddim|hf)(?:_\w{1,30})?$|^(?!down|up|re|sub|over)\w{1,40}_samples?$/,
      depth: 2,
    },
    {
      stem: /^generate_(?:\w{1,30}_)?(?:samples?|text|images?|videos?|audio|speech|music)$|^generate_without_\w{1,20}$/,
      depth: 2,
    },
    // A script that says that it infers does so in any folder near the root; torch.hub loads models by `hubconf.py`.
    { stem: /^(?:\w{1,30}_)?(?:inference|infer)\d?$/, through: /^(?!eval|bench|compression|efficiency).*$/, depth: 2 },
    { stem: /^hubconf$/, through: /^$/, depth: 0 },
  ],
  "preprocessing-code": [
    {
      stem: /^preprocess(?:ing)?$/,
      through: /^(?:src|scripts?|code|data|preprocess(?:ing)?)$/,
      depth: 2,
    },
    {
      stem: new RegExp(
        `^(?:preprocess|prepare|build|create|make|process|clean|filter|tokenize|deduplicate|dedup)[-_](?:\\w{1,30}[-_])?${DATA}(?:[-_]\\w{1,30})?$`,
      ),
      depth: 3,
    },
  ],
  architecture: [
    { stem: /^modell?ing$/, depth: 3 },
    // The libraries of the hub call a file so that defines a network, wherever it lies.
    { stem: /^modell?ing_\w+$/, through: /./, depth: 6 },
    { stem: /^model$/, depth: 2 },
    { stem: /^(?:\w{1,30}_)?arch$|^architecture$|^transformer$|^unet$/, depth: 3 },
    { stem: /^models(?:_\w{1,30})?$|^networks?$/, through: /^(?:src|models?)$/, depth: 1 },
    { stem: /^modell?ing(?:_\w+)?$|^models?(?:_(?:vit|mae|lm|gpt)\w{0,20})?$/, depth: 2, inPackage: true },
  ],
};

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** Whether a path says by itself that it is this code. */
export function isPlainCode(release: Release, path: string, component: ComponentId): boolean {
  const { folders, stem } = splitPath(path);
  const name = stem.toLowerCase();
  const fitting = (PLAIN[component] ?? []).filter((plain) => plain.stem.test(name) && folders.length <= plain.depth);
  if (fitting.length === 0) return false;
  const ownFolders = folders.filter((folder) => isNamedLikeRelease(folder, release));
  return fitting.some(
    ({ through, inPackage }) =>
      (inPackage === undefined || ownFolders.length > 0) &&
      folders.every((folder) => ownFolders.includes(folder) || passes(folder, component, through)) &&
      !(component === "preprocessing-code" && through !== undefined && ownFolders.length > 0),
  );
}

/** Whether a file is called as the libraries of the hub call the network of this release, also among examples. */
export function isOwnModeling(release: Release, path: string): boolean {
  const name = flattenName(/^modell?ing_(\w{3,60})$/i.exec(splitPath(path).stem)?.[1] ?? "");
  return name !== "" && listOwnNames(release).some((own) => name.startsWith(own));
}

function passes(folder: string, component: ComponentId, through: RegExp | undefined): boolean {
  return through === undefined ? !isApart(folder, component) : through.test(folder.toLowerCase());
}

/** Whether a folder is about something else than this component. */
export function isApart(folder: string, component: ComponentId): boolean {
  return splitWords(folder).some((word) => APART[component]?.has(word));
}
