/** Whether the code that made and runs the model is there. */

import type { ComponentId } from "../../model/components.ts";
import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { inventory } from "../../studies/inventory/index.ts";
import { answerPublished } from "../shared/published.ts";

const COMPONENTS: readonly ComponentId[] = [
  "training-code",
  "inference-code",
  "preprocessing-code",
  "evaluation-code",
  "supporting-tools",
];

const codePublished: Probe<"code-published"> = {
  id: "code-published",
  version: 1,
  question: "Is the code for training, inference, preprocessing and evaluation published?",
  kinds: ["model", "dataset"],
  answers: [
    "training-code.published",
    "inference-code.published",
    "preprocessing-code.published",
    "evaluation-code.published",
    "supporting-tools.published",
  ],
  async observe(bench) {
    const ledger = openLedger("code-published");
    const held = await bench.study(inventory);
    for (const component of COMPONENTS) answerPublished(ledger, component, { release: bench.release, inventory: held });
    return ledger.close();
  },
};

export default codePublished;
