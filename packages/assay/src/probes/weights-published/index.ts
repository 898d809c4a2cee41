/** Whether the weights are there, all of them, and what they come to. */

import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { inventory } from "../../studies/inventory/index.ts";
import { weightIndexes } from "../../studies/weight-sets/index.ts";
import { answerPublished, holdingOf } from "../shared/published.ts";
import { answerComplete } from "./complete.ts";
import { answerSize } from "./size.ts";

const weightsPublished: Probe<"weights-published"> = {
  id: "weights-published",
  version: 1,
  question: "Are the weights published, complete, and how large are they?",
  kinds: ["model"],
  answers: [
    "weights.published",
    "weights.complete",
    "weights.parameters",
    "weights.dtypes",
    "intermediate-weights.published",
  ],
  async observe(bench) {
    const ledger = openLedger("weights-published");
    const held = await bench.study(inventory);
    answerPublished(ledger, "weights", { release: bench.release, inventory: held });
    answerPublished(ledger, "intermediate-weights", { release: bench.release, inventory: held });
    const indexes = await bench.study(weightIndexes);
    const files = await answerComplete(ledger, bench, { held: holdingOf(held, "weights"), indexes });
    await answerSize(ledger, bench, { files, indexes });
    return ledger.close();
  },
};

export default weightsPublished;
