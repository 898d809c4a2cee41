/** Recognises data sets that lie in the release. */

import type { ComponentId } from "../../model/components.ts";
import { factOf } from "../../model/facts.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { noteFile } from "../shared/noting.ts";
import { isAside, splitPath, splitWords } from "../shared/path-words.ts";
import type { Recogniser } from "./recognition.ts";

const DATA: ReadonlySet<string> = new Set(["txt", "csv", "tsv", "jsonl", "ndjson", "parquet", "arrow", "tfrecord"]);
const DATA_FOLDERS: ReadonlySet<string> = new Set(["data", "dataset", "datasets", "corpus"]);
const TRAINING: ReadonlySet<string> = new Set(["train", "training", "corpus"]);
const EVALUATION: ReadonlySet<string> = new Set([
  "eval",
  "evaluation",
  "test",
  "valid",
  "validation",
  "dev",
  "heldout",
]);

/** Recognises files of training and of evaluation data: in a data folder of the root, of a data format, named for their use. */
export const recogniseData: Recogniser = async (bench, artifact) => {
  const { folders, stem, extension } = splitPath(artifact.path);
  const isData = DATA.has(extension) && DATA_FOLDERS.has((folders[0] ?? "").toLowerCase());
  if (!isData || isAside(artifact.path) || artifact.size === 0 || (await isPointer(bench, artifact))) return [];
  const component = nameUse(splitWords([...folders.slice(-1), stem].join(" ")));
  if (component === null) return [];
  const { path } = artifact;
  const message = `${path} is a data file in a data folder, named for its use`;
  return [
    {
      component,
      note: await noteFile(bench, artifact, { code: "data-file", args: { path }, message, basis: "inferred" }),
    },
  ];
};

async function isPointer(bench: Workbench, artifact: Artifact): Promise<boolean> {
  return factOf(await bench.readings(artifact), "pointer") !== undefined;
}

function nameUse(words: readonly string[]): ComponentId | null {
  if (words.some((word) => EVALUATION.has(word))) return "evaluation-data";
  return words.some((word) => TRAINING.has(word)) ? "training-data" : null;
}
