import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

import type { Bench, Row } from "./bench.ts";
import { ASSAY, NODE, ROOT } from "./measure.ts";

const run = promisify(execFile);
const MANIFEST = join(process.env.ASSAY_CORPORA ?? join(ROOT, "../shared/corpora"), "npm-models/MANIFEST.tsv");

/** Silero's model for voices, which packages ship under different licences. */
const SHARED = "1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3";

/** What the JSON report says that is looked at here. */
interface Report {
  readonly artifacts: readonly { readonly sha256?: string }[];
  readonly claims: readonly { readonly id: string; readonly value: unknown }[];
}

interface Output {
  readonly code: unknown;
  readonly stdout: string;
}

/** Digests by package and version, as the list has them. */
function readManifest(): ReadonlyMap<string, readonly string[]> {
  const digests = new Map<string, readonly string[]>();
  for (const line of readFileSync(MANIFEST, "utf8").trim().split("\n").slice(1)) {
    const [name, version, , , , , , sha256 = ""] = line.split("\t");
    const target = `npm:${name}@${version}`;
    digests.set(target, [...(digests.get(target) ?? []), sha256]);
  }
  return digests;
}

/** Exit codes that come with a report: the policy holds, it fails, or something stays open (docs/cli.md). */
const REPORTED: readonly unknown[] = [0, 1, 2];

/** @throws Error when there is no report. */
async function assess(target: string): Promise<Report> {
  const command = [ASSAY, target, "--hash", "all", "--json"];
  const { stdout } = await run(NODE, command, { maxBuffer: 1 << 30 }).catch((error: Error & Partial<Output>) => {
    if (error.stdout === undefined || !REPORTED.includes(error.code)) throw error;
    return { stdout: error.stdout };
  });
  return JSON.parse(stdout) as Report;
}

const packages: Bench = {
  id: "packages",
  title: "Packages with weights, from the registry that npm names: files of the list that were found by their digests",
  measure: async () => {
    if (!existsSync(MANIFEST)) return [];
    const rows: Row[] = [];
    const licenses = new Set<string>();
    for (const [target, digests] of readManifest()) {
      const { artifacts, claims } = await assess(target);
      const found = new Set(artifacts.map(({ sha256 }) => sha256));
      const ours = digests.filter((digest) => found.has(digest)).length;
      const reference = { what: "listed", value: digests.length };
      rows.push({ what: target, unit: "files", ours, reference, relation: "share", bound: 1 });
      const license = claims.find(({ id }) => id === "weights.license")?.value;
      if (found.has(SHARED)) licenses.add(JSON.stringify(license));
    }
    const what = `licences of ${SHARED.slice(0, 8)}…: ${[...licenses].join(" ")}`;
    const listed = { what: "listed", value: 3 };
    return [...rows, { what, unit: "licences", ours: licenses.size, reference: listed, relation: "share", bound: 1 }];
  },
};

export default packages;
