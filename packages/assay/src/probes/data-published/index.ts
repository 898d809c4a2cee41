/** Whether the data are there, all of them, and named. */

import type { Holding } from "../../model/inventory.ts";
import { type Ledger, openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { inventory } from "../../studies/inventory/index.ts";
import { answerPublished, holdingOf } from "../shared/published.ts";

const dataPublished: Probe<"data-published"> = {
  id: "data-published",
  version: 1,
  question: "Are the training and evaluation data published, whole and named?",
  kinds: ["model", "dataset"],
  answers: [
    "training-data.published",
    "training-data.complete",
    "training-data.named",
    "evaluation-data.published",
    "model-metadata.published",
  ],
  async observe(bench) {
    const ledger = openLedger("data-published");
    const held = await bench.study(inventory);
    for (const component of ["training-data", "evaluation-data", "model-metadata"] as const) {
      answerPublished(ledger, component, { release: bench.release, inventory: held });
    }
    answerComplete(ledger, holdingOf(held, "training-data"));
    answerNamed(ledger, holdingOf(held, "training-data"));
    return ledger.close();
  },
};

/** Nobody can see from files that they are all: it takes the publisher's word in a manifest. */
function answerComplete(ledger: Ledger, { files, declaredWhole, withheld }: Holding): void {
  if (withheld !== undefined && files.length === 0)
    ledger.answer("training-data.complete", false, [ledger.note(withheld)]);
  else if (declaredWhole !== undefined) ledger.answer("training-data.complete", true, [ledger.note(declaredWhole)]);
  else ledger.leaveOpen("training-data.complete", "not-observed");
}

function answerNamed(ledger: Ledger, { files, pointers }: Holding): void {
  const [note] = [...files.map((file) => file.note), ...pointers];
  if (note === undefined) ledger.leaveOpen("training-data.named", "not-observed");
  else ledger.answer("training-data.named", true, [ledger.note(note)]);
}

export default dataPublished;
