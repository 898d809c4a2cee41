/** Whether the weights of what the model was made from can be had. */

import type { Deduction } from "../../model/plugin.ts";
import { derivePart } from "../shared/base-part.ts";

const baseWeights: Deduction<"base-weights"> = {
  id: "base-weights",
  version: 1,
  needs: ["lineage.bases", "lineage.tuned", "weights.published"],
  answers: "base-weights.published",
  derive: (claims) => derivePart(claims, "base-weights.published", "weights.published"),
};

export default baseWeights;
