/** Questions to the loopback hub through the source, and models to ask for. */

import { assessOpened, type Hashing, scanOpened } from "../../src/index.ts";
import type { Assessment } from "../../src/model/documents.ts";
import type { ScanDocument } from "../../src/model/scan.ts";
import type { Artifact, Release } from "../../src/model/types.ts";
import { frameworks, platform } from "../../src/node.ts";
import { sources } from "../../src/sources/all.generated.ts";
import type { World } from "../../src/sources/opener.ts";
import { openRelease } from "../../src/sources/release.ts";
import { openWeb } from "../../src/sources/shared/fetch-web.ts";
import { openCache } from "../../src/sources/shared/folder-cache.ts";
import { makeFolder } from "../support/folder.ts";
import type { HubFile } from "./contents.ts";
import type { Hub } from "./hub.ts";

/** How a hub is asked. */
export interface Asking {
  readonly token?: string;
  /** Folder of the cache, for questions that come one after the other; each has its own when left out. */
  readonly cache?: string;
  readonly isOffline?: boolean;
  readonly revision?: string;
  /** Asked as a scan asks. */
  readonly isScan?: true;
}

/** Nobody waits in a test; milliseconds. */
const PATIENCE = { connect: 2_000, silence: 300, whole: 2_000 };

/** A world in which variables lead to this hub. */
function worldOf(environment: Readonly<Record<string, string>>, asking: Asking): World {
  const { token, isOffline = false, cache: folder = makeFolder() } = asking;
  const variables = { ...environment, ...(token === undefined ? {} : { HF_TOKEN: token }) };
  const cache = openCache({ ASSAY_CACHE: folder });
  const web = openWeb({ cache, isOffline, environment: variables, patience: PATIENCE });
  const { signal } = new AbortController();
  return {
    sources,
    reach: { web, cache, isOffline, environment: variables, signal, ...(asking.isScan && { isScan: true }) },
  };
}

/** Opens a target on it. */
export function openOn(hub: Pick<Hub, "environment">, target: string, asking: Asking = {}): Promise<Release> {
  const { revision } = asking;
  return openRelease({ target, ...(revision === undefined ? {} : { revision }) }, worldOf(hub.environment, asking));
}

/** Assesses what was opened, as the command does. */
export function assessRelease(release: Release, hash: Hashing = "at-hand"): Promise<Assessment> {
  const { signal } = new AbortController();
  return assessOpened(release, { platform, frameworks, hash, signal, onProgress: () => undefined });
}

/** Scans what was opened, as the command does. */
export function scanRelease(release: Release): Promise<ScanDocument> {
  const { signal } = new AbortController();
  return scanOpened(release, { platform, signal, onProgress: () => undefined });
}

/** The artifact of a path. */
export function fileOf({ artifacts }: Release, path: string): Artifact {
  const artifact = artifacts.find((file) => file.path === path);
  if (artifact === undefined) throw new Error(`${path} was not listed`);
  return artifact;
}

/** Bytes of a float of 16 bits. */
const FLOAT = 2;

/** Weights whose data are zeros: tensors of so many elements each. */
export function makeWeights(names: readonly string[], elements: number): HubFile {
  const size = elements * FLOAT;
  const entries = names.map((name, n) => {
    const entry = { dtype: "BF16", shape: [elements], data_offsets: [n * size, (n + 1) * size] };
    return [name, entry] as const;
  });
  const json = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const head = Buffer.alloc(8 + json.length);
  head.writeBigUInt64LE(BigInt(json.length));
  json.copy(head, 8);
  return { head, size: head.length + names.length * size };
}

/** A model in so many files of a few GB, with the files that models usually have. */
export function makeModel(shards: number): Readonly<Record<string, HubFile>> {
  const files: Record<string, HubFile> = {};
  const map: Record<string, string> = {};
  for (let n = 1; n <= shards; n++) {
    const path = `model-${String(n).padStart(5, "0")}-of-${String(shards).padStart(5, "0")}.safetensors`;
    const names = Array.from({ length: 80 }, (_, k) => `model.layers.${n * 80 + k}.self_attn.q_proj.weight`);
    files[path] = makeWeights(names, 25_000_000);
    for (const name of names) map[name] = path;
  }
  const index = { metadata: { total_size: shards * 80 * 25_000_000 * FLOAT }, weight_map: map };
  return {
    ...files,
    "model.safetensors.index.json": JSON.stringify(index),
    "README.md": `---\nlicense: apache-2.0\nlanguage: en\n---\n# Owl\n\n${"Owl is a model that hoots at night. ".repeat(20)}\n`,
    LICENSE: "Apache License\nVersion 2.0, January 2004\n",
    "config.json": JSON.stringify({ architectures: ["OwlForCausalLM"], model_type: "owl" }),
    "generation_config.json": "{}",
    "tokenizer_config.json": '{"tokenizer_class":"OwlTokenizer"}',
    "special_tokens_map.json": "{}",
    "vocab.json": '{"a":0}',
    "merges.txt": "a b\n",
    "modeling_owl.py": "class OwlForCausalLM:\n    pass\n",
    "tokenizer.json": { head: new TextEncoder().encode("{}"), size: 9_000_000 },
  };
}
