/** Sets of weights: the shards that an index names, or a file by itself. */

import { factOf, isBroken, type ShardsFact } from "../../model/facts.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { isIntermediate } from "../inventory/index.ts";

/** The index of a sharded set, and the folder that its names start from. */
export interface Index {
  readonly artifact: Artifact;
  readonly shards: ShardsFact;
  /** Ends in `/`, or is empty. */
  readonly folder: string;
}

/** What the indexes of final weights are: those that could be read, and whether one could not. */
export interface Indexes {
  readonly read: readonly Index[];
  readonly isOneBroken: boolean;
  /** Every file of the release, to find shards in; none where no index was read. */
  readonly files: FileMap;
}

/** The hub's name of an index, whatever format the shards have. */
const INDEX = /\.index\.json$/i;

/** Every index of final weights; of one model, those that name a file of its own. */
export const weightIndexes: Study<Indexes> = {
  id: "weight-sets",
  version: 1,
  run: findIndexes,
  narrow: (whole, bench) => ({ ...whole, read: whole.read.filter(({ artifact }) => bench.isAbout(artifact)) }),
};

async function findIndexes(bench: Workbench): Promise<Indexes> {
  const read: Index[] = [];
  let isOneBroken = false;
  for (const artifact of bench.release.artifacts) {
    if (isIntermediate(artifact.path)) continue;
    const readings = await bench.readings(artifact);
    const shards = factOf(readings, "shards");
    const isIndex = shards !== undefined || INDEX.test(artifact.path);
    if (isIndex && (isBroken(readings) || (await bench.isMissed(artifact)))) isOneBroken = true;
    const folder = artifact.path.slice(0, artifact.path.lastIndexOf("/") + 1);
    if (shards !== undefined) read.push({ artifact, shards, folder });
  }
  return { read, isOneBroken, files: read.length === 0 ? new Map() : mapFiles(bench.release) };
}

/** Files of a release by origin and path. */
export type FileMap = ReadonlyMap<string, Artifact>;

/** Maps the files, so that ten thousand shards are found in a hundred thousand files. */
function mapFiles({ artifacts }: Workbench["release"]): FileMap {
  return new Map(artifacts.map((artifact) => [keyOf(artifact.origin, artifact.path), artifact]));
}

function keyOf(origin: string, path: string): string {
  return `${origin}\0${path}`;
}

/** The file that an index names, undefined where the release has none. */
export function findShard(files: FileMap, { artifact, folder }: Index, name: string): Artifact | undefined {
  return files.get(keyOf(artifact.origin, folder + name));
}

/** Whether an index names this file. */
export function isNamedBy({ artifact, folder, shards }: Index, { origin, path }: Artifact): boolean {
  const isUnder = origin === artifact.origin && path.startsWith(folder);
  return isUnder && Object.hasOwn(shards.files, path.slice(folder.length));
}

/** `model-00001-of-00003.safetensors`: one of several, as the hub and others name them. */
const SHARD = /^(.*[-_.])0*(\d{1,9})-of-0*(\d{1,9})(\.\w+)$/i;

/** Which of how many a file is by its name, and what its siblings share; null for a file that is none of several. */
export function readShardName(path: string): { readonly set: string; readonly n: number; readonly of: number } | null {
  const [, stem = "", n = "", of = "", extension = ""] = SHARD.exec(path) ?? [];
  return of === "" ? null : { set: `${stem}${of}${extension}`.toLowerCase(), n: Number(n), of: Number(of) };
}
