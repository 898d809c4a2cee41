/** Whether a skilled person could rebuild the training data: OSAID 1.0, "Data Information". */

import type { Deduction } from "../../model/plugin.ts";
import type { Claim } from "../../model/types.ts";

const NEEDS = [
  "training-data.published",
  "training-data.complete",
  "data-card.published",
  "paper.published",
  "technical-report.published",
] as const;

/**
 * Sufficient when the data themselves are published whole with a data card that says where they come from. Insufficient
 * when neither the data nor any document about them is published. In between a person has to read the documents: open.
 */
const dataInformation: Deduction<"data-information"> = {
  id: "data-information",
  version: 2,
  needs: NEEDS,
  answers: "data-information.sufficient",
  derive(claims) {
    const [published, complete, card, paper, report] = NEEDS.map((id) => claims.get(id));
    const needed = [published, complete, card];
    const id = "data-information.sufficient";
    if (needed.every((claim) => claim?.value === true))
      return { id, about: "*", value: true, evidence: citeAll(needed) };
    const sources = [published, card, paper, report];
    if (sources.every((claim) => claim?.value === false))
      return { id, about: "*", value: false, evidence: citeAll(sources) };
    return { id, about: "*", value: "unknown", because: "not-observed", evidence: citeAll(needed) };
  },
};

function citeAll(claims: readonly (Claim | undefined)[]): readonly string[] {
  return [...new Set(claims.flatMap((claim) => claim?.evidence ?? []))];
}

export default dataInformation;
