/** Whether a part of what the model was made from can be had. */

import type { Claim } from "../../model/types.ts";

/**
 * Answers `id` for the base as `own` answers it for the model: a model that names no base counts as its own, as the European
 * Open Source AI Index counts it. A base that is named lies elsewhere.
 */
export function derivePart(claims: ReadonlyMap<string, Claim>, id: string, own: string): Claim {
  const bases = claims.get("lineage.bases");
  const known = claims.get(own);
  if (bases !== undefined && (bases.value !== "unknown" || bases.because !== "not-observed"))
    return { id, about: "*", value: "unknown", because: "elsewhere", evidence: bases.evidence };
  if (known === undefined) return { id, about: "*", value: "unknown", because: "not-observed", evidence: [] };
  return { ...known, id };
}
