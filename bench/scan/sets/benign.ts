/** Every file of every corpus that is not labelled as anything else than benign, each corpus a set. */

import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

import type { Row } from "../answer.ts";
import { CORPORA, listHostile } from "./corpora.ts";

/** Rows of the benign files, by corpus and path. */
export function listBenign(): readonly Row[] {
  const hostile = listHostile();
  return readdirSync(CORPORA, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !hostile.has(path))
    .sort()
    .map((path) => ({ set: `benign, ${corpusOf(path)}`, path, expected: "pass" }));
}

function corpusOf(path: string): string {
  return relative(CORPORA, path).split(sep)[0] ?? "";
}
