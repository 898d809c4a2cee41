/** How evidence, findings and gaps name a file. */

import type { Place, Reading } from "./facts.ts";
import type { Artifact, FilePlace, OpenOrigin } from "./types.ts";

/** Place of an artifact; its origin is left out when it is the release's first. */
export function placeOf(
  release: { readonly origins: readonly OpenOrigin[] },
  { path, origin }: Pick<Artifact, "path" | "origin">,
): FilePlace {
  return origin === release.origins[0]?.id ? { path } : { path, origin };
}

/** Place of a stretch that a reader found, in the file or in a member of it. */
export function placeWithin(path: string, { inside }: Pick<Reading, "inside">, at: Partial<Place> = {}): FilePlace {
  return { path, ...at, ...(inside.length > 0 && { inside }) };
}
