/** Whether the documents that explain the model are there. */

import type { ComponentId } from "../../model/components.ts";
import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { inventory } from "../../studies/inventory/index.ts";
import { answerPublished } from "../shared/published.ts";

const COMPONENTS: readonly ComponentId[] = ["model-card", "data-card", "technical-report", "paper", "sample-outputs"];

const documentsPublished: Probe<"documents-published"> = {
  id: "documents-published",
  version: 1,
  question: "Are model card, data card, technical report and paper published?",
  kinds: ["model", "dataset"],
  answers: [
    "model-card.published",
    "data-card.published",
    "technical-report.published",
    "paper.published",
    "sample-outputs.published",
  ],
  async observe(bench) {
    const ledger = openLedger("documents-published");
    const held = await bench.study(inventory);
    for (const component of COMPONENTS) answerPublished(ledger, component, { release: bench.release, inventory: held });
    return ledger.close();
  },
};

export default documentsPublished;
