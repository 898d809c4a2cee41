/** Which files are weights, and what became of them as a whole. */

import type { FileChange, WeightsChange } from "../model/changes.ts";
import type { ArtifactEntry, Assessment } from "../model/documents.ts";

/** Formats and endings of weights, for releases of which nobody can say which file is which. */
const FORMATS: ReadonlySet<string> = new Set(["safetensors", "gguf", "onnx", "pytorch-zip", "pytorch-legacy"]);
const ENDINGS = /\.(?:safetensors|gguf|ggml|onnx|pt|pth|ckpt|keras|tflite|msgpack)$/i;
/** An index lies among weights and holds none. */
const INDEX = /\.json$/i;

type Known = Pick<Assessment, "components">;

/** Says of a file of either side whether it is weights. */
export function openWeights(older: Known, newer: Known): (side: "old" | "new", entry: ArtifactEntry) => boolean {
  const lists = { old: listWeights(older), new: listWeights(newer) };
  return (side, { path, format }) => {
    if (INDEX.test(path)) return false;
    const list = lists[side];
    if (list.size > 0) return list.has(path);
    return ENDINGS.test(path) || (format ?? "").split("+").some((one) => FORMATS.has(one));
  };
}

/** Paths of the weights, of whichever model. */
function listWeights({ components }: Known): ReadonlySet<string> {
  return new Set(components.flatMap(({ id, artifacts }) => (id === "weights" ? artifacts : [])));
}

/** Puts the changes of weights into one word. */
export function describeWeights(changes: readonly FileChange[], same: number): WeightsChange {
  const files = changes.filter(({ isWeights }) => isWeights);
  return { verdict: judge(files, same), same, files };
}

function judge(files: readonly FileChange[], same: number): WeightsChange["verdict"] {
  const kinds = new Set(files.map(({ change }) => change));
  if (kinds.size === 0) return same > 0 ? "same" : "none";
  if (kinds.has("replaced")) return "replaced";
  if (kinds.has("added") && kinds.has("removed")) return "changed";
  if (kinds.has("added")) return "added";
  if (kinds.has("removed")) return "removed";
  return kinds.size === 1 && kinds.has("renamed") ? "renamed" : "unknown";
}
