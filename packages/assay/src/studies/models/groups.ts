/** Groups the weight files of a release: each is of exactly one model. */

import type { Workbench } from "../../model/plugin.ts";
import type { Artifact, Manifest } from "../../model/types.ts";
import { inventory } from "../inventory/index.ts";
import { type FileMap, findShard, type Index, weightIndexes } from "../weight-sets/index.ts";
import { commonFolder, findPipelines, type Place, placeFile } from "./places.ts";

/** Files that are one model, and the indexes that name them; files that an index alone speaks of may be missing. */
export interface Group extends Place {
  readonly files: readonly Artifact[];
  readonly indexes: readonly Artifact[];
}

/** Groups by a manifest's parts, else by the indexes that name shards, else by folder and name. */
export async function groupWeights(bench: Workbench): Promise<readonly Group[]> {
  const weights = await listWeights(bench);
  const parts = mapParts(bench.release.manifest);
  const heads = await joinIndexes(bench);
  const pipelines = findPipelines(bench);
  const join = (artifact: Artifact): Member => {
    const place = placeFile(heads.get(artifact) ?? artifact, pipelines);
    return { artifact, place, key: parts.get(keyOfPlace(artifact)) ?? keyOf(place) };
  };
  const members = new Map(weights.map((artifact) => [artifact, join(artifact)]));
  const { read, files } = await bench.study(weightIndexes);
  const indexes = read.map((index): Member => {
    const shard = listShards(index, files).find((one) => members.has(one));
    return { ...join(shard ?? index.artifact), artifact: index.artifact };
  });
  const groups = Map.groupBy([...members.values(), ...indexes], ({ key }) => key);
  return [...groups.values()].map((group) => describe(group, members));
}

/** A file with its place as weights, and what its group is known by. */
interface Member {
  readonly artifact: Artifact;
  readonly place: Place;
  readonly key: string;
}

/** Weights by their content or name. Adapters are laid over a model, and a manifest's word alone makes no weights. */
async function listWeights(bench: Workbench): Promise<readonly Artifact[]> {
  const held = (await bench.study(inventory)).get("weights");
  const unread = (held?.unread ?? []).filter(({ note }) => note.code === "weights-unread");
  return [...(held?.files ?? []), ...unread].map(({ artifact }) => artifact).sort(byPlace);
}

/** Which part of a manifest names a file as weights: the publisher's word on what belongs together. */
function mapParts(manifest: Manifest | undefined): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [n, { component, origin = "", files }] of (manifest?.parts ?? []).entries()) {
    for (const path of component === "weights" ? files : []) {
      const key = keyOfPlace({ origin, path });
      if (!parts.has(key)) parts.set(key, `part ${n}`);
    }
  }
  return parts;
}

/** The index that speaks for each shard; indexes that share a shard are one. */
async function joinIndexes(bench: Workbench): Promise<ReadonlyMap<Artifact, Artifact>> {
  const { read, files } = await bench.study(weightIndexes);
  const speaker = new Map<Artifact, Artifact>();
  const joined = new Map<Artifact, Artifact>();
  const headOf = (index: Artifact): Artifact => {
    let head = index;
    for (let next = joined.get(head); next !== undefined; next = joined.get(head)) head = next;
    return head;
  };
  for (const index of [...read].sort((a, b) => byPlace(a.artifact, b.artifact))) {
    for (const shard of listShards(index, files)) {
      const own = headOf(index.artifact);
      const before = speaker.get(shard);
      if (before === undefined) speaker.set(shard, own);
      else if (headOf(before) !== own) joined.set(own, headOf(before));
    }
  }
  return new Map([...speaker].map(([shard, index]) => [shard, headOf(index)]));
}

/** Files of the release that an index names. */
function listShards(index: Index, files: FileMap): readonly Artifact[] {
  return Object.keys(index.shards.files).flatMap((name) => findShard(files, index, name) ?? []);
}

function keyOf({ origin, folder, label }: Place): string {
  return JSON.stringify([origin, folder, label]);
}

/** A group of a manifest's part lies where all of its files do, and goes by their name where they have one. */
function describe(group: readonly Member[], weights: ReadonlyMap<Artifact, Member>): Group {
  const places = group.map(({ place }) => place);
  const labels = new Set(places.map(({ label }) => label));
  const artifacts = group.map(({ artifact }) => artifact);
  return {
    origin: places[0]?.origin ?? "",
    folder: commonFolder(places.map(({ folder }) => folder)),
    label: labels.size === 1 ? (places[0]?.label ?? "") : "",
    files: artifacts.filter((artifact) => weights.has(artifact)),
    indexes: artifacts.filter((artifact) => !weights.has(artifact)).sort(byPlace),
  };
}

function byPlace(a: Artifact, b: Artifact): number {
  return keyOfPlace(a) < keyOfPlace(b) ? -1 : 1;
}

function keyOfPlace({ origin, path }: Pick<Artifact, "origin" | "path">): string {
  return `${origin}\0${path}`;
}
