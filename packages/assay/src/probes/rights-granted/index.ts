/** What the terms of the weights, or of a data set's data, permit and demand. */

import { type Ledger, openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { RIGHTS_QUESTIONS, type RightsQuestion } from "../../model/rights.ts";
import { type GoverningTerms, governingTerms } from "../../studies/terms/index.ts";
import { answer, type Reply } from "./answer.ts";

const [FIRST, ...OTHERS] = RIGHTS_QUESTIONS;

const rightsGranted: Probe<"rights-granted"> = {
  id: "rights-granted",
  version: 1,
  question: "What do the terms of the weights, or of a data set's data, permit and demand?",
  kinds: ["model", "dataset"],
  answers: [`rights.${FIRST.id}`, ...OTHERS.map(({ id }) => `rights.${id}`)],
  async observe(bench) {
    const ledger = openLedger("rights-granted");
    const governing = await bench.study(governingTerms);
    for (const question of RIGHTS_QUESTIONS) conclude(ledger, question, governing);
    return ledger.close();
  },
};

function conclude(ledger: Ledger, question: RightsQuestion, governing: GoverningTerms): void {
  const claim = `rights.${question.id}`;
  if (governing.demands.length === 0) {
    ledger.leaveOpen(claim, governing.because ?? "not-observed");
    return;
  }
  const reply = answer(question, governing);
  if (governing.isElsewhere) {
    ledger.leaveOpen(claim, "elsewhere", cite(ledger, question, reply));
    return;
  }
  const seen = reply.notes.map((note) => ledger.note(note));
  if (reply.answer === "unknown") ledger.leaveOpen(claim, governing.because ?? "unidentified", seen);
  else ledger.answer(claim, reply.answer, seen);
}

/** What stands here would answer, were it what governs the weights. */
function cite(ledger: Ledger, { id }: RightsQuestion, { answer: would, notes }: Reply): readonly string[] {
  const [first, ...others] = notes;
  if (first === undefined) return [];
  const message = `by the terms that stand here: ${would}`;
  const said = { ...first, code: "right-by-terms-here", args: { right: id, answer: would }, message };
  return [said, first, ...others].map((note) => ledger.note(note));
}

export default rightsGranted;
