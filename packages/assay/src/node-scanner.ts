/** The side door of scanning on Node: the places that releases lie in, and nothing of the hallway. */

import type { Progress } from "./assess/tally.ts";
import type { ScanDocument } from "./model/scan.ts";
import type { Release } from "./model/types.ts";
import { platform } from "./node-platform.ts";
import { type ScanOptions, scanOpened } from "./scanner.ts";
import { sources } from "./sources/all.generated.ts";
import { openReach } from "./sources/reach.ts";
import { type OpenRequest, openRelease } from "./sources/release.ts";
import type { Fetched } from "./sources/shared/fetch-web.ts";
import type { Reach } from "./sources/source.ts";

/** What to scan and how. */
export interface ScanRequest extends OpenRequest {
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

/** Scans a target: what its files would do to who loads them. @throws UsageError when the target is not there. */
export async function scan(request: ScanRequest): Promise<ScanDocument> {
  const options = watchOptions(request);
  return await scanOpened(await openTarget(request, options.signal, { isScan: true }), options);
}

/** What watches the work on a target. */
export function watchOptions({ signal, onProgress }: ScanRequest): ScanOptions {
  return {
    platform,
    signal: signal ?? new AbortController().signal,
    onProgress: onProgress ?? (() => undefined),
  };
}

/** Opens a target and its further places. @throws UsageError when one is not there. */
export async function openTarget(
  request: ScanRequest,
  signal: AbortSignal,
  purpose: Pick<Reach, "isScan"> = {},
): Promise<Release> {
  const { isOffline = false, environment = process.env, onFetch, onChoice } = request;
  const fetching = onFetch === undefined ? {} : { onFetch };
  const reach = openReach({ isOffline, environment, signal, ...fetching, ...purpose });
  // Who scans an archive asks for the file itself: what its strict reader leaves out, a loader may take.
  const opening = sources.filter(({ id }) => purpose.isScan !== true || id !== "archive");
  return await openRelease(request, { sources: opening, reach, ...(onChoice === undefined ? {} : { onChoice }) });
}
