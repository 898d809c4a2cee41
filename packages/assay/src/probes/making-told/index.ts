/** Whether there is code for tuning, and whether documents tell how code that makes a model is used. */

import { type Ledger, type Note, openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { codeGuides } from "../../studies/code-guides/index.ts";
import { tuningCode } from "../../studies/tuning-code/index.ts";

/** Files cited: enough to check it by eye. */
const MOST_CITED = 20;

const makingTold: Probe<"making-told"> = {
  id: "making-told",
  version: 1,
  question: "Is there code for tuning, and is it told how the code that makes a model is used?",
  kinds: ["model"],
  answers: ["tuning-code.published", "making-code.described"],
  async observe(bench) {
    const ledger = openLedger("making-told");
    const files = await bench.study(tuningCode);
    answer(
      ledger,
      "tuning-code.published",
      files.map(({ note }) => note),
    );
    answer(ledger, "making-code.described", await bench.study(codeGuides));
    return ledger.close();
  },
};

function answer(ledger: Ledger, claim: string, notes: readonly Note[]): void {
  const seen = notes.slice(0, MOST_CITED).map((note) => ledger.note(note));
  if (seen.length > 0) ledger.answer(claim, true, seen);
  else ledger.leaveOpen(claim, "not-observed");
}

export default makingTold;
