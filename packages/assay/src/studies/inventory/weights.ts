/** Recognises weight files: by what they hold where they were read, by name where they are only listed. */

import { factOf } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { noteFile } from "../shared/noting.ts";
import { isAside, splitPath, splitWords } from "../shared/path-words.ts";
import type { Recogniser } from "./recognition.ts";

/** Extensions that hold weights whatever the file is called. */
const ALWAYS: ReadonlySet<string> = new Set(["safetensors", "gguf", "onnx", "ckpt", "pth", "keras", "tflite"]);

/** Extensions that other files use too; the name has to speak of a model. */
const SOMETIMES: ReadonlySet<string> = new Set(["bin", "pt", "h5", "msgpack", "npz"]);

/** State of a training run that is no model. */
const NOT_WEIGHTS: ReadonlySet<string> = new Set(["optimizer", "scheduler", "args", "rng", "scaler", "tokenizer"]);

/** Folders in which trainers leave what they saved on the way. */
const ON_THE_WAY = /^(?:checkpoints?|(?:checkpoint|global[-_]?step|step|iter|epoch)[-_]?\d+)$/i;

/** Whether a path lies in a folder of saved intermediate states. */
export function isIntermediate(path: string): boolean {
  return splitPath(path).folders.some((folder) => ON_THE_WAY.test(folder));
}

/** Whether a file is named like weights. */
export function isNamedLikeWeights(path: string): boolean {
  const { stem, extension } = splitPath(path);
  const words = splitWords(stem);
  if (words.some((word) => NOT_WEIGHTS.has(word))) return false;
  return ALWAYS.has(extension) || (SOMETIMES.has(extension) && /model|weights|consolidated/i.test(stem));
}

/** Recognises final and intermediate weights. */
export const recogniseWeights: Recogniser = async (bench, artifact) => {
  if (isAside(artifact.path)) return [];
  const component = isIntermediate(artifact.path) ? "intermediate-weights" : "weights";
  const readings = await bench.readings(artifact);
  const weights = factOf(readings, "weights");
  if (weights !== undefined && weights.tensors > 0) {
    const { tensors, parameters, at } = weights;
    const message = `${artifact.path} holds ${tensors} tensors with ${parameters} parameters`;
    const remark = { code: "weights-read", args: { path: artifact.path, tensors, parameters }, message, at };
    return [{ component, note: await noteFile(bench, artifact, { ...remark, basis: "measured" }) }];
  }
  if (!isNamedLikeWeights(artifact.path)) return [];
  const isListed = artifact.state !== "here" || factOf(readings, "pointer") !== undefined;
  if (!isListed) return [{ component, note: await noteUnread(bench, artifact), isUnread: true }];
  const { path } = artifact;
  const message = `${path} is named like weights and is listed, its bytes are not at hand`;
  const remark = { code: "weights-listed", args: { path }, message, basis: "inferred" as const };
  return artifact.size === 0 ? [] : [{ component, note: await noteFile(bench, artifact, remark) }];
};

async function noteUnread(bench: Workbench, artifact: Artifact): Promise<Note> {
  const { path } = artifact;
  const message = `${path} is named like weights and could not be read as such`;
  return await noteFile(bench, artifact, { code: "weights-unread", args: { path }, message, basis: "inferred" });
}
