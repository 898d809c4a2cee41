/** Whether the weights of what the model was made from are given out. */

import type { Deduction } from "../../model/plugin.ts";
import { derivePart } from "../shared/base-part.ts";

const baseWeightsOffered: Deduction<"base-weights-offered"> = {
  id: "base-weights-offered",
  version: 1,
  needs: ["lineage.bases", "lineage.tuned", "weights.offered"],
  answers: "base-weights.offered",
  derive: (claims) => derivePart(claims, "base-weights.offered", "weights.offered"),
};

export default baseWeightsOffered;
