/** Code with which a model is tuned, whether it made the release or is for who uses it. */

import type { FoundFile } from "../../model/inventory.ts";
import type { Note } from "../../model/ledger.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { isAtHand, showPurpose } from "../inventory/index.ts";
import { noteFile } from "../shared/noting.ts";
import { isForeign, isStrange, splitPath, splitWords } from "../shared/path-words.ts";

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** Words of a script that tunes, wherever it lies. */
const TUNES = toSet("finetune finetunes finetuning finetuned sft dpo grpo kto orpo rlhf qlora");

/** A layer is called so too, so that it has to lie among scripts. */
const TUNES_AMONG_SCRIPTS = toSet("lora ppo");
const SCRIPTS = /^(?:examples?|scripts?|recipes?|notebooks?|colabs?|demos?)$/i;

/** Folders that are for tuning, and what the main script in them is called. */
const FOLDER = /^(?:fine[-_]?tun(?:e|ing)|p?tuning|sft|dpo|rlhf)$/i;
const MAIN = /^(?:main|run|train|trainer|training|sft)$/i;

/** Words of what only serves a tuning, comes before or after it, or runs what it made. */
const ELSE = toSet(
  "test tests conftest config configs args arguments util utils helper helpers data dataset datasets loader dataloader " +
    "eval evals evaluate evaluation infer inference generate sample sampling chat demo app convert export merge quantize plot " +
    "model models modeling layer layers tokenizer setup download init results loss losses requirements prompt prompts",
);

/** Folders of parts that others are built of. */
const PARTS = /^(?:utils?|modules?|layers?|nn|models?|peft|losses|data.{0,20}|configs?|evals?|evaluation)$/i;

/** Deeper, a name says what a module is about and not what is run. */
const DEEPEST = 4;

/** A shorter listed file does nothing, in bytes. */
const SMALLEST = 512;

/** What a notebook that tunes calls. */
const CALLS = /\b(?:Trainer|train|fit|backward|LoRA|optimizer)\b\s*\(/;

/** Characters of a notebook looked through: pictures in its outputs can be long. */
const LOOKED_THROUGH = 512 << 10;

/** The files of one release. */
export const tuningCode: Study<readonly FoundFile[]> = {
  id: "tuning-code",
  version: 1,
  async run(bench) {
    const found: FoundFile[] = [];
    for (const artifact of bench.release.artifacts) {
      if (!CODE.has(splitPath(artifact.path).extension) || !isNamedForTuning(artifact.path)) continue;
      const note = await showTuning(bench, artifact);
      if (note !== null) found.push({ artifact, note });
    }
    return found;
  },
};

const CODE = toSet("py ipynb");
const LAUNCH = toSet("sh bash slurm sbatch");

/** Whether a script starts a tuning, by its path: the code that it starts lies elsewhere, or beside it. */
export function isLaunchOfTuning(path: string): boolean {
  return LAUNCH.has(splitPath(path).extension) && isNamedForTuning(path);
}

function isNamedForTuning(path: string): boolean {
  const { folders, stem } = splitPath(path);
  if (isForeign(path) || isStrange(path)) return false;
  const words = splitWords(stem);
  if (folders.length > DEEPEST || folders.some((folder) => PARTS.test(folder))) return false;
  if (stem.startsWith("_") || words.some((word) => ELSE.has(word))) return false;
  return isTuning(words, folders) || (MAIN.test(stem) && folders.some((folder) => FOLDER.test(folder)));
}

function isTuning(words: readonly string[], folders: readonly string[]): boolean {
  if (words.some((word) => TUNES.has(word)) || /\bfine tun(?:e|ing|ed)\b/.test(words.join(" "))) return true;
  return folders.some((folder) => SCRIPTS.test(folder)) && words.some((word) => TUNES_AMONG_SCRIPTS.has(word));
}

async function showTuning(bench: Workbench, artifact: Artifact): Promise<Note | null> {
  const { path, size } = artifact;
  if (!(await isAtHand(bench, artifact))) {
    if ((size ?? 0) < SMALLEST) return null;
    const message = `${path} is listed under the name of code that tunes`;
    return await noteFile(bench, artifact, { code: "code-listed", args: { path }, message, basis: "inferred" });
  }
  return path.endsWith(".ipynb")
    ? await showNotebook(bench, artifact)
    : await showPurpose(bench, artifact, "training-code");
}

async function showNotebook(bench: Workbench, artifact: Artifact): Promise<Note | null> {
  const text = await bench.text(artifact);
  const call = text.ok ? CALLS.exec(text.value.content.slice(0, LOOKED_THROUGH)) : null;
  if (call === null) return null;
  const { path } = artifact;
  const words = call[0].replace(/\s*\($/, "");
  const message = `${path} is named like a notebook that tunes, and calls ${words}`;
  return await noteFile(bench, artifact, { code: "code-read", args: { path, words }, message, basis: "inferred" });
}
