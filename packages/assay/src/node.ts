/** The front door on Node: the hallway, plus what Node does better and the places that releases lie in. */

import { readFile, stat } from "node:fs/promises";
import { type FindRequest, findParts } from "./find.ts";
import {
  type Assessed,
  type AssessOptions,
  assessOpened,
  assessWithTexts,
  currentFrameworks,
  type Hashing,
  LARGEST_LICENSE,
  type LicenseInput,
  type LockedTarget,
  lock,
  type Present,
  parseOwnFramework,
  readLicenses,
  selectFrameworks,
} from "./index.ts";
import { findLocked } from "./lock-file.ts";
import type { Assessment, LicenseDocument, ReleaseManifest } from "./model/documents.ts";
import { UsageError } from "./model/errors.ts";
import type { Framework, Release } from "./model/types.ts";
import { platform } from "./node-platform.ts";
import { openTarget, type ScanRequest, watchOptions } from "./node-scanner.ts";
import { isSavedFile, readSavedAssessment } from "./saved-file.ts";
import { sources } from "./sources/all.generated.ts";
import { openReach } from "./sources/reach.ts";
import type { OpenRequest } from "./sources/release.ts";

export * from "./index.ts";
export { LOCK_FILE, planCheck, planLock, readLock, writeLock } from "./lock-file.ts";
export { type ScanRequest, scan } from "./node-scanner.ts";
export { isSavedFile, readSavedAssessment } from "./saved-file.ts";
export type { OpenRequest };
export { platform };

/** What to assess and how. */
export interface AssessRequest extends ScanRequest {
  /** Addresses of frameworks, `mof@1.0/spec`, or files of one's own; the newest version of each when left out. */
  readonly frameworks?: readonly string[];
  /** Which files are hashed; when left out all whose bytes are here, and none that would have to be fetched for it. */
  readonly hash?: Hashing;
}

/**
 * Assesses a target: a folder, a file, a `release.json`, or a place elsewhere.
 * @throws UsageError when the target or a framework is not there.
 */
export async function assess(request: AssessRequest): Promise<Assessment> {
  const { release, options } = await open(request);
  return await assessOpened(release, options);
}

/**
 * Assesses a target to hold it beside another: with the words of its licence texts. A `.json` file is a saved assessment.
 * @throws UsageError when the target or a framework is not there, or the file is no assessment.
 */
export async function assessToCompare(request: AssessRequest): Promise<Assessed> {
  if (isSavedFile(request.target)) return { assessment: await readSavedAssessment(request.target), isSaved: true };
  const { release, options } = await open(request);
  return await assessWithTexts(release, options);
}

/** How a locked release is looked at again: from which lock, and what somebody saved of it as it is now. */
export interface AgainRequest extends Omit<AssessRequest, "target" | "with"> {
  readonly path: string;
  readonly saved?: Assessment | undefined;
}

/** A locked release as it is now. What cannot be opened any more leaves the question open: it is no wrong usage. */
export async function lookAgain(locked: LockedTarget, { path, saved, ...request }: AgainRequest): Promise<Present> {
  const { target, with: places = [] } = locked;
  const asked = { target, with: places };
  if (saved !== undefined) return { now: lock(saved, asked) };
  try {
    const further = places.map((one) => findLocked(one, path));
    const now = await assess({ ...request, target: findLocked(target, path), with: further });
    return now.artifacts.length === 0 ? { refusal: `There is no file in ${target}.` } : { now: lock(now, asked) };
  } catch (error) {
    if (error instanceof UsageError) return { refusal: error.message };
    throw error;
  }
}

async function open(request: AssessRequest): Promise<{ readonly release: Release; readonly options: AssessOptions }> {
  const frameworks = await loadFrameworks(request.frameworks ?? []);
  const options: AssessOptions = { ...watchOptions(request), frameworks, hash: request.hash ?? "at-hand" };
  return { release: await openTarget(request, options.signal), options };
}

/** What to look for, and how. */
export interface FindOptions extends FindRequest, Pick<AssessRequest, "isOffline" | "environment" | "signal"> {}

/**
 * Proposes what a release consists of, as a draft of its `release.json`.
 * @throws UsageError when the target is not there or cannot be opened.
 */
export async function find(request: FindOptions): Promise<ReleaseManifest> {
  const { isOffline = false, environment = process.env, signal = new AbortController().signal } = request;
  const reach = openReach({ isOffline, environment, signal });
  return await findParts(request, { sources, reach }, { platform, signal });
}

/** Licence files to read; with `against` the first is the older text and the second the newer one. */
export interface LicenseRequest {
  readonly paths: readonly string[];
  readonly against?: boolean;
}

/** Reads licence texts of files. @throws UsageError when one is not there. */
export async function readLicenseFiles({ paths, against = false }: LicenseRequest): Promise<LicenseDocument> {
  return await readLicenses(await Promise.all(paths.map(readInput)), { platform, against });
}

async function readInput(path: string): Promise<LicenseInput> {
  try {
    const { size } = await stat(path);
    return { path, bytes: size > LARGEST_LICENSE ? null : await readFile(path) };
  } catch (cause) {
    throw new UsageError(`${path} cannot be read: ${cause instanceof Error ? cause.message : "unknown error"}.`);
  }
}

/** The longest framework that ships has 30 kB. */
const LARGEST_FRAMEWORK = 1 << 20;

/**
 * The frameworks of these addresses, in their order: names of those that ship, and files (`*.json`) of one's own; the newest
 * version of each where none is given.
 * @throws UsageError that says what is wrong, and where.
 */
export async function loadFrameworks(wanted: readonly string[]): Promise<readonly Framework[]> {
  if (wanted.length === 0) return currentFrameworks;
  const loaded: Framework[] = [];
  for (const address of wanted) {
    if (address.endsWith(".json")) loaded.push(await readOwnFramework(address));
    else loaded.push(...selectFrameworks([address]));
  }
  return [...new Set(loaded)];
}

/** Reads a framework of one's own. @throws UsageError that says what is wrong, and where. */
export async function readOwnFramework(path: string): Promise<Framework> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FRAMEWORK) throw new UsageError(`${path} has ${size} bytes and is no framework.`);
    return parseOwnFramework(await readFile(path, "utf8"), path);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${path} cannot be read: ${cause instanceof Error ? cause.message : "unknown error"}.`);
  }
}
