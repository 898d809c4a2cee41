/** What a pickle makes its loader import and call, held against the lists of names. */

import { type PickleFact, type Reading, withInner } from "../../model/facts.ts";
import type { ScanRule } from "../../model/plugin.ts";
import type { Finding } from "../../model/types.ts";
import { judgeImports } from "./judge-imports.ts";
import { limitFindings } from "./limit-findings.ts";
import { tellLibraries } from "./tell-libraries.ts";
import { CODES, type Site, tell } from "./words.ts";

function inspectReading(reading: Reading, path: string): readonly Finding[] {
  const { pickle } = reading.facts;
  return pickle === undefined ? [] : inspectPickle(pickle, { path, inside: reading.inside });
}

function inspectPickle(pickle: PickleFact, site: Site): readonly Finding[] {
  const judged = judgeImports(pickle);
  const told = judged.flatMap((one) => (one.code === undefined ? [] : tell({ ...one, code: one.code }, site)));
  return [...limitFindings(told), ...tellLibraries(judged, site)];
}

/** Two formats may read the same pickle: what both find at one place is told once. */
function dropTwins(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify([finding.at, finding.message]), finding])).values()];
}

const pickleImports: ScanRule<"pickle-imports"> = {
  id: "pickle-imports",
  version: 1,
  danger: "A file that runs code when it is loaded",
  advice: "Do not load it. Ask the publisher for safetensors, and tell them what the file does.",
  codes: CODES,
  inspect: (readings, { path }) => dropTwins(withInner(readings).flatMap((reading) => inspectReading(reading, path))),
};

export default pickleImports;
