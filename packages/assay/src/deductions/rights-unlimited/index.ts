/** Whether the terms let everybody use, change and pass on the model for any purpose: the whole of the rights card in one. */

import type { Deduction } from "../../model/plugin.ts";
import { citeAll } from "../shared/cite-all.ts";

const NEEDS = [
  "rights.sell",
  "rights.scale",
  "rights.country",
  "rights.purpose",
  "rights.service",
  "rights.adapt",
] as const;

/** True when each is answered yes, false when one is limited or denied; else what is not known decides. */
const rightsUnlimited: Deduction<"rights-unlimited"> = {
  id: "rights-unlimited",
  version: 1,
  needs: NEEDS,
  answers: "rights.unlimited",
  derive(claims) {
    const asked = NEEDS.map((id) => claims.get(id));
    const id = "rights.unlimited";
    const limits = asked.filter((claim) => claim?.value === "no" || claim?.value === "depends");
    if (limits.length > 0) return { id, about: "*", value: false, evidence: citeAll(limits) };
    const open = asked.filter((claim) => claim?.value !== "yes");
    if (open.length === 0) return { id, about: "*", value: true, evidence: citeAll(asked) };
    const because = open.find((claim) => claim?.because !== undefined)?.because ?? "not-observed";
    return { id, about: "*", value: "unknown", because, evidence: citeAll(open) };
  },
};

export default rightsUnlimited;
