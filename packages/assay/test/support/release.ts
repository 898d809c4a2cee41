/** Releases made in memory, read by the real formats: what probes and studies are tested on. */

import { type OpenWorkbench, openWorkbench } from "../../src/assess/workbench.ts";
import { memorySource } from "../../src/bytes/memory-source.ts";
import { formats } from "../../src/formats/all.generated.ts";
import type { Observation, Probe } from "../../src/model/plugin.ts";
import type { Artifact, Claim, Gap, Manifest, Part, Release } from "../../src/model/types.ts";
import { platform } from "../../src/node.ts";
import { createListedArtifact } from "../../src/sources/listed.ts";

/** What a test says of a release: texts or bytes by path, paths that are only listed, a manifest's parts. */
export interface Sketch {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Paths that are only listed, of 1,000 bytes. */
  readonly listed?: readonly string[];
  /** Sizes of listed files by path, where that matters. */
  readonly sizes?: Readonly<Record<string, number>>;
  readonly parts?: readonly Partial<Part>[];
  /** Name of the release; `it` where none is given. */
  readonly target?: string;
  /** What the source refused. */
  readonly gaps?: readonly Gap[];
}

/** Makes a release of one origin called `it`. */
export function makeRelease({ files = {}, listed = [], sizes = {}, parts, target = "it", gaps = [] }: Sketch): Release {
  const here = Object.entries(files).map(([path, content]) => makeArtifact(path, content));
  const artifacts = [
    ...here,
    ...listed.map((path) => createListedArtifact({ origin: "it", path, size: sizes[path] ?? 1000 })),
  ];
  return {
    kind: "model",
    target,
    origins: [{ id: "it", target, role: "model", linkedBy: "user" }],
    artifacts: artifacts.sort((a, b) => (a.path < b.path ? -1 : 1)),
    hostRecords: [],
    findings: [],
    gaps,
    ...(parts === undefined ? {} : { manifest: makeManifest(parts) }),
  };
}

function makeManifest(parts: readonly Partial<Part>[]): Manifest {
  const blank: Part = {
    component: "*",
    origin: "it",
    target: ".",
    files: [],
    at: { path: "release.json" },
    quote: "{}",
  };
  return {
    path: "release.json",
    parts: parts.map((part) => ({ ...blank, ...part })),
    intends: [],
    sha256: "0".repeat(64),
  };
}

function makeArtifact(path: string, content: string | Uint8Array): Artifact {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    origin: "it",
    path,
    size: bytes.length,
    state: "here",
    open: () => memorySource(bytes),
    async digest() {
      const hash = platform.sha256();
      hash.update(bytes);
      return `sha256:${await hash.digest()}`;
    },
  };
}

/** Puts a sketched release on the table. */
export function openBench(sketch: Sketch): OpenWorkbench {
  return openReleaseBench(makeRelease(sketch));
}

/** Puts any release on the table. */
export function openReleaseBench(release: Release): OpenWorkbench {
  return openWorkbench(release, {
    formats,
    platform,
    signal: new AbortController().signal,
    hash: "all",
    onBytes: () => undefined,
  });
}

/** What a probe concluded, by claim id. */
export type Answers = ReadonlyMap<string, Claim> & { readonly seen: Observation };

/** What a probe concludes of a sketched release. */
export async function ask(probe: Probe, sketch: Sketch): Promise<Answers> {
  return await askRelease(probe, makeRelease(sketch));
}

/** What a probe concludes of any release. */
export async function askRelease(probe: Probe, release: Release): Promise<Answers> {
  const seen = await probe.observe(openReleaseBench(release));
  return Object.assign(new Map(seen.claims.map((claim) => [claim.id, claim])), { seen });
}

/** Bytes of a safetensors file with these float32 tensors (name → element count) and this metadata. */
export function makeSafetensors(
  tensors: Readonly<Record<string, number>>,
  metadata?: Readonly<Record<string, string>>,
): Uint8Array {
  let end = 0;
  const entries = Object.entries(tensors).map(([name, count]) => {
    const start = end;
    end += count * 4;
    return [name, { dtype: "F32", shape: [count], data_offsets: [start, end] }];
  });
  const head = metadata === undefined ? {} : { __metadata__: metadata };
  const header = new TextEncoder().encode(JSON.stringify({ ...head, ...Object.fromEntries(entries) }));
  const bytes = new Uint8Array(8 + header.length + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, 8);
  return bytes;
}
