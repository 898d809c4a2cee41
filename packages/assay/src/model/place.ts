/** How evidence, findings and gaps name a file. */

import type { Artifact, FilePlace, OpenOrigin } from "./types.ts";

/** Place of an artifact; its origin is left out when it is the release's first. */
export function placeOf(
  release: { readonly origins: readonly OpenOrigin[] },
  { path, origin }: Pick<Artifact, "path" | "origin">,
): FilePlace {
  return origin === release.origins[0]?.id ? { path } : { path, origin };
}
