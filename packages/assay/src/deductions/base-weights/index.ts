/** Whether the weights of what the model was made from can be had. */

import type { Deduction } from "../../model/plugin.ts";

const NEEDS = ["lineage.bases", "weights.published"] as const;

/**
 * A model that names no base counts as its own, as the European Open Source AI Index counts it. A base that is named lies
 * elsewhere.
 */
const baseWeights: Deduction<"base-weights"> = {
  id: "base-weights",
  version: 1,
  needs: NEEDS,
  answers: "base-weights.published",
  derive(claims) {
    const id = "base-weights.published";
    const bases = claims.get("lineage.bases");
    const own = claims.get("weights.published");
    if (bases !== undefined && (bases.value !== "unknown" || bases.because !== "not-observed"))
      return { id, about: "*", value: "unknown", because: "elsewhere", evidence: bases.evidence };
    if (own === undefined) return { id, about: "*", value: "unknown", because: "not-observed", evidence: [] };
    return { ...own, id };
  },
};

export default baseWeights;
