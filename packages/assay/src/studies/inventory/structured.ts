/** Recognises structured files: evaluation results, and the settings of a training run. */

import { type Field, factOf } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { noteFile, offsetOfLine, quoteLine } from "../shared/noting.ts";
import { splitPath, splitWords } from "../shared/path-words.ts";
import { isBeside } from "./beside.ts";
import type { Recogniser } from "./recognition.ts";

const RESULTS: ReadonlySet<string> = new Set(["results", "result", "scores", "metrics"]);
const METADATA = /^(?:trainer[-_]state|train(?:ing)?[-_](?:args|config|arguments)|hyper[-_]?parameters)$/i;
const HYPERPARAMETER: ReadonlySet<string> = new Set(["learning", "lr", "batch", "epoch", "epochs", "step", "steps"]);

/** Words of a key that make it a measure; a loss is one where it is of an evaluation. */
const MEASURE: ReadonlySet<string> = new Set(
  "accuracy acc f1 bleu chrf rouge rouge1 rouge2 rougel meteor perplexity ppl wer cer auc auroc iou miou map psnr ssim fid ndcg mrr recall precision pass score scores mmlu gsm8k humaneval hellaswag match bpc".split(
    " ",
  ),
);
const EVALUATION: ReadonlySet<string> = new Set(["eval", "evaluation", "test", "valid", "validation", "heldout"]);

/** Words of a key by which a figure is no result: of the training, about the measuring, or of an error. */
const NO_RESULT: ReadonlySet<string> = new Set(
  "train training stderr std error errors threshold target count time runtime seconds weight id version".split(" "),
);

/** Recognises evaluation results by a name and a measure in them, and training settings by a name and two settings. */
export const recogniseStructured: Recogniser = async (bench, artifact) => {
  const { stem } = splitPath(artifact.path);
  if (isBeside(artifact.path)) return [];
  if (splitWords(stem).some((word) => RESULTS.has(word))) {
    const note = await showMeasure(bench, artifact);
    return note === null ? [] : [{ component: "evaluation-results", note }];
  }
  const note = METADATA.test(stem) ? await showSettings(bench, artifact) : null;
  return note === null ? [] : [{ component: "model-metadata", note }];
};

/** Why a structured file states a measure, whatever it is called; null where it states none. */
export async function showMeasure(bench: Workbench, artifact: Artifact): Promise<Note | null> {
  const found = Object.entries(await readFields(bench, artifact)).find(isMeasure);
  return found === undefined ? null : await noteField(bench, artifact, { found, what: "evaluation results" });
}

/** Why a structured file states the settings of a training run, whatever it is called; null where it does not. */
export async function showSettings(bench: Workbench, artifact: Artifact): Promise<Note | null> {
  const [found, second] = Object.entries(await readFields(bench, artifact)).filter(isSetting);
  if (found === undefined || second === undefined) return null;
  return await noteField(bench, artifact, { found, what: "model metadata" });
}

/** Whether a structured file states two settings of anything. */
export async function isStructured(bench: Workbench, artifact: Artifact): Promise<boolean> {
  const values = Object.values(await readFields(bench, artifact));
  return values.filter(({ value }) => value !== null && value !== "").length >= 2;
}

type Entry = [pointer: string, field: Field];

async function readFields(bench: Workbench, artifact: Artifact): Promise<Readonly<Record<string, Field>>> {
  return factOf(await bench.readings(artifact), "fields") ?? {};
}

async function noteField(
  bench: Workbench,
  artifact: Artifact,
  { found: [pointer, { value, at }], what }: { readonly found: Entry; readonly what: string },
): Promise<Note> {
  const { path } = artifact;
  const key = pointer.slice(1);
  const message = `${path} is a file of ${what}: ${key} is ${value}`;
  const text = await bench.text(artifact);
  const quote = text.ok ? quoteLine(text.value, offsetOfLine(text.value, at.line ?? 1)).quote : String(value);
  const basis = what === "model metadata" ? "measured" : "declared";
  return await noteFile(bench, artifact, { code: "structured-read", args: { path, key }, message, at, quote, basis });
}

/** A figure other than zero, which stands where nothing was measured. */
function isMeasure([pointer, { value }]: Entry): boolean {
  if (typeof value !== "number" || value === 0) return false;
  const words = splitWords(pointer);
  if (words.some((word) => NO_RESULT.has(word))) return false;
  const last = splitWords(pointer.slice(pointer.lastIndexOf("/")));
  return (
    last.some((word) => MEASURE.has(word)) || (last.includes("loss") && words.some((word) => EVALUATION.has(word)))
  );
}

function isSetting([pointer, { value }]: Entry): boolean {
  const last = splitWords(pointer.slice(pointer.lastIndexOf("/")));
  return typeof value === "number" && last.some((word) => HYPERPARAMETER.has(word));
}
