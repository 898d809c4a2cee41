/** How many parameters the weights have, and in which number formats. */

import type { WeightsFact } from "../../model/facts.ts";
import type { FoundFile } from "../../model/inventory.ts";
import type { Ledger } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";

/** Answers `weights.parameters` and `weights.dtypes` from complete weights; leaves them open for any other. */
export async function answerSize(ledger: Ledger, bench: Workbench, files: readonly FoundFile[]): Promise<void> {
  const read: WeightsFact[] = [];
  for (const { artifact } of files) {
    const weights = (await bench.readings(artifact)).find(({ facts }) => facts.weights !== undefined)?.facts.weights;
    if (weights !== undefined) read.push(weights);
  }
  if (read.length === 0) {
    ledger.leaveOpen("weights.parameters", "not-observed");
    ledger.leaveOpen("weights.dtypes", "not-observed");
    return;
  }
  const seen = files.slice(0, 20).map(({ note }) => ledger.note(note));
  const dtypes = [...new Set(read.flatMap((weights) => Object.keys(weights.dtypes)))].sort();
  ledger.answer("weights.dtypes", dtypes, seen);
  // The same tensors may be saved twice (in two formats, in two precisions); then a sum would count them twice.
  const names = read.flatMap((weights) => weights.names);
  if (new Set(names).size < names.length) ledger.leaveOpen("weights.parameters", "conflicting", seen);
  else
    ledger.answer(
      "weights.parameters",
      read.reduce((sum, { parameters }) => sum + parameters, 0),
      seen,
    );
}
