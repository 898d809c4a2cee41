/** Asks one rule about files, as a scan does. */

import type { ScanContext, ScanRule } from "../../src/model/plugin.ts";
import type { Finding } from "../../src/model/types.ts";
import { codeImports } from "../../src/studies/code-imports/index.ts";
import { openBench } from "./release.ts";

/** What a rule knows of a file that no loader imports. */
export const ALONE: ScanContext = { imports: [] };

/** Findings of a rule over all files of a release, in the order of their paths. */
export async function inspectFiles(
  rule: ScanRule,
  files: Readonly<Record<string, Uint8Array | string>>,
): Promise<readonly Finding[]> {
  const bench = openBench({ files });
  const imports = await bench.study(codeImports);
  const found: Finding[] = [];
  for (const artifact of bench.release.artifacts)
    found.push(...rule.inspect(await bench.readings(artifact), artifact, { imports }));
  return found;
}
