/** The members of archives as we list them, beside yauzl's list. */

import { readFileSync } from "node:fs";
import { fromBuffer } from "yauzl";

import { memorySource } from "../../../packages/assay/src/bytes/memory-source.ts";
import { layOut } from "../../../packages/assay/src/bytes/zip-layout.ts";
import type { Row } from "../answer.ts";
import type { Bound } from "../bounds.ts";

/** How an archive begins, and one of nothing. */
const SIGNATURES: readonly string[] = ["504b0304", "504b0506"];

/** The bound of the oracle, over every archive among the rows that need not be flagged. */
export async function compareArchives(rows: readonly Row[]): Promise<readonly Bound[]> {
  let [same, asked] = [0, 0];
  for (const { path, expected } of rows) {
    if (expected !== "pass") continue;
    const bytes = readFileSync(path);
    if (!SIGNATURES.includes(bytes.toString("hex", 0, 4))) continue;
    const theirs = await listMembers(bytes);
    if (theirs === null) continue;
    asked++;
    const { parts } = await layOut(memorySource(bytes));
    const own = parts.filter(({ by }) => by !== "header").map(({ name, size }) => `${name} ${size}`);
    if (own.join("\n") === theirs.join("\n")) same++;
    else console.log(`members of ${path}: ${own.join(", ")}, not ${theirs.join(", ")}`);
  }
  return [
    {
      what: "members of benign archives = yauzl",
      is: `${same}/${asked}`,
      must: "all",
      holds: same === asked && asked > 0,
    },
  ];
}

/** Names and sizes in the directory's order; null where it refuses the archive. */
function listMembers(bytes: Buffer): Promise<readonly string[] | null> {
  return new Promise((resolve) => {
    fromBuffer(bytes, { lazyEntries: false, decodeStrings: true }, (error, archive) => {
      if (error !== null) {
        resolve(null);
        return;
      }
      const names: string[] = [];
      archive.on("entry", ({ fileName, uncompressedSize }) => names.push(`${fileName} ${uncompressedSize}`));
      archive.on("error", () => resolve(null));
      archive.on("end", () => resolve(names));
    });
  });
}
