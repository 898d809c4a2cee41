/** Sees one model where the same bytes lie twice, as packages keep them in `src` and in `dist`. */

import { factOf } from "../../model/facts.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import type { Group } from "./groups.ts";

/** Joins groups all of whose files are files of another, byte for byte. The outermost place names the model. */
export async function joinCopies(bench: Workbench, groups: readonly Group[]): Promise<readonly Group[]> {
  const kept: Known[] = [];
  const holders = new Map<string, Known[]>();
  for (const known of (await Promise.all(groups.map((group) => identify(bench, group)))).sort(compare)) {
    const holder = findHolder(known, holders);
    if (holder !== undefined) {
      holder.copies.push(known.group);
      continue;
    }
    kept.push(known);
    for (const digest of known.digests ?? []) holders.set(digest, [...(holders.get(digest) ?? []), known]);
  }
  return kept.map(({ group, copies }) => ({
    ...group,
    files: [group, ...copies].flatMap(({ files }) => files),
    indexes: [group, ...copies].flatMap(({ indexes }) => indexes),
  }));
}

interface Known {
  readonly group: Group;
  /** Null where the bytes of a file are not known by a digest. */
  readonly digests: ReadonlySet<string> | null;
  readonly copies: Group[];
}

async function identify(bench: Workbench, group: Group): Promise<Known> {
  const digests = new Set<string>();
  for (const artifact of group.files) {
    const digest = await digestOf(bench, artifact);
    if (digest === null) return { group, digests: null, copies: [] };
    digests.add(digest);
  }
  return { group, digests, copies: [] };
}

/** What the bytes are by our own count, else what is stated of them, with the size. */
async function digestOf(bench: Workbench, artifact: Artifact): Promise<string | null> {
  const pointer = factOf(await bench.readings(artifact), "pointer");
  if (pointer !== undefined) return `${pointer.oid}:${pointer.size}`;
  const own = await bench.sha256(artifact);
  const digest = own === null ? artifact.stated : `sha256:${own}`;
  return digest === undefined ? null : `${digest}:${artifact.size}`;
}

function findHolder({ digests }: Known, holders: ReadonlyMap<string, readonly Known[]>): Known | undefined {
  if (digests === null) return undefined;
  const [first = "", ...others] = digests;
  return holders.get(first)?.find((known) => others.every((digest) => known.digests?.has(digest)));
}

/** The most files first, then the outermost. */
function compare(a: Known, b: Known): number {
  const bySize = (b.digests?.size ?? 0) - (a.digests?.size ?? 0);
  return bySize || rank(a.group) - rank(b.group) || (placeOf(a.group) < placeOf(b.group) ? -1 : 1);
}

function rank({ folder }: Group): number {
  return folder.split("/").length;
}

function placeOf({ origin, folder, label }: Group): string {
  return [origin, folder, label].join("\0");
}
