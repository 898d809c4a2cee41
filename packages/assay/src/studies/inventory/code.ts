/** Recognises code by what it is for: the name says what it claims to be, its statements have to bear it out. */

import type { ComponentId } from "../../model/components.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { noteFile, quoteLine } from "../shared/noting.ts";
import { splitPath, splitWords } from "../shared/path-words.ts";
import { isAtHand, isBeside, sizeOf } from "./beside.ts";
import { isPlainCode } from "./listed-code.ts";
import type { Recognised, Recogniser } from "./recognition.ts";
import { isSource, listStatements } from "./source-text.ts";

interface Purpose {
  readonly component: ComponentId;
  /** File names (without extension, in lower case) that claim the purpose. */
  readonly named: RegExp;
  /** Words of its statements; two different ones bear it out. */
  readonly shown: RegExp;
}

const PURPOSES: readonly Purpose[] = [
  {
    component: "training-code",
    named: /^(?:pre)?[-_]?train(?:ing|er)?(?:[-_]|$)|^run_(?:pre)?train(?:ing)?$|[-_](?:pre)?train$/,
    shown: /\b(?:optimi[sz]er|backward|backprop\w*|gradients?|loss|learning[_ -]?rate|epochs?|momentum)\b/gi,
  },
  {
    component: "inference-code",
    named:
      /^(?:generate|generation|infer|inference|predict|sample|chat|(?:example[-_])?(?:chat|text)[-_]completion)$|[-_]inference$/,
    shown: /\b(?:generat\w+|predict\w*|forward|logits|probabilit\w+|sampl\w+|decod\w+|infer\w*|prompt|load\w*)\b/gi,
  },
  {
    component: "evaluation-code",
    named: /^(?:evals?|evaluat(?:e|ion)|benchmarks?)(?:[-_]|$)|^run_eval(?:uation)?$/,
    shown: /\b(?:accuracy|f1|bleu|rouge|perplexity|scores?|metrics?|baseline|correct|evaluat\w+)\b/gi,
  },
  {
    component: "preprocessing-code",
    named: /^preprocess(?:ing)?(?:[-_]|$)|^prepare[-_](?:data|dataset|corpus)(?:[-_]|$)|^tokenize[-_]|^dedup/,
    shown:
      /\b(?:tokeni[sz]\w*|clean\w*|filter\w*|dedup\w*|normali[sz]\w*|split\w*|shuffl\w*|datasets?|corpus|data)\b/gi,
  },
  {
    component: "architecture",
    named: /^(?:model|models|modell?ing|architecture|network)$|^modell?ing[-_]/,
    shown: /\b(?:forward|attention|hidden|layers?|linear|embed\w*|weights?|parameters?|logits)\b/gi,
  },
];

/** Words of scripts that train or tune something else than the model, or only prepare for it. */
const NOT_TRAINING: ReadonlySet<string> = new Set(
  "tokenizer lora qlora adapter adapters classifier classif fasttext probe reward sft dpo ppo tune tuning finetune finetuning prepare test config".split(
    " ",
  ),
);

/** Folders in which code deals with the data or with the measuring, whatever it is called. */
const NOT_TRAINING_FOLDER: ReadonlySet<string> = new Set(
  "data dataset datasets eval evals evaluation utils finetune finetuning tokenizer".split(" "),
);

/** Fewer statements are a stub. */
const FEWEST = 2;

/** A file that does anything has at least as many statements. */
const FEWEST_OF_TOOL = 3;

/** A shorter listed file holds no code worth the name, in bytes. */
const SMALLEST_LISTED = 64;

/** Recognises code for training, inference, evaluation, preprocessing, and of the architecture itself. */
export const recogniseCode: Recogniser = async (bench, artifact) => {
  if (!isSource(artifact.path) || isBeside(artifact.path)) return [];
  const claimed = PURPOSES.filter((purpose) => isClaimed(purpose, artifact.path));
  if (claimed.length === 0) return [];
  const isHere = await isAtHand(bench, artifact);
  const found: Recognised[] = [];
  for (const { component } of claimed) {
    const note = isHere ? await showPurpose(bench, artifact, component) : await noteListed(bench, artifact, component);
    if (note !== null) found.push({ component, note });
  }
  return found;
};

function isClaimed({ component, named }: Purpose, path: string): boolean {
  const { folders, stem } = splitPath(path);
  const words = splitWords(stem);
  if (words.at(-1) === "config" || words[0] === "test" || words.at(-1) === "test") return false;
  if (component === "training-code") {
    if (words.some((word) => NOT_TRAINING.has(word))) return false;
    if (folders.some((folder) => splitWords(folder).some((word) => NOT_TRAINING_FOLDER.has(word)))) return false;
  }
  return named.test(stem.toLowerCase());
}

async function noteListed(bench: Workbench, artifact: Artifact, component: ComponentId): Promise<Note | null> {
  const { path } = artifact;
  const size = await sizeOf(bench, artifact);
  if (size === null || size < SMALLEST_LISTED || !isPlainCode(bench.release, path, component)) return null;
  const message = `${path} is listed under the name of such code`;
  return await noteFile(bench, artifact, { code: "code-listed", args: { path }, message, basis: "inferred" });
}

/** Why the statements of a source file bear out what it is for; null where they do not. */
export async function showPurpose(bench: Workbench, artifact: Artifact, component: ComponentId): Promise<Note | null> {
  const purpose = PURPOSES.find((candidate) => candidate.component === component);
  const text = await bench.text(artifact);
  if (purpose === undefined || !text.ok) return null;
  const seen = findSigns(listStatements(text.value.content, artifact.path), purpose.shown);
  if (seen === null) return null;
  const { path } = artifact;
  const words = seen.words.join(", ");
  const message = `${path} is named and written like ${component.replaceAll("-", " ")}: it speaks of ${words}`;
  const remark = { code: "code-read", args: { path, words }, message, basis: "inferred" as const };
  return await noteFile(bench, artifact, { ...remark, ...quoteLine(text.value, seen.at) });
}

/** Whether a source file does anything at all. */
export async function isWorking(bench: Workbench, artifact: Artifact): Promise<boolean> {
  const text = await bench.text(artifact);
  return text.ok && listStatements(text.value.content, artifact.path).length >= FEWEST_OF_TOOL;
}

interface Signs {
  readonly words: readonly string[];
  /** Offset (UTF-16) of the line in which the first of them stands. */
  readonly at: number;
}

/** Up to four different words that show the purpose; null below two of them, and for a stub. */
function findSigns(statements: ReturnType<typeof listStatements>, shown: RegExp): Signs | null {
  if (statements.length < FEWEST) return null;
  const words = new Set<string>();
  let first = -1;
  for (const { at, line } of statements) {
    for (const match of splitNames(line).matchAll(shown)) {
      if (first < 0) first = at;
      words.add(match[0].toLowerCase());
    }
    if (words.size >= 4) break;
  }
  return words.size < 2 ? null : { words: [...words].slice(0, 4), at: first };
}

/** `makeDataset`, `eval_loss` → make Dataset, eval loss. */
function splitNames(line: string): string {
  return line.replaceAll("_", " ").replace(/([a-z0-9])([A-Z])/g, "$1 $2");
}
