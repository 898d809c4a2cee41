/** What the sources of this process may use of the world. */

import { type Fetched, openWeb } from "./shared/fetch-web.ts";
import { openCache } from "./shared/folder-cache.ts";
import type { Reach } from "./source.ts";

/** What a caller decides of it. */
export interface ReachOptions {
  readonly isOffline: boolean;
  readonly environment: Reach["environment"];
  readonly signal: AbortSignal;
  readonly isScan?: true;
  /** Told of what was asked of the network so far. */
  readonly onFetch?: (fetched: Fetched) => void;
}

/** Opens it. Nothing is asked of a network until a source does. */
export function openReach({ onFetch, ...options }: ReachOptions): Reach {
  const cache = openCache(options.environment);
  const web = openWeb({ ...options, cache, ...(onFetch === undefined ? {} : { onFetch }) });
  return { ...options, web, cache };
}
