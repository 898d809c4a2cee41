/** Documents that Assay printed, in files of this machine. */

import { statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { LARGEST_SAVED, readSaved } from "./index.ts";
import type { Assessment } from "./model/documents.ts";
import { UsageError } from "./model/errors.ts";

/** A manifest is a release, and not what was said of one. */
const MANIFEST = "release.json";

/** Whether a target is a file that an assessment may be saved in: any `.json` but a manifest. */
export function isSavedFile(target: string): boolean {
  if (!/\.json$/i.test(target) || basename(target) === MANIFEST) return false;
  return statSync(target, { throwIfNoEntry: false })?.isFile() === true;
}

/** Reads a saved assessment. @throws UsageError when it is none. */
export async function readSavedAssessment(path: string): Promise<Assessment> {
  return await readDocument<Assessment>(path, { kind: "saved assessment", schema: "assessment" });
}

/** A kind of document, and the name of its schema. */
export interface DocumentKind {
  readonly kind: string;
  readonly schema: "assessment" | "lock";
}

/** Reads a document by the schema that ships. @throws UsageError when the file is none of that kind. */
export async function readDocument<T>(path: string, { kind, schema }: DocumentKind): Promise<T> {
  const shape = JSON.parse(await readFile(new URL(`../schemas/${schema}.schema.json`, import.meta.url), "utf8"));
  return readSaved<T>({ path, kind, bytes: await readBounded(path, kind), schema: shape });
}

async function readBounded(path: string, kind: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_SAVED)
      throw new UsageError(`${path} is no ${kind}: it has ${size} bytes, more than ${LARGEST_SAVED}.`);
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${path} cannot be read: ${cause instanceof Error ? cause.message : "unknown error"}.`);
  }
}
