/** Whether the weights are given out: they lie here, or the release leads to their files, or to them and says to whom. */

import type { Deduction } from "../../model/plugin.ts";
import { citeAll } from "../shared/cite-all.ts";

const ID = "weights.offered";
const NEEDS = ["weights.published", "weights.linked", "weights.access", "weights.file-linked"] as const;

/** What access can be but closed. */
const GIVEN: readonly unknown[] = ["open", "gated", "on-request"];

const weightsOffered: Deduction<"weights-offered"> = {
  id: "weights-offered",
  version: 1,
  needs: NEEDS,
  answers: ID,
  derive(claims) {
    const [published, linked, access, direct] = NEEDS.map((id) => claims.get(id));
    if (published?.value === true || published?.value === false) return { ...published, id: ID };
    if (linked?.value === true && GIVEN.includes(access?.value))
      return { id: ID, about: "*", value: true, evidence: citeAll([linked, access]) };
    if (direct?.value === true) return { ...direct, id: ID };
    const because = published?.because ?? "not-observed";
    return { id: ID, about: "*", value: "unknown", because, evidence: published?.evidence ?? [] };
  },
};

export default weightsOffered;
