/** Whether the licence of the weights is told: beside them, or by a sentence where they lie elsewhere. */

import type { Deduction } from "../../model/plugin.ts";

const ID = "weights.license-told";

const licenseTold: Deduction<"license-told"> = {
  id: "license-told",
  version: 1,
  needs: ["weights.license", "weights.license-stated"],
  answers: ID,
  derive(claims) {
    const [own, stated] = [claims.get("weights.license"), claims.get("weights.license-stated")];
    for (const claim of [own, stated]) {
      if (claim === undefined || !Array.isArray(claim.value)) continue;
      // A manifest may say that there is none.
      return { id: ID, about: "*", value: !claim.value.includes("NONE"), evidence: claim.evidence };
    }
    return {
      id: ID,
      about: "*",
      value: "unknown",
      because: own?.because ?? "not-observed",
      evidence: own?.evidence ?? [],
    };
  },
};

export default licenseTold;
