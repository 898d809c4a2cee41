/** Records of the European Open Source AI Index, of both of its sets of dimensions. */

import { at, type RecordFile, readRecords, textsOf } from "./corpora.ts";
import type { Judged, Judgement } from "./judgement.ts";

/** Our requirements, and how their records name the dimension. */
const DIMENSIONS: Readonly<Record<string, string>> = {
  "base-data": "datasources_basemodel",
  "end-data": "datasources_endmodel",
  "base-weights": "weights_basemodel",
  "end-weights": "weights_endmodel",
  "training-code": "trainingcode",
  code: "code",
  "hardware-architecture": "hardware_architecture",
  preprint: "preprint",
  paper: "paper",
  "model-card": "modelcard",
  datasheet: "datasheet",
  licenses: "licenses",
  package: "package",
  api: "api",
};
/** Dimensions that speak of what the released model was made from, so that their links do not lead to it. */
const OF_BASE: readonly string[] = ["base-data", "base-weights", "end-data"];
const FOLDERS = { "eu-index-2026": "osai-index", "eu-index-2025": "osai-index-14dim-2026-03" } as const;
/** Files of the folder that are no record of a system. */
const NO_RECORD: RegExp = /^(?:_|a_submission_template)/;

/** Reads all records of a set. */
export function readEuIndex(source: keyof typeof FOLDERS): readonly Judgement[] {
  const records = readRecords(FOLDERS[source]);
  return records.filter(({ name }) => !NO_RECORD.test(name)).map((record) => readOne(source, record));
}

function readOne(source: Judgement["source"], { name, data }: RecordFile): Judgement {
  const judged = Object.entries(DIMENSIONS).flatMap(([dimension, key]) => judge(dimension, at(data, key)));
  const own = judged.filter(({ dimension }) => !OF_BASE.includes(dimension));
  const links = [...textsOf(at(data, "system", "link")), ...own.flatMap(({ cited }) => cited)];
  const names = [...textsOf(at(data, "system", "name")), ...textsOf(at(data, "system", "endmodelname"))];
  return { source, record: name, names, links, judged };
}

function judge(dimension: string, said: unknown): readonly Judged[] {
  const [label] = textsOf(at(said, "class"));
  if (label === undefined) return [];
  const words = textsOf(at(said, "notes")).join(" ");
  return [{ dimension, label, words, cited: textsOf(at(said, "link")) }];
}
