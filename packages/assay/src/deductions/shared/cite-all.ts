/** Evidence of claims that others follow from. */

import type { Claim } from "../../model/types.ts";

/** The evidence of all of them, each once. */
export function citeAll(claims: readonly (Claim | undefined)[]): readonly string[] {
  return [...new Set(claims.flatMap((claim) => claim?.evidence ?? []))];
}
