/** Whether the training data of what the model was made from can be had. */

import type { Deduction } from "../../model/plugin.ts";
import { derivePart } from "../shared/base-part.ts";

const baseData: Deduction<"base-data"> = {
  id: "base-data",
  version: 1,
  needs: ["lineage.bases", "lineage.tuned", "training-data.published"],
  answers: "base-data.published",
  derive: (claims) => derivePart(claims, "base-data.published", "training-data.published"),
};

export default baseData;
