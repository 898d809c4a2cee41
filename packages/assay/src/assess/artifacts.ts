/** Looks at every file: hashes it, reads it, and holds its digest against what others state. */

import type { ArtifactEntry } from "../model/documents.ts";
import { factOf } from "../model/facts.ts";
import { placeOf } from "../model/place.ts";
import type { Artifact, Finding, Release } from "../model/types.ts";
import type { Tally } from "./tally.ts";
import type { OpenWorkbench } from "./workbench.ts";

/** What a look at every file gives. */
export interface LookedAt {
  readonly entries: readonly ArtifactEntry[];
  readonly findings: readonly Finding[];
}

/** Files under way at once: enough to keep every hashing thread busy. */
const LANES = 8;

/** After so many files other work of the thread has its turn: an interrupt, a server's next request. */
const BREATH = 256;

async function breathe(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Describes every file of the release, in its order. */
export async function describeArtifacts(bench: OpenWorkbench, tally: Tally): Promise<LookedAt> {
  const { artifacts } = bench.release;
  const entries: ArtifactEntry[] = new Array(artifacts.length);
  let next = 0;
  async function work(): Promise<void> {
    for (let index = next++; index < artifacts.length; index = next++) {
      const artifact = artifacts[index];
      if (artifact === undefined) return;
      if (index % BREATH === BREATH - 1) await breathe();
      bench.signal.throwIfAborted();
      entries[index] = await describe(bench, artifact);
      tally.addFile(artifact);
    }
  }
  await Promise.all(Array.from({ length: LANES }, work));
  return { entries, findings: entries.flatMap((entry) => findMismatch(entry, bench.release)) };
}

async function describe(bench: OpenWorkbench, artifact: Artifact): Promise<ArtifactEntry> {
  const { origin, path, size, stated } = artifact;
  const sha256 = await bench.sha256(artifact);
  const readings = await bench.readings(artifact);
  const pointer = factOf(readings, "pointer");
  const said = stated ?? pointer?.oid;
  return {
    origin,
    path,
    size,
    state: pointer === undefined ? artifact.state : "pointer",
    sha256,
    ...(said === undefined ? {} : { stated: said }),
    format: readings.map(({ format }) => format).join("+") || null,
  };
}

function findMismatch(entry: ArtifactEntry, release: Release): readonly Finding[] {
  const { path, state, stated, sha256 } = entry;
  if (state !== "here" || stated === undefined || sha256 === null || stated === `sha256:${sha256}`) return [];
  const message = `${path} is stated to be ${stated} and is sha256:${sha256}: it is not the file it is said to be`;
  return [
    {
      rule: "artifact/stated-digest",
      severity: "error",
      code: "digest-mismatch",
      args: { path, stated, sha256 },
      message,
      at: placeOf(release, entry),
    },
  ];
}
