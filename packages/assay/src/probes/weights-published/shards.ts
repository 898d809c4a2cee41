/** Holds the files of a sharded set against their index, and reports where they contradict it. */

import { factOf, isBroken } from "../../model/facts.ts";
import type { Ledger } from "../../model/ledger.ts";
import { placeOf } from "../../model/place.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact, Severity } from "../../model/types.ts";
import { isAtHand } from "../../studies/inventory/index.ts";
import { type FileMap, findShard, type Index, isNamedBy, readShardName } from "../../studies/weight-sets/index.ts";

/** What became of a set of weights, worst first. */
export const STATES = ["missing", "unreadable", "conflicting", "unread", "whole"] as const;

/** What became of a set of weights. */
export type SetState = (typeof STATES)[number];

/** The worst of several states; whole where there is none. */
export function worstOf(states: readonly SetState[]): SetState {
  return STATES.find((state) => states.includes(state)) ?? "whole";
}

/** Checks every shard that the index names; what contradicts it is a finding. */
export async function checkShards(check: Check): Promise<SetState> {
  const { bench, index, files } = check;
  const states: SetState[] = [checkCount(check)];
  let bytes = 0;
  for (const [name, tensors] of Object.entries(index.shards.files)) {
    const shard = findShard(files, index, name);
    const state = await checkShard(bench, shard, tensors);
    states.push(state);
    bytes += (shard && factOf(await bench.readings(shard), "weights")?.bytes) ?? 0;
    if (state === "missing") report(check, { ...MISSING, what: `names ${name}, which is not there` });
    if (state === "conflicting") report(check, { ...DIFFERS, what: `expects other tensors in ${name} than it holds` });
  }
  for (const { path } of bench.release.artifacts.filter((artifact) => isSurplus(index, artifact))) {
    report(check, { ...SURPLUS, what: `does not name ${path}, which lies beside its shards` });
  }
  const { totalSize } = index.shards;
  const state = worstOf(states);
  if (state !== "whole" || totalSize === undefined || totalSize === bytes) return state;
  report(check, { ...TOTAL, what: `states ${totalSize} bytes of tensors, its shards hold ${bytes}` });
  return "conflicting";
}

/** A shard named as one of three needs an index of three. */
function checkCount(check: Check): SetState {
  const names = Object.keys(check.index.shards.files);
  const odd = names.find((name) => (readShardName(name)?.of ?? names.length) !== names.length);
  if (odd === undefined) return "whole";
  report(check, { ...COUNT, what: `names ${names.length} shards, one of them ${odd}` });
  return "conflicting";
}

async function checkShard(
  bench: Workbench,
  shard: Artifact | undefined,
  tensors: readonly string[],
): Promise<SetState> {
  if (shard === undefined) return "missing";
  if (!(await isAtHand(bench, shard))) return "unread";
  const readings = await bench.readings(shard);
  const weights = factOf(readings, "weights");
  if (weights === undefined || isBroken(readings)) return "unreadable";
  return haveSameMembers(weights.names, tensors) ? "whole" : "conflicting";
}

function haveSameMembers(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(a);
  return known.size === new Set(b).size && b.every((name) => known.has(name));
}

function isSurplus(index: Index, artifact: Artifact): boolean {
  const { folder } = index;
  const isBeside = artifact.origin === index.artifact.origin && artifact.path.startsWith(folder);
  const isHere = isBeside && !artifact.path.slice(folder.length).includes("/");
  const [sample = ""] = Object.keys(index.shards.files);
  const isSameKind = artifact.path.endsWith(sample.slice(sample.lastIndexOf(".")));
  return isHere && isSameKind && readShardName(artifact.path) !== null && !isNamedBy(index, artifact);
}

/** What a check works with. */
export interface Check {
  readonly ledger: Ledger;
  readonly bench: Workbench;
  readonly index: Index;
  readonly files: FileMap;
}

interface Kind {
  readonly severity: Severity;
  readonly code: string;
}

const MISSING: Kind = { severity: "warning", code: "shard-missing" };
const DIFFERS: Kind = { severity: "error", code: "shard-differs" };
const COUNT: Kind = { severity: "error", code: "shard-count" };
const TOTAL: Kind = { severity: "error", code: "total-differs" };
const SURPLUS: Kind = { severity: "note", code: "shard-surplus" };

function report({ ledger, bench, index }: Check, { severity, code, what }: Kind & { readonly what: string }): void {
  const { path } = index.artifact;
  const at = { ...placeOf(bench.release, index.artifact), ...index.shards.at };
  ledger.report({ severity, code, args: { path, what }, message: `${path} ${what}`, at });
}
