/** Weights of a locked release: was one replaced? */

import type { FileSide, LockedTarget } from "../model/changes.ts";
import type { Sentence } from "./sentence.ts";

/** Looks at every weights file of both. */
export function lookAtWeights(old: LockedTarget, now: LockedTarget): readonly Sentence[] {
  const files = new Map(now.weights.map((file) => [placeOf(file), file]));
  const digests = new Map(now.weights.flatMap((file) => (file.digest === null ? [] : [[file.digest, file] as const])));
  const isBroken = !now.isListed;
  const find = (was: FileSide): Found => ({
    was,
    is: files.get(placeOf(was)),
    same: was.digest === null ? undefined : digests.get(was.digest),
  });
  const found = old.weights.map(find);
  const kept = new Set(found.flatMap(({ is, same }) => [is, same]));
  const added = now.weights.filter((file) => !kept.has(file));
  return [
    ...found.flatMap((one) => tell(one, isBroken)),
    ...added.map(({ path }): Sentence => ["note", `${path} is new`]),
  ];
}

/** A locked file, what goes by its path now, and what has its bytes now. */
interface Found {
  readonly was: FileSide;
  readonly is: FileSide | undefined;
  readonly same: FileSide | undefined;
}

function tell({ was, is, same }: Found, isBroken: boolean): readonly Sentence[] {
  if (is !== undefined && is.digest !== null && is.digest === was.digest) return [];
  if (same !== undefined) return [["note", `${was.path} is now ${same.path}: the same bytes`]];
  if (is === undefined) return [[isBroken ? "open" : "fails", `${was.path} is gone`]];
  return [weigh(was, is)];
}

function weigh(was: FileSide, is: FileSide): Sentence {
  if (was.digest !== null && is.digest !== null)
    return ["fails", `${was.path} was replaced: it was ${was.digest} and is ${is.digest}`];
  if (was.size !== null && is.size !== null && was.size !== is.size)
    return ["fails", `${was.path} was replaced: it had ${was.size} bytes and has ${is.size}`];
  return ["open", `${was.path} has no digest to tell it by`];
}

function placeOf({ path, origin = "" }: FileSide): string {
  return `${origin}\n${path}`;
}
