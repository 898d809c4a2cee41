/** Recognises data sets that lie in the release. */

import type { ComponentId } from "../../model/components.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { pages } from "../pages/index.ts";
import { noteFile } from "../shared/noting.ts";
import { folderOf, splitPath, splitWords } from "../shared/path-words.ts";
import { isPromise } from "../shared/prose.ts";
import { isAtHand, isBeside, isCompanion, sizeOf } from "./beside.ts";
import { namesBenchmark } from "./measures.ts";
import type { Recognised, Recogniser } from "./recognition.ts";

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

/** Endings of sets that are kept line by line. */
const LINES: ReadonlySet<string> = new Set(["jsonl", "ndjson", "parquet"]);

/** Words of folders that hold tasks for models, and of files that hold what models answered. */
const MEASURING: ReadonlySet<string> = new Set(["eval", "evals", "evaluation", "benchmark", "benchmarks"]);
const TASK: ReadonlySet<string> = new Set(["task", "tasks", "data", "dataset", "datasets", "set", "sets", "suite"]);
const ANSWER: ReadonlySet<string> = new Set(
  "result results answer answers output outputs prediction predictions generation generations response responses score scores metrics".split(
    " ",
  ),
);

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
  if (isBeside(path)) return [];
  if (bench.release.kind === "dataset") return await recogniseOfDataset(bench, artifact);
  const isTask = isOfTask(path);
  const component = isTask ? "evaluation-data" : (useOf(path) ?? (await useOfFolder(bench, path)));
  if (component === null) return [];
  const isHere = await isAtHand(bench, artifact);
  const isMeant = isTask || useOf(path) === null;
  const isShown = isHere ? await isData(bench, artifact) : await isPlain(bench, artifact, isMeant);
  if (!isShown) return [];
  const message = `${path} is a data file in a data folder, named for its use`;
  const remark = { code: "data-file", args: { path }, message, basis: "inferred" as const };
  return [{ component, note: await noteFile(bench, artifact, remark) }];
};

/** Endings of what a data set is made of, beside those of tables: archives of pictures and sound, arrays. */
const PACKED: ReadonlySet<string> = new Set(
  "json zip tar tgz npy npz wds xml conll conllu tif tiff nc h5 hdf5".split(" "),
);

/** Files of the root that describe a data set and are none of it. */
const DESCRIBING = /^(?:dataset_infos?|dataset_dict|state|croissant|metadata|config|package|release|\..*)$/i;

/** In a data set every file of a data format is of the data; the parts for testing are what one evaluates with as well. */
async function recogniseOfDataset(bench: Workbench, artifact: Artifact): Promise<readonly Recognised[]> {
  const { path } = artifact;
  const { folders } = splitPath(path);
  const { stem, extension } = splitData(path);
  if (isCompanion(path) || (folders.length === 0 && DESCRIBING.test(stem))) return [];
  const isTable = DATA.has(extension);
  if (!isTable && !PACKED.has(extension)) return [];
  const isHere = await isAtHand(bench, artifact);
  const size = await sizeOf(bench, artifact);
  const isShown =
    isHere && isTable && !isPacked(path) ? await isData(bench, artifact) : size !== null && size >= SMALLEST;
  if (!isShown) return [];
  const message = `${path} is a data file of the data set`;
  const note = await noteFile(bench, artifact, { code: "data-file", args: { path }, message, basis: "inferred" });
  const isOfTest = nameUse(splitWords([...folders.slice(-1), stem].join(" "))) === "evaluation-data";
  return [{ component: "training-data", note }, ...(isOfTest ? [{ component: "evaluation-data" as const, note }] : [])];
}

function isPacked(path: string): boolean {
  return splitData(path).extension !== splitPath(path).extension;
}

/** What a file of a data folder in the root is used for, by its name. */
function useOf(path: string): ComponentId | null {
  const { folders, stem } = splitPath(path);
  if (!DATA_FOLDERS.has((folders[0] ?? "").toLowerCase())) return null;
  return nameUse(splitWords([...folders.slice(-1), stem].join(" ")));
}

/** Folders of data in the root whose README says in its first sentences that they are for the evaluation. */
const forEvaluation: Study<ReadonlySet<string>> = {
  id: "folders-for-evaluation",
  version: 1,
  async run(bench) {
    const found = (await bench.study(pages)).filter(({ artifact, statements }) => {
      const { folders, stem } = splitPath(artifact.path);
      const isOfData =
        folders.length === 1 && DATA_FOLDERS.has((folders[0] ?? "").toLowerCase()) && /^readme$/i.test(stem);
      return isOfData && statements.slice(0, FIRST).some(({ words }) => FOR_EVALUATION.test(words));
    });
    return new Set(found.map(({ artifact }) => folderOf(artifact.path)));
  },
};

const FIRST = 4;
const FOR_EVALUATION =
  /\bdata(?:sets?)? (?:\w+ ){0,3}for (?:the |our )?evaluation\b|\bevaluation data(?:sets?)?\b|\bdata(?:sets?)? used (?:for|in) (?:the |our )?evaluation\b/i;

async function useOfFolder(bench: Workbench, path: string): Promise<ComponentId | null> {
  const { extension } = splitPath(path);
  if (!(DATA.has(extension) || extension === "json")) return null;
  return (await bench.study(forEvaluation)).has(folderOf(path)) ? "evaluation-data" : null;
}

/** Whether a file lies in a folder of what models are evaluated with, and is no answer to it. */
function isOfTask(path: string): boolean {
  const { folders } = splitPath(path);
  const { stem, extension } = splitData(path);
  const measuring = folders.findIndex((folder) => splitWords(folder).some((word) => MEASURING.has(word)));
  const isTask =
    measuring >= 0 && folders.slice(measuring).some((folder) => splitWords(folder).some((word) => TASK.has(word)));
  // A folder that is called a benchmark and nothing else holds its tasks, line by line.
  const isBenchmark = measuring >= 0 && /^benchmarks?$/i.test(folders[measuring] ?? "") && LINES.has(extension);
  const name = splitWords(stem);
  // `eval/gpqa/dataset.zip`: below a folder that is called by a benchmark, what is called a set.
  const below = measuring < 0 ? [] : folders.slice(measuring + 1);
  const isSet = below.some(namesBenchmark) && name.some((word) => TASK.has(word) || EVALUATION.has(word));
  if (isSet && ["zip", "json"].includes(extension) && !name.some((word) => ANSWER.has(word))) return true;
  return (
    (isTask || isBenchmark || isSet) &&
    DATA.has(extension) &&
    extension !== "txt" &&
    !name.some((word) => ANSWER.has(word))
  );
}

/** The name without the ending of compression. */
function splitData(path: string): ReturnType<typeof splitPath> {
  return splitPath(path.replace(/\.(?:gz|bz2|zst|xz)$/i, ""));
}

function nameUse(words: readonly string[]): ComponentId | null {
  if (words.some((word) => EVALUATION.has(word))) return "evaluation-data";
  return words.some((word) => TRAINING.has(word)) ? "training-data" : null;
}

/** A text that is only listed may be a list of addresses. */
async function isPlain(bench: Workbench, artifact: Artifact, isTask: boolean): Promise<boolean> {
  const { stem, extension } = splitPath(artifact.path);
  const size = await sizeOf(bench, artifact);
  if (size === null) return isTask;
  if (size < SMALLEST) return false;
  return isTask || (DATA.has(extension) && extension !== "txt" && PLAIN.test(stem));
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
