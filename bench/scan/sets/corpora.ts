/** The labelled sets of the security corpora. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Expectation, Row } from "../answer.ts";

/** Folder of all corpora: `$ASSAY_CORPORA`, or the one beside the repository. */
export const CORPORA: string =
  process.env.ASSAY_CORPORA ?? fileURLToPath(new URL("../../../../shared/corpora", import.meta.url));

/** Whether the security corpora are on this machine. */
export const hasCorpora: boolean = existsSync(join(CORPORA, "security"));

/** Names of sets that a bound speaks of. */
export const ONE_GADGET = "hand-assembled, one gadget each";
export const ASSEMBLED = "hand-assembled, the other malicious";

/**
 * Files labelled malicious by the folder that they lie in, which were read by eye, with what they are. Of them it is only told
 * what they get.
 */
const READ_BY_EYE: Readonly<Record<string, string>> = {
  "samples/manifests/suspicious_config.json": "a made-up secret and address, which no loader does anything with",
  "scenarios/security_scenarios/mixed_malicious_model/config.json":
    "a made-up secret and address, which no loader does anything with",
  "data/malicious1.7z": "a container that is not unpacked: inconclusive by its name",
};

/** What was read by eye, for the reader of the table. */
export function tellReadings(): string {
  return Object.entries(READ_BY_EYE)
    .map(([file, what]) => `${file}: ${what}`)
    .join("\n");
}

/** Rows of the labelled sets, in the order of the table. @throws Error when a table is not there. */
export function loadLabelled(): readonly Row[] {
  return [
    ...label("hand-assembled", (file, expected) => sortAssembled(file, expected)),
    ...label("picklescan", (_, expected) => [`picklescan's own, ${expected}`, expects(expected)]),
    // A scanner that finishes with an expansion bomb has not told its reader that loading it will not.
    ...label("pickle_injector", () => ["pickle_injector's bombs", "flag"]),
    ...label("modelscan", (_, expected) => [`modelscan's own, ${expected}`, expects(expected)]),
    ...label("modelaudit", (_, expected) => [`modelaudit's own, ${expected.replace(/ \(.*/, "")}`, expects(expected)]),
  ];
}

/** Labelled files that are not benign, by absolute path. */
export function listHostile(): ReadonlySet<string> {
  return new Set(
    loadLabelled()
      .filter(({ expected }) => expected !== "pass")
      .map(({ path }) => path),
  );
}

function expects(label: string): Expectation {
  if (label === "malicious") return "flag";
  return label === "benign" ? "pass" : "told";
}

function sortAssembled(file: string, expected: string): readonly [string, Expectation] {
  if (expected !== "malicious") return [`hand-assembled, ${expected}`, expects(expected)];
  return [file.startsWith("g") ? ONE_GADGET : ASSEMBLED, "flag"];
}

type Sort = (file: string, expected: string) => readonly [set: string, expected: Expectation];

function label(corpus: string, sort: Sort): readonly Row[] {
  const folder = join(CORPORA, "security", corpus);
  const lines = readFileSync(join(folder, "expected.tsv"), "utf8").trimEnd().split("\n").slice(1);
  return lines.map((line) => {
    const [file = "", expected = "", reason = ""] = line.split("\t");
    const [set, expectation]: ReturnType<Sort> =
      file in READ_BY_EYE ? [`${corpus}'s own, read by eye`, "told"] : sort(file, expected);
    const globals = corpus === "picklescan" ? readGlobals(reason) : [];
    return { set, path: join(folder, file), expected: expectation, ...(globals.length === 0 ? {} : { globals }) };
  });
}

/** `module.name=dangerous;…`: the dangerous ones. Where picklescan did not know the module it wrote `unknown` or what it saw. */
function readGlobals(reason: string): readonly string[] {
  return [...reason.matchAll(/([\w.]+)=dangerous/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !/(?:^|\.)unknown(?:\.|$)/.test(name));
}
