/** The Assay column: the licence reader in process, one thread, warm. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { loadLicenseIndex } from "../../packages/assay/src/licenses/license-index.ts";
import { createLicenseReader } from "../../packages/assay/src/licenses/reader.ts";
import type { LicenseMatch, LicenseReader } from "../../packages/assay/src/model/license.ts";
import { ROOT } from "../measure.ts";
import { readRow } from "./corpora.ts";
import type { Answer, Answers, GoldRow } from "./gold.ts";

/** Files read before the clock counts, so that the code is compiled. */
const WARM_UP = 200;

/** The reader over the package's own index. */
export function openReader(): LicenseReader {
  const index = loadLicenseIndex(readFileSync(join(ROOT, "packages/assay/assets/licenses.json")));
  return createLicenseReader(index, async (bytes) => createHash("sha256").update(bytes).digest("hex"));
}

/** Answers of Assay; the time is of reading the file and its text. */
export async function readWithAssay(rows: readonly GoldRow[]): Promise<Answers> {
  const reader = openReader();
  for (const row of rows.slice(0, WARM_UP)) await reader.read(readRow(row));
  const answers = new Map<string, Answer>();
  for (const row of rows) {
    const start = performance.now();
    const { match } = await reader.read(readRow(row));
    answers.set(row.path, toAnswer(match, performance.now() - start));
  }
  return answers;
}

/** A family without an id is an answer too: the text cannot tell which of its ids holds. */
function toAnswer({ id, family, kind }: LicenseMatch, ms: number): Answer {
  return { id: id ?? family ?? null, clean: kind === "exact" || kind === "equivalent", ms };
}
