/** Files of two releases, by their digests. */

import type { FileChange } from "../model/changes.ts";
import type { ArtifactEntry } from "../model/documents.ts";
import type { FilePlace, Origin } from "../model/types.ts";
import {
  compareChanges,
  describeFile,
  type Filed,
  identify,
  listUnlisted,
  openShelf,
  type PairedOrigins,
  type Shelf,
} from "./places.ts";
import { openWeights } from "./weights.ts";

/** What became of a file: `unknown` where there is no digest, or the other list may not be whole. */
export type FileState = "same" | "differs" | "unknown";

/** Two releases' files beside each other. */
export interface ComparedFiles {
  /** Files that are the same under the same path. */
  readonly same: number;
  /** Those of them that are weights. */
  readonly sameWeights: number;
  readonly changes: readonly FileChange[];
  /** What became of a file that one of the two names. */
  stateOf(side: "old" | "new", place: Pick<FilePlace, "path" | "origin">): FileState;
  /** A name for a file that both have, under whichever path. */
  keyOf(side: "old" | "new", place: Pick<FilePlace, "path" | "origin">): string;
}

type Pair = readonly [ArtifactEntry | undefined, ArtifactEntry | undefined];

/** Compares the files of the places that both have. Linear in their number, but for sorting. */
export function compareFiles(older: Filed, newer: Filed, paired: PairedOrigins): ComparedFiles {
  const shelves = [openShelf(older, paired, 0), openShelf(newer, paired, 1)] as const;
  const isWeights = openWeights(older, newer);
  const openness = { old: openLists(older), new: openLists(newer), pairs: paired.pairs };
  const pairs = pairFiles(shelves);
  const states = new Map<string, FileState>();
  const changes: FileChange[] = [];
  let [same, sameWeights] = [0, 0];
  for (const [key, pair] of pairs) {
    const [old, next] = pair;
    const change = judge(pair, key, openness);
    states.set(key, stateOf(change));
    const weights = (old !== undefined && isWeights("old", old)) || (next !== undefined && isWeights("new", next));
    if (change === "same") same += 1;
    if (change === "same" && weights) sameWeights += 1;
    if (change === "same") continue;
    changes.push({
      change,
      isWeights: weights,
      ...(old && { old: describeFile(old, older.origins) }),
      ...(next && { new: describeFile(next, newer.origins) }),
    });
  }
  const renamed = new Map(
    [...pairs].flatMap(([key, [old, next]]) => {
      const other = old && next && shelves[1].keyOf(next);
      return other && other !== key ? [[other, key] as const] : [];
    }),
  );
  const keyOf: ComparedFiles["keyOf"] = (side, place) => {
    const key = shelves[side === "old" ? 0 : 1].keyOf(place);
    if (key === null) return `${side}\n${place.origin}\n${place.path}`;
    return side === "new" ? (renamed.get(key) ?? key) : key;
  };
  return {
    same,
    sameWeights,
    changes: changes.sort(compareChanges),
    stateOf: (side, place) => states.get(keyOf(side, place)) ?? "unknown",
    keyOf,
  };
}

/** Pairs by path; of what is left, files with the same bytes. The key is the old path's where there is one. */
function pairFiles([older, newer]: readonly [Shelf, Shelf]): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  const [gone, come] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const [key, old] of older.entries) {
    const next = newer.entries.get(key);
    pairs.set(key, [old, next]);
    if (next === undefined) addByDigest(gone, old, key);
  }
  for (const [key, next] of newer.entries) {
    if (older.entries.has(key)) continue;
    pairs.set(key, [undefined, next]);
    addByDigest(come, next, key);
  }
  for (const [digest, keys] of gone) {
    const others = (come.get(digest) ?? []).sort();
    for (const [n, key] of keys.sort().entries()) {
      const other = others[n];
      if (other === undefined) break;
      pairs.set(key, [older.entries.get(key), newer.entries.get(other)]);
      pairs.delete(other);
    }
  }
  return pairs;
}

/** Empty files are alike without being one. */
function addByDigest(files: Map<string, string[]>, entry: ArtifactEntry, key: string): void {
  const { digest } = identify(entry);
  if (digest === null || entry.size === 0) return;
  files.set(digest, [...(files.get(digest) ?? []), key]);
}

/** Says of an origin of a release whether it may hold files that are not known. */
type IsOpen = (origin: string, file: ArtifactEntry) => boolean;

/**
 * An origin that could not be listed as a whole may hold anything. A file that was listed and not read is missed only where
 * the list is of the same sort: a folder has no list but its files.
 */
function openLists(side: Filed): IsOpen {
  const { origins, artifacts } = side;
  const broken = new Set(listUnlisted(side).map(({ origin = origins[0]?.id ?? "" }) => origin));
  const listed = new Set(artifacts.flatMap(({ state, origin }) => (state === "listed" ? [origin] : [])));
  return (origin, { state }) => broken.has(origin) || (state === "listed" && !listed.has(origin));
}

/** Whether the side that lacks a file may hold it nevertheless. */
interface Openness {
  readonly old: IsOpen;
  readonly new: IsOpen;
  readonly pairs: PairedOrigins["pairs"];
}

function judge([old, next]: Pair, key: string, openness: Openness): FileChange["change"] | "same" {
  const [before, after] = openness.pairs[Number(key.slice(0, key.indexOf("\n")))] ?? [];
  if (old !== undefined && next !== undefined) {
    if (old.path === next.path && isOneRevision(before, after)) return "same";
    return compareBytes(old, next);
  }
  if (next !== undefined) return before && openness.old(before.id, next) ? "now-listed" : "added";
  return old && after && openness.new(after.id, old) ? "not-listed" : "removed";
}

/** A commit never changes. A folder's digest covers what was read of it alone, and an origin that failed has none. */
function isOneRevision(before: Origin | undefined, after: Origin | undefined): boolean {
  if (before === undefined || after === undefined || before.revision !== after.revision) return false;
  return before.target === after.target && !/^sha256:|^unknown$/.test(before.revision);
}

function compareBytes(old: ArtifactEntry, next: ArtifactEntry): FileChange["change"] | "same" {
  const [before, after] = [identify(old).digest, identify(next).digest];
  if (before === null || after === null) return isOtherSize(old, next) ? "replaced" : "unknown";
  if (before !== after) return "replaced";
  return old.path === next.path ? "same" : "renamed";
}

/** Two known sizes; that of a pointer is its own. */
function isOtherSize(old: ArtifactEntry, next: ArtifactEntry): boolean {
  if (old.state === "pointer" || next.state === "pointer") return false;
  return old.size !== null && next.size !== null && old.size !== next.size;
}

function stateOf(change: FileChange["change"] | "same"): FileState {
  if (change === "same" || change === "renamed") return "same";
  return change === "added" || change === "removed" || change === "replaced" ? "differs" : "unknown";
}
