/** Where the records of others and the folders of releases lie. They are never part of this repository. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

import { ROOT } from "../measure.ts";

const CORPORA = process.env.ASSAY_CORPORA ?? join(ROOT, "../shared/corpora");
const RELEASES = join(CORPORA, "releases");

/** Whether they are at hand. */
export const hasCorpora: boolean = ["releases", "mot", "osai-index", "os-ai-map"].every((one) =>
  existsSync(join(CORPORA, one)),
);

/** A folder with the text files of a repository and the list of all its files. */
export interface ReleaseFolder {
  /** `OWNER__NAME`. */
  readonly id: string;
  readonly path: string;
  /** `owner/name`, in lower case. */
  readonly repository: string;
  /** The host that it was copied from. */
  readonly host: string;
}

/** Every folder of a release that has a list of files. */
export function listReleases(): readonly ReleaseFolder[] {
  const folders = readdirSync(RELEASES).filter((id) => existsSync(join(RELEASES, id, "TREE.tsv")));
  return folders.map((id) => {
    const path = join(RELEASES, id);
    const [, host = ""] = /https:\/\/([\w.]{1,40})\//.exec(readFileSync(join(path, "SOURCE.txt"), "utf8")) ?? [];
    return { id, path, repository: id.replace("__", "/").toLowerCase(), host };
  });
}

/** A record as data: what the file holds, and how it is called. */
export interface RecordFile {
  readonly name: string;
  readonly text: string;
  readonly data: unknown;
}

/** Every YAML record of a folder of the corpora, sorted by name. */
export function readRecords(folder: string): readonly RecordFile[] {
  const names = readdirSync(join(CORPORA, folder)).filter((name) => /\.ya?ml$/.test(name));
  return names.toSorted().map((name) => {
    const text = readFileSync(join(CORPORA, folder, name), "utf8");
    return { name, text, data: parse(text) };
  });
}

/** The value at a path of keys; undefined where there is none. */
export function at(data: unknown, ...keys: readonly string[]): unknown {
  let value = data;
  for (const key of keys) value = isObject(value) ? value[key] : undefined;
  return value;
}

/** Every text in a value: itself, or the members of a list. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  return Array.isArray(value) ? value.flatMap(textsOf) : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
