/** The generated files and their twins, written to a folder. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Row } from "../answer.ts";
import { generateFiles } from "../generate/files.ts";

/** Names of the sets. */
export const GENERATED = "generated";
export const TWINS = "generated, harmless twins";

/** Files of one folder. */
const A_FOLDER = 500;

/** What to generate. */
export interface Draw {
  readonly count: number;
  /** The first so many files have a twin beside them. */
  readonly twins: number;
  readonly seed: number;
}

/** Rows, and how each file was made. */
export interface Written {
  readonly rows: readonly Row[];
  readonly recipes: ReadonlyMap<string, string>;
}

/** Writes files and twins. A file that is flagged says so by nothing but its bytes and the ending of its name. */
export function writeGenerated(folder: string, { count, twins, seed }: Draw): Written {
  const rows: Row[] = [];
  const recipes = new Map<string, string>();
  let at = 0;
  const folderOf = (kind: string, n: number): string => join(folder, `${kind}-${Math.floor(n / A_FOLDER)}`);
  for (const { name, bytes, recipe, twin } of generateFiles(count, seed)) {
    // A release of ten thousand files would use up what one release may cost.
    const [hostile, harmless] = [folderOf("hostile", at), folderOf("harmless", at)];
    for (const one of [hostile, harmless]) mkdirSync(one, { recursive: true });
    const path = join(hostile, name);
    writeFileSync(path, bytes);
    recipes.set(path, recipe);
    rows.push({ set: GENERATED, path, expected: "flag" });
    if (at++ >= twins) continue;
    writeFileSync(join(harmless, twin.name), twin.bytes);
    rows.push({ set: TWINS, path: join(harmless, twin.name), expected: "pass" });
  }
  return { rows, recipes };
}
