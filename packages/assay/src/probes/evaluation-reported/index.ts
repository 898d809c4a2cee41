/** Whether evaluation results are reported: figures, not a promise of them. */

import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { inventory } from "../../studies/inventory/index.ts";
import { answerPublished } from "../shared/published.ts";

const evaluationReported: Probe<"evaluation-reported"> = {
  id: "evaluation-reported",
  version: 1,
  question: "Are evaluation results reported with figures?",
  kinds: ["model", "dataset"],
  answers: ["evaluation-results.published"],
  async observe(bench) {
    const ledger = openLedger("evaluation-reported");
    answerPublished(ledger, "evaluation-results", { release: bench.release, inventory: await bench.study(inventory) });
    return ledger.close();
  },
};

export default evaluationReported;
