/** What the sources of this process may use of the world. */

import { OriginError } from "../model/errors.ts";
import type { Cache } from "./shared/cache.ts";
import type { Web } from "./shared/web.ts";
import type { Reach } from "./source.ts";

/** What a caller decides of it. */
export interface ReachOptions {
  readonly isOffline: boolean;
  readonly environment: Reach["environment"];
  readonly signal: AbortSignal;
}

function refuse(url: string): Promise<never> {
  return Promise.reject(new OriginError("offline", `${url} was not asked for: there is no network here`));
}

const web: Web = { get: ({ url }) => refuse(url), download: ({ url }) => refuse(url) };

const cache: Cache = {
  get: async () => null,
  put: async () => undefined,
  folder: (key) => refuse(key),
};

/** Opens it. Nothing is asked of a network until a source does. */
export function openReach(options: ReachOptions): Reach {
  return { ...options, web, cache };
}
