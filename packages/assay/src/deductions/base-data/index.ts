/** Whether the training data of what the model was made from can be had. */

import type { Deduction } from "../../model/plugin.ts";

const NEEDS = ["lineage.bases", "training-data.published"] as const;

/**
 * A model that names no base counts as its own, as the European Open Source AI Index counts it. A base that is named lies
 * elsewhere.
 */
const baseData: Deduction<"base-data"> = {
  id: "base-data",
  version: 1,
  needs: NEEDS,
  answers: "base-data.published",
  derive(claims) {
    const id = "base-data.published";
    const bases = claims.get("lineage.bases");
    const own = claims.get("training-data.published");
    if (bases !== undefined && (bases.value !== "unknown" || bases.because !== "not-observed"))
      return { id, about: "*", value: "unknown", because: "elsewhere", evidence: bases.evidence };
    if (own === undefined) return { id, about: "*", value: "unknown", because: "not-observed", evidence: [] };
    return { ...own, id };
  },
};

export default baseData;
