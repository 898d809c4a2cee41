/** Whether all weights that the release speaks of are at hand: every shard its indexes name, every file sound. */

import { factOf, isBroken } from "../../model/facts.ts";
import type { FoundFile, Holding } from "../../model/inventory.ts";
import type { Ledger } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Doubt } from "../../model/types.ts";
import { isAtHand } from "../../studies/inventory/index.ts";
import { type Indexes, isNamedBy, readShardName } from "../../studies/weight-sets/index.ts";
import { noteFiles } from "../shared/published.ts";
import { checkExternal } from "./external.ts";
import { checkShards, type SetState, worstOf } from "./shards.ts";

const CLAIM = "weights.complete";

const DOUBTS: Readonly<Record<Exclude<SetState, "whole" | "missing">, Doubt>> = {
  unreadable: "unreadable",
  conflicting: "conflicting",
  unread: "listed-not-read",
};

/** The final weights: what the inventory holds of them, and their indexes. */
export interface Weights {
  readonly held: Holding;
  readonly indexes: Indexes;
}

/** Answers `weights.complete`. Returns the files that count when it is true, none otherwise. */
export async function answerComplete(
  ledger: Ledger,
  bench: Workbench,
  { held, indexes }: Weights,
): Promise<readonly FoundFile[]> {
  const { files } = indexes;
  const seen = noteFiles(ledger, [...held.files, ...held.unread]);
  const states: SetState[] = indexes.isOneBroken ? ["unreadable"] : [];
  for (const index of indexes.read) states.push(await checkShards({ ledger, bench, index, files }));
  const counted = await listCounted(bench, held.files);
  for (const { artifact } of counted) {
    states.push(await checkFile(bench, artifact), ...(await checkExternal({ ledger, bench, artifact })));
  }
  for (const { artifact } of held.unread) states.push(await checkUnread(bench, artifact));
  const state = worstOf(states);
  const named = counted.filter(({ artifact }) => indexes.read.some((index) => isNamedBy(index, artifact)));
  const isNamed = new Set(named);
  const alone = counted.filter((file) => !isNamed.has(file));
  if (state === "missing" && seen.length > 0) ledger.answer(CLAIM, false, seen);
  else if (state === "missing" || held.files.length === 0) ledger.leaveOpen(CLAIM, "not-observed", seen);
  else if (state !== "whole") ledger.leaveOpen(CLAIM, DOUBTS[state], seen);
  else if (isSetOpen(alone)) ledger.leaveOpen(CLAIM, "not-observed", seen);
  else {
    ledger.answer(CLAIM, true, seen);
    return named.length > 0 ? named : alone;
  }
  return [];
}

/** The files that are counted: a container beside files of another kind may be a copy of those. */
async function listCounted(bench: Workbench, files: readonly FoundFile[]): Promise<readonly FoundFile[]> {
  const others: FoundFile[] = [];
  for (const file of files) {
    if (factOf(await bench.readings(file.artifact), "container") === undefined) others.push(file);
  }
  return others.length > 0 ? others : files;
}

/** Whether a set that no index names lacks one of the shards that its names count. */
function isSetOpen(files: readonly FoundFile[]): boolean {
  const sets = new Map<string, { readonly of: number; readonly there: Set<number> }>();
  for (const { artifact } of files) {
    const name = readShardName(artifact.path);
    if (name === null) continue;
    const set = sets.get(name.set) ?? { of: name.of, there: new Set() };
    set.there.add(name.n);
    sets.set(name.set, set);
  }
  return [...sets.values()].some(({ of, there }) => there.size !== of);
}

async function checkFile(bench: Workbench, artifact: FoundFile["artifact"]): Promise<SetState> {
  if (!(await isAtHand(bench, artifact))) return "unread";
  const readings = await bench.readings(artifact);
  if (isBroken(readings)) return "unreadable";
  const isKnown = factOf(readings, "container") === undefined || factOf(readings, "weights") !== undefined;
  return isKnown ? "whole" : "unread";
}

/** A file of a format that nobody reads may be another copy of the same weights: it makes no set incomplete. */
async function checkUnread(bench: Workbench, artifact: FoundFile["artifact"]): Promise<SetState> {
  const readings = await bench.readings(artifact);
  const isForeign =
    !isBroken(readings) &&
    !readings.some(({ isRefused }) => isRefused) &&
    artifact.size !== 0 &&
    !(await bench.isMissed(artifact));
  return isForeign ? "whole" : "unreadable";
}
