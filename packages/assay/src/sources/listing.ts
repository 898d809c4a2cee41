/** Reads a `--listing`: a tab-separated table that says what else an origin holds. */

import { readFileSync, statSync } from "node:fs";
import { UsageError } from "../model/errors.ts";
import { describeRefusal } from "./local/fingerprint.ts";

/** One row of a listing. */
export interface ListedFile {
  readonly path: string;
  /** Bytes; null where the listing does not know: git writes `-` for submodules and `BAD` for what it did not fetch. */
  readonly size: number | null;
}

/** 64 MiB holds a listing of half a million files, five times the hub's advice for one repository. */
const LARGEST = 64 << 20;

/** Rows of the listing. @throws UsageError when it is not a table with the columns `path` and `size`. */
export function readListing(file: string): readonly ListedFile[] {
  const [head = "", ...rows] = readLines(file);
  const columns = head.split("\t");
  const path = columns.indexOf("path");
  const size = columns.indexOf("size");
  if (path < 0 || size < 0) {
    throw new UsageError(`${file} is not a listing: its first line must name the tab-separated columns path and size.`);
  }
  return rows.flatMap((row, index) => {
    if (row === "") return [];
    const cells = row.split("\t");
    return [readRow(cells[path] ?? "", cells[size] ?? "", `${file}:${index + 2}`)];
  });
}

function readLines(file: string): readonly string[] {
  try {
    if (statSync(file).size > LARGEST)
      throw new UsageError(`${file} is larger than ${LARGEST} bytes, the most that a listing may have.`);
    return readFileSync(file, "utf8").split(/\r?\n/);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`The listing ${file} cannot be read: ${describeRefusal(cause)}.`);
  }
}

function readRow(path: string, size: string, at: string): ListedFile {
  const clean = !path.startsWith("/") && path !== "" && !path.split("/").includes("..");
  if (!clean) throw new UsageError(`${at}: "${path}" is not a path inside the origin.`);
  return { path, size: /^\d{1,15}$/.test(size) ? Number(size) : null };
}
