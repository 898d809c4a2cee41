/** Recognises weight files: by what they hold where they were read, by name where they are only listed. */

import { factOf, isBroken } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact, Release } from "../../model/types.ts";
import { noteFile } from "../shared/noting.ts";
import { isOwnName } from "../shared/own-names.ts";
import { isAside, splitPath, splitWords } from "../shared/path-words.ts";
import { isAtHand } from "./beside.ts";
import type { Recogniser } from "./recognition.ts";

/** Extensions that hold weights whatever the file is called. */
const ALWAYS: ReadonlySet<string> = new Set(["safetensors", "gguf", "onnx", "ckpt", "pth", "keras", "tflite", "jit"]);

/** Extensions that other files use too; the name has to speak of a model. */
const SOMETIMES: ReadonlySet<string> = new Set(["bin", "pt", "h5", "msgpack", "npz"]);

/** State of a training run that is no model. */
const NOT_WEIGHTS: ReadonlySet<string> = new Set(
  "optimizer optimizers optim scheduler args rng scaler gradients grads tokenizer".split(" "),
);

/** Folders of the root whose tensors are data, and those within packages, where only a whole graph is a model. */
const DATA_FOLDERS: ReadonlySet<string> = new Set(["data", "dataset", "datasets", "corpus"]);
const GRAPHS: ReadonlySet<string> = new Set(["gguf", "onnx", "keras", "tflite", "jit"]);

/** Names of what is laid over the weights of a model that lies elsewhere. */
const ADAPTER: ReadonlySet<string> = new Set(["adapter", "lora", "qlora"]);

/** Folders in which trainers leave what they saved on the way. */
const ON_THE_WAY = /^(?:checkpoints?|(?:checkpoint|global[-_]?step|step|iter|epoch)[-_]?\d+)$/i;

/** Whether a path lies in a folder of saved intermediate states. */
export function isIntermediate(path: string): boolean {
  return splitPath(path).folders.some((folder) => ON_THE_WAY.test(folder));
}

/** Whether a file is named like weights. */
export function isNamedLikeWeights(path: string, release?: Release): boolean {
  const { stem, extension } = splitPath(path);
  if (isSomethingElse(path, release)) return false;
  return ALWAYS.has(extension) || (SOMETIMES.has(extension) && /model|weights|consolidated/i.test(stem));
}

/** Whether a path says that its tensors are no model's: a state of the training, or data. */
function isSomethingElse(path: string, release?: Release): boolean {
  const { folders, stem, extension } = splitPath(path);
  if (splitWords(stem).some((word) => NOT_WEIGHTS.has(word))) return true;
  const at = folders.findIndex((folder) => DATA_FOLDERS.has(folder.toLowerCase()));
  // A package keeps its model among its data; then it has the package's name.
  const isOwn = release !== undefined && isOwnName(release, stem);
  return at === 0 || (at > 0 && !GRAPHS.has(extension) && !isOwn);
}

/** Recognises final and intermediate weights. */
export const recogniseWeights: Recogniser = async (bench, artifact) => {
  const { path } = artifact;
  if (isAside(path) || isSomethingElse(path, bench.release)) return [];
  const component = isIntermediate(path) ? "intermediate-weights" : "weights";
  if (await isAdapter(bench, artifact))
    return [{ component, note: await noteAdapter(bench, artifact), isUnread: true }];
  const note = await showWeights(bench, artifact);
  if (note !== null) return [{ component, note }];
  if (!isNamedLikeWeights(path, bench.release)) return [];
  const held = await showContainer(bench, artifact);
  if (held !== null) return [{ component, note: held }];
  if (await isAtHand(bench, artifact)) return [{ component, note: await noteUnread(bench, artifact), isUnread: true }];
  const message = `${path} is named like weights and is listed, its bytes are not at hand`;
  const remark = { code: "weights-listed", args: { path }, message, basis: "inferred" as const };
  return artifact.size === 0 ? [] : [{ component, note: await noteFile(bench, artifact, remark) }];
};

/** Why a file holds weights of a model, whatever it is called; null where it holds none. */
export async function showWeights(bench: Workbench, artifact: Artifact): Promise<Note | null> {
  const { path } = artifact;
  const weights = factOf(await bench.readings(artifact), "weights");
  if (weights === undefined || weights.parameters === 0 || isSomethingElse(path, bench.release)) return null;
  if (await isAdapter(bench, artifact)) return null;
  const { tensors, parameters, at } = weights;
  const message = `${path} holds ${tensors} tensors with ${parameters} parameters`;
  const remark = { code: "weights-read", args: { path, tensors, parameters }, message, at };
  return await noteFile(bench, artifact, { ...remark, basis: "measured" });
}

/** Why a file is a container of tensors, sound and not empty, though nobody read which; null where it is none. */
async function showContainer(bench: Workbench, artifact: Artifact): Promise<Note | null> {
  const readings = await bench.readings(artifact);
  const container = factOf(readings, "container");
  if (container === undefined || container.bytes === 0 || isBroken(readings)) return null;
  const { path } = artifact;
  const { bytes } = container;
  const message = `${path} is a container of tensors with ${bytes} bytes; which tensors was not read`;
  const remark = { code: "weights-contained", args: { path, bytes }, message, basis: "measured" as const };
  return await noteFile(bench, artifact, remark);
}

/** Low-rank adapters by their name, or by that of every tensor (PEFT writes `lora_A`, `lora_B`). */
async function isAdapter(bench: Workbench, artifact: Artifact): Promise<boolean> {
  const { stem, extension } = splitPath(artifact.path);
  if (!ALWAYS.has(extension) && !SOMETIMES.has(extension)) return false;
  if (splitWords(stem).some((word) => ADAPTER.has(word))) return true;
  const names = factOf(await bench.readings(artifact), "weights")?.names ?? [];
  return names.length > 0 && names.every((name) => /(?:^|[._])lora_/i.test(name));
}

async function noteAdapter(bench: Workbench, artifact: Artifact): Promise<Note> {
  const { path } = artifact;
  const message = `${path} holds adapter weights, the base is elsewhere`;
  return await noteFile(bench, artifact, { code: "weights-of-adapter", args: { path }, message, basis: "inferred" });
}

async function noteUnread(bench: Workbench, artifact: Artifact): Promise<Note> {
  const { path } = artifact;
  const message = `${path} is named like weights and could not be read as such`;
  return await noteFile(bench, artifact, { code: "weights-unread", args: { path }, message, basis: "inferred" });
}
