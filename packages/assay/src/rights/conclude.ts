/** The ten questions as claims of a ledger: what governs the weights answers, whoever states it. */

import type { Ledger } from "../model/ledger.ts";
import { RIGHTS_QUESTIONS, type RightsQuestion } from "../model/rights.ts";
import type { GoverningTerms } from "../model/terms.ts";
import { decide, type Reply } from "./decide.ts";

/** Answers every `rights.*` claim, or leaves it open with the reason. */
export function concludeRights(ledger: Ledger, governing: GoverningTerms): void {
  for (const question of RIGHTS_QUESTIONS) conclude(ledger, question, governing);
}

function conclude(ledger: Ledger, question: RightsQuestion, governing: GoverningTerms): void {
  const claim = `rights.${question.id}`;
  if (governing.demands.length === 0) {
    ledger.leaveOpen(claim, governing.because ?? "not-observed");
    return;
  }
  const reply = decide(question, governing);
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
