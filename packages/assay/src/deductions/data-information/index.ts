/** Whether a skilled person could rebuild the training data: OSAID 1.0, "Data Information". */

import type { Deduction } from "../../model/plugin.ts";
import { citeAll } from "../shared/cite-all.ts";

const NEEDS = [
  "training-data.published",
  "training-data.complete",
  "data-card.published",
  "paper.published",
  "technical-report.published",
] as const;

/** What the definition wants told of the data; whether it is told well enough, a person has to judge. */
const TOLD = [
  "data-information.described",
  "data-information.collection",
  "data-information.preprocessing",
  "data-information.labelling",
] as const;

/**
 * Sufficient when the data themselves are published whole with a data card that says where they come from. Insufficient
 * when neither the data nor any document about them is published. In between a person has to read the documents: open, with
 * the sections on the data that are there.
 */
const dataInformation: Deduction<"data-information"> = {
  id: "data-information",
  version: 3,
  needs: [...NEEDS, ...TOLD],
  answers: "data-information.sufficient",
  derive(claims) {
    const [published, complete, card, paper, report] = NEEDS.map((id) => claims.get(id));
    const needed = [published, complete, card];
    const told = TOLD.map((claim) => claims.get(claim));
    const id = "data-information.sufficient";
    if (needed.every((claim) => claim?.value === true))
      return { id, about: "*", value: true, evidence: citeAll(needed) };
    const sources = [published, card, paper, report];
    if (sources.every((claim) => claim?.value === false))
      return { id, about: "*", value: false, evidence: citeAll(sources) };
    return { id, about: "*", value: "unknown", because: "not-observed", evidence: citeAll([...needed, ...told]) };
  },
};

export default dataInformation;
