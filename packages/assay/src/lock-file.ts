/** The file in which a project keeps what it locked. */

import { existsSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { canonicalize } from "./model/canonical.ts";
import type { LockDocument, LockedTarget } from "./model/changes.ts";
import type { Assessment } from "./model/documents.ts";
import { UsageError } from "./model/errors.ts";
import { isSavedFile, readDocument, readSavedAssessment } from "./saved-file.ts";

/** Its usual name. */
export const LOCK_FILE = "assay.lock.json";

/** Reads a lock; null where there is none. @throws UsageError when the file is no lock. */
export async function readLock(path: string): Promise<LockDocument | null> {
  if (!existsSync(path)) return null;
  return await readDocument<LockDocument>(path, { kind: "lock of Assay", schema: "lock" });
}

/** Writes a lock, a line for each release, so that a difference between two versions of the file can be read. @throws UsageError */
export function writeLock(path: string, { schema, targets }: LockDocument): void {
  const lines = targets.map((target) => canonicalize(target)).join(",\n");
  try {
    writeFileSync(path, `{"schema":${canonicalize(schema)},"targets":[\n${lines}\n]}\n`);
  } catch (cause) {
    throw new UsageError(`${path} cannot be written: ${cause instanceof Error ? cause.message : "unknown error"}.`);
  }
}

/** A target as a lock names it: a path from the lock's own folder, so that the project may lie anywhere; else as it is. */
function placeInLock(target: string, lock: string): string {
  if (!existsSync(target)) return target;
  const path = relative(dirname(resolve(lock)), resolve(target));
  if (isAbsolute(path)) return target;
  return path === "" ? "." : path.split(sep).join("/");
}

/** The target of a lock as it is opened from here: a path of its folder where there is one. */
export function findLocked(target: string, lock: string): string {
  const path = resolve(dirname(lock), target);
  if (!existsSync(path)) return target;
  return relative(process.cwd(), path) || ".";
}

/** What is to be locked. */
export interface LockPlan {
  /** As the lock names it. */
  readonly request: { readonly target: string; readonly with: readonly string[] };
  /** As it is opened from here. */
  readonly open: { readonly target: string; readonly with: readonly string[] };
}

/** What is asked to be locked, and where the lock is. */
export interface LockWish {
  readonly targets: readonly string[];
  readonly with: readonly string[];
  readonly path: string;
}

/** What is locked anew: what is named, else all that is locked. @throws UsageError where that is nothing. */
export function planLock(before: LockDocument | null, { targets, with: further, path }: LockWish): readonly LockPlan[] {
  if (targets.length > 0) {
    return targets.map((target) => ({
      request: { target: placeInLock(target, path), with: further.map((one) => placeInLock(one, path)) },
      open: { target, with: further },
    }));
  }
  if (further.length > 0) throw new UsageError("--with names a further place of a release: name the release too.");
  const locked = before?.targets ?? [];
  if (locked.length === 0) throw new UsageError(`Nothing is locked in ${path}: name the releases to lock.`);
  return locked.map(({ target, with: places = [] }) => ({
    request: { target, with: places },
    open: { target: findLocked(target, path), with: places.map((one) => findLocked(one, path)) },
  }));
}

/** A locked release that is to be looked at, and what somebody saved of it as it is now. */
export interface CheckPlan {
  readonly locked: LockedTarget;
  readonly saved?: Assessment;
}

/** The locked releases that somebody asks for; all of them where nobody does. @throws UsageError for one that is not locked. */
export async function planCheck(asked: readonly string[], path: string): Promise<readonly CheckPlan[]> {
  const lock = await readLock(path);
  if (lock === null) throw new UsageError(`There is no ${path}: assay lock TARGET… writes one.`);
  if (asked.length === 0) return lock.targets.map((locked) => ({ locked }));
  const plans: CheckPlan[] = [];
  for (const target of asked) {
    const saved = isSavedFile(target) ? await readSavedAssessment(target) : undefined;
    const names = saved === undefined ? new Set([target, placeInLock(target, path)]) : new Set([saved.target]);
    const found = lock.targets.filter((one) => names.has(saved === undefined ? one.target : one.name));
    if (found.length === 0) throw new UsageError(describeUnlocked(saved?.target ?? target, path, lock));
    plans.push(...found.map((locked) => ({ locked, ...(saved && { saved }) })));
  }
  return plans;
}

function describeUnlocked(target: string, path: string, { targets }: LockDocument): string {
  const all = targets.map((one) => one.target).join(", ");
  return `${target} is not locked in ${path}; ${all === "" ? "nothing is" : `there is ${all}`}.`;
}
