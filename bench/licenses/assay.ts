/** The Assay column: the licence reader in process, one thread, warm. */

import { openLicenseReader } from "../../packages/assay/src/licenses/open-reader.ts";
import type { LicenseMatch } from "../../packages/assay/src/model/license.ts";
import { platform } from "../../packages/assay/src/node.ts";
import { readRow } from "./corpora.ts";
import type { Answer, Answers, GoldRow } from "./gold.ts";

/** Files read before the clock counts, so that the code is compiled. */
const WARM_UP = 200;

/** Answers of Assay; the time is of reading the file and its text. */
export async function readWithAssay(rows: readonly GoldRow[]): Promise<Answers> {
  const reader = await openLicenseReader(platform);
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
function toAnswer({ id, ids, family, kind }: LicenseMatch, ms: number): Answer {
  return { id: id ?? ids?.join(" AND ") ?? family ?? null, clean: kind === "exact" || kind === "equivalent", ms };
}
