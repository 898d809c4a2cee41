/** `npm run bench:agreement [-- --write]`: what others say of releases beside what we say, dimension by dimension. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { ROOT } from "../measure.ts";
import { findClassed } from "./classed.ts";
import { hasCorpora } from "./corpora.ts";
import { judgeAll } from "./judge.ts";
import { writePage } from "./page.ts";
import { printAgreement } from "./table.ts";

const OPTIONS = {
  /** Writes docs/agreement.md from what was classed, and compares nothing. */
  write: { type: "boolean", default: false },
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.write) {
    writeFileSync(join(ROOT, "docs/agreement.md"), writePage());
    return;
  }
  if (!hasCorpora) throw new Error("The records and releases are not at hand; set ASSAY_CORPORA.");
  const agreement = await judgeAll();
  console.log(printAgreement(agreement));
  const unclassed = agreement.compared.filter((one) => one.outcome === "disagree" && findClassed(one) === undefined);
  if (unclassed.length > 0) process.exitCode = 1;
}

await main();
