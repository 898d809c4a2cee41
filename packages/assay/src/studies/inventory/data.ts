/** Recognises data sets that lie in the release. */

import type { ComponentId } from "../../model/components.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { noteFile } from "../shared/noting.ts";
import { splitPath, splitWords } from "../shared/path-words.ts";
import { isAtHand, isBeside, isCompanion, sizeOf } from "./beside.ts";
import { isPromise } from "./prose.ts";
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

/** Names of shards and sets that leave no doubt: `train.jsonl`, `train-00000-of-00005.parquet`, `eval_data.csv`. */
const PLAIN =
  /^(?:train(?:ing)?|corpus|eval(?:uation)?|test|valid(?:ation)?|dev|heldout)(?:[-_](?:data|set))?(?:[-_]\d+(?:[-_]of[-_]\d+)?)?$/i;

/** Less is no data set, in bytes; unless it has two lines. */
const SMALLEST = 64;

/** Longer files are data by their size; shorter ones may be a notice or the page of an error. In bytes. */
const LOOKED_THROUGH = 256 << 10;

/** A promise takes no more than this, in UTF-16 units. */
const LONGEST_PROMISE = 2_000;

/** Recognises files of training and of evaluation data: in a data folder of the root, of a data format, named for their use. */
export const recogniseData: Recogniser = async (bench, artifact) => {
  const { path } = artifact;
  const { folders, stem } = splitPath(path);
  if (!DATA_FOLDERS.has((folders[0] ?? "").toLowerCase()) || isBeside(path)) return [];
  const component = nameUse(splitWords([...folders.slice(-1), stem].join(" ")));
  if (component === null) return [];
  const isShown = (await isAtHand(bench, artifact)) ? await isData(bench, artifact) : await isPlain(bench, artifact);
  if (!isShown) return [];
  const message = `${path} is a data file in a data folder, named for its use`;
  const remark = { code: "data-file", args: { path }, message, basis: "inferred" as const };
  return [{ component, note: await noteFile(bench, artifact, remark) }];
};

function nameUse(words: readonly string[]): ComponentId | null {
  if (words.some((word) => EVALUATION.has(word))) return "evaluation-data";
  return words.some((word) => TRAINING.has(word)) ? "training-data" : null;
}

/** A text that is only listed may be a list of addresses. */
async function isPlain(bench: Workbench, artifact: Artifact): Promise<boolean> {
  const { stem, extension } = splitPath(artifact.path);
  const size = await sizeOf(bench, artifact);
  return size !== null && size >= SMALLEST && DATA.has(extension) && extension !== "txt" && PLAIN.test(stem);
}

/** Whether a file at hand holds data: of a data format, and readable as what it is. */
export async function isData(bench: Workbench, artifact: Artifact): Promise<boolean> {
  const { extension } = splitPath(artifact.path);
  if (!DATA.has(extension) || isCompanion(artifact.path)) return false;
  if (artifact.size !== null && artifact.size > LOOKED_THROUGH) return true;
  const text = await bench.text(artifact);
  return text.ok && (CONTENT[extension] ?? isText)(text.value.content);
}

const CONTENT: Readonly<Record<string, (content: string) => boolean>> = {
  // Magic numbers: Apache Parquet "File format", Arrow "IPC file format" and "IPC streaming format" (FF FF FF FF).
  parquet: (content) => content.length >= SMALLEST && content.startsWith("PAR1"),
  arrow: (content) => content.length >= SMALLEST && /^(?:ARROW1|\ufffd{4})/.test(content),
  // A record begins with its length in eight bytes, whose upper ones are zero.
  tfrecord: (content) => content.length >= SMALLEST && content.slice(0, 8).includes("\0"),
  jsonl: isJsonLines,
  ndjson: isJsonLines,
  csv: (content) => isTable(content, ","),
  tsv: (content) => isTable(content, "\t"),
};

function isJsonLines(content: string): boolean {
  const lines = listLines(content);
  return lines.length >= 2 && lines.slice(0, 2).every((line) => /^[[{].*[\]}]$/.test(line));
}

function isTable(content: string, separator: string): boolean {
  const lines = listLines(content);
  return isText(content) && lines.length >= 2 && (lines[0] ?? "").includes(separator);
}

/** A text that is no page of an error, no promise, and no list of addresses or file names. */
function isText(content: string): boolean {
  const lines = listLines(content);
  if (lines.length < 2 && content.trim().length < SMALLEST) return false;
  if (content.includes("\0") || /^\s*<(?:!doctype|html|\?xml)/i.test(content)) return false;
  if (content.length < LONGEST_PROMISE && isPromise(content)) return false;
  const addresses = lines.filter((line) => /^(?:https?:\/\/|s3:\/\/|gs:\/\/|[\w.-]*\/)\S*$/.test(line));
  return addresses.length * 2 < lines.length;
}

function listLines(content: string): readonly string[] {
  return content.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
}
