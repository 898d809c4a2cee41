/** How many parameters the weights have, and in which number formats. */

import { factOf, type WeightsFact } from "../../model/facts.ts";
import type { FoundFile } from "../../model/inventory.ts";
import type { Ledger } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { HostRecord } from "../../model/types.ts";
import { type Indexes, readShardName } from "../../studies/weight-sets/index.ts";
import { answerByHost } from "../shared/host-says.ts";
import { noteFiles } from "../shared/published.ts";

type HostModel = HostRecord["model"];

/** The files of complete weights, and the indexes that tie them together. */
export interface Counted {
  readonly files: readonly FoundFile[];
  readonly indexes: Indexes;
}

/** Answers `weights.parameters` and `weights.dtypes` from complete weights; leaves them open for any other. */
export async function answerSize(ledger: Ledger, bench: Workbench, { files, indexes }: Counted): Promise<void> {
  const read: WeightsFact[] = [];
  for (const { artifact } of files) {
    const weights = factOf(await bench.readings(artifact), "weights");
    if (weights !== undefined) read.push(weights);
  }
  if (read.length === 0) {
    const parameters = { claim: "weights.parameters", read: (host: HostModel) => host.parameters };
    const dtypes = {
      claim: "weights.dtypes",
      read: (host: HostModel) => host.dtypes && Object.keys(host.dtypes).sort(),
    };
    for (const asked of [parameters, dtypes])
      if (!answerByHost(ledger, bench, asked)) ledger.leaveOpen(asked.claim, "not-observed");
    return;
  }
  const seen = noteFiles(ledger, files);
  const dtypes = [...new Set(read.flatMap((weights) => Object.keys(weights.dtypes)))].sort();
  ledger.answer("weights.dtypes", dtypes, seen);
  // Several sets may be several models, or one model saved twice: only a single set can be summed.
  if (isPacked(read)) ledger.leaveOpen("weights.parameters", "not-observed", seen);
  else if (isSeveral({ files, indexes })) ledger.leaveOpen("weights.parameters", "conflicting", seen);
  else ledger.answer("weights.parameters", sumParameters(read), seen);
}

/** Whether the files are more than one set: several indexes, or several files that no index and no name ties together. */
function isSeveral({ files, indexes }: Counted): boolean {
  if (indexes.read.length > 0) return indexes.read.length > 1;
  return new Set(files.map(({ artifact }) => readShardName(artifact.path)?.set ?? artifact.path)).size > 1;
}

/** Names under which quantised weights keep packed numbers and their scales (GPTQ, AWQ, bitsandbytes, compressed-tensors). */
const PACKED =
  /(?:^|[._])(?:qweight|qzeros|g_idx|absmax|quant_state|quant_map|weight_packed|weight_scale\w*|scales)(?:[._]|$)/;

/** Elements of packed tensors are not parameters. */
function isPacked(read: readonly WeightsFact[]): boolean {
  return read.some(({ names }) => names.some((name) => PACKED.test(name)));
}

function sumParameters(read: readonly WeightsFact[]): number {
  return read.reduce((sum, { parameters }) => sum + parameters, 0);
}
