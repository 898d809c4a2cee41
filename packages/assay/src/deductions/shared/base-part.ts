/** Whether a part of what the model was made from can be had. */

import type { Claim } from "../../model/types.ts";

/**
 * Answers `id` for the base as `own` answers it for the model: a model that names no base counts as its own, as the European
 * Open Source AI Index counts it. A base that is named lies elsewhere, and so does that of a model that was tuned.
 */
export function derivePart(claims: ReadonlyMap<string, Claim>, id: string, own: string): Claim {
  const bases = claims.get("lineage.bases");
  const known = claims.get(own);
  if (bases !== undefined && (bases.value !== "unknown" || bases.because !== "not-observed"))
    return { id, about: "*", value: "unknown", because: "elsewhere", evidence: bases.evidence };
  const tuned = claims.get("lineage.tuned");
  if (tuned?.value === true)
    return { id, about: "*", value: "unknown", because: "elsewhere", evidence: tuned.evidence };
  if (known === undefined) return { id, about: "*", value: "unknown", because: "not-observed", evidence: [] };
  return { ...known, id };
}
