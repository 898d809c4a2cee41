/** The front door on Node: the hallway, plus what Node does better and the places that releases lie in. */

import { readFile, stat } from "node:fs/promises";
import { type FindRequest, findParts } from "./find.ts";
import {
  type AssessOptions,
  assessOpened,
  currentFrameworks,
  type Hashing,
  LARGEST_LICENSE,
  type LicenseInput,
  type Progress,
  readLicenses,
  selectFrameworks,
} from "./index.ts";
import type { Assessment, LicenseDocument, ReleaseManifest } from "./model/documents.ts";
import { UsageError } from "./model/errors.ts";
import type { Framework } from "./model/types.ts";
import { platform } from "./node-platform.ts";
import { sources } from "./sources/all.generated.ts";
import { openReach } from "./sources/reach.ts";
import { type OpenRequest, openRelease } from "./sources/release.ts";
import type { Fetched } from "./sources/shared/fetch-web.ts";

export * from "./index.ts";
export { isSavedFile, readSavedAssessment } from "./saved-file.ts";
export type { OpenRequest };
export { platform };

/** What to assess and how. */
export interface AssessRequest extends OpenRequest {
  /** Addresses of frameworks, `mof@1.0/spec`; the newest version of each when left out. */
  readonly frameworks?: readonly string[];
  /** Which files are hashed; when left out all whose bytes are here, and none that would have to be fetched for it. */
  readonly hash?: Hashing;
  /** Nothing is asked of a network: what was fetched before answers alone. */
  readonly isOffline?: boolean;
  /** Where endpoints and tokens are configured; the process's own variables when left out. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Told of what was asked of the network so far. */
  readonly onFetch?: (fetched: Fetched) => void;
  /** Told that a target stands for two things, and which of them was taken. */
  readonly onChoice?: (message: string) => void;
}

/**
 * Assesses a target: a folder, a file, a `release.json`, or a place elsewhere.
 * @throws UsageError when the target or a framework is not there.
 */
export async function assess(request: AssessRequest): Promise<Assessment> {
  const signal = request.signal ?? new AbortController().signal;
  const options: AssessOptions = {
    platform,
    frameworks: choose(request.frameworks ?? []),
    hash: request.hash ?? "at-hand",
    signal,
    onProgress: request.onProgress ?? (() => undefined),
  };
  const { isOffline = false, environment = process.env, onFetch, onChoice } = request;
  const reach = openReach({ isOffline, environment, signal, ...(onFetch === undefined ? {} : { onFetch }) });
  const world = { sources, reach, ...(onChoice === undefined ? {} : { onChoice }) };
  return await assessOpened(await openRelease(request, world), options);
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

function choose(wanted: readonly string[]): readonly Framework[] {
  return wanted.length === 0 ? currentFrameworks : selectFrameworks(wanted);
}
