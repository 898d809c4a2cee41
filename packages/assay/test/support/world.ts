/** The places that releases lie in, as the command knows them, without a network. */

import { sources } from "../../src/sources/all.generated.ts";
import type { World } from "../../src/sources/opener.ts";
import { openReach } from "../../src/sources/reach.ts";

/** A world in which nothing is asked of a network. */
export function world(): World {
  const { signal } = new AbortController();
  return { sources, reach: openReach({ isOffline: true, environment: {}, signal }) };
}
