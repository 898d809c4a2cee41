/** Configurations that name the architecture. */

import { factOf } from "../../model/facts.ts";
import { noteFile, offsetOfLine, quoteLine } from "../../studies/shared/noting.ts";
import { isAside } from "../../studies/shared/path-words.ts";
import type { Desk } from "../shared/disclosed.ts";

/** Configurations cited. */
const MOST_CITED = 3;

/** Each configuration of a model with the line that names its architecture. */
export async function noteConfigs({ ledger, bench }: Desk): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const artifact of bench.release.artifacts) {
    if (seen.length >= MOST_CITED || !/(?:^|\/)config\.json$/.test(artifact.path) || isAside(artifact.path)) continue;
    const field = factOf(await bench.readings(artifact), "model")?.architecture;
    if (field === undefined) continue;
    const { path } = artifact;
    const text = await bench.text(artifact);
    const quoted = text.ok ? quoteLine(text.value, offsetOfLine(text.value, field.at.line ?? 1)) : { at: field.at };
    const message = `${path} names the architecture ${field.value} with its settings`;
    const remark = { code: "config-says", args: { path, value: String(field.value) }, message };
    seen.push(ledger.note(await noteFile(bench, artifact, { ...remark, basis: "declared", ...quoted })));
  }
  return seen;
}
