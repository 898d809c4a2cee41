/** The ten questions as claims of a ledger: what governs the weights answers, whoever states it. */

import type { Ledger, Note } from "../model/ledger.ts";
import { RIGHTS_QUESTIONS, type RightsQuestion } from "../model/rights.ts";
import type { GoverningTerms, TermSet } from "../model/terms.ts";
import { decide, hopeOf, type Reply } from "./decide.ts";
import { isLimit } from "./rules.ts";

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
    ledger.leaveOpen(
      claim,
      "elsewhere",
      cite(ledger, question, { ...reply, notes: [...reply.notes, ...noteOpen(question, governing, reply)] }),
    );
    return;
  }
  const seen = [...reply.notes, ...noteOpen(question, governing, reply)].map((note) => ledger.note(note));
  if (reply.answer === "unknown") ledger.leaveOpen(claim, governing.because ?? "unidentified", seen);
  else ledger.answer(claim, reply.answer, seen);
}

/** Terms without their limits: what holds for whom no limit reaches. */
function dropLimits(governing: GoverningTerms): GoverningTerms {
  const drop = (set: TermSet): TermSet => ({ ...set, terms: set.terms.filter((term) => !isLimit(term)) });
  return { ...governing, demands: governing.demands.map((options) => options.map(drop)) };
}

/** Whom no limit reaches is not free by that alone: what else is open, or not known, is told. */
function noteOpen(question: RightsQuestion, governing: GoverningTerms, reply: Reply): readonly Note[] {
  const limits = new Set(
    governing.demands.flat().flatMap(({ terms }) => terms.filter(isLimit).map(({ note }) => note)),
  );
  if (!reply.notes.some((note) => limits.has(note))) return [];
  const { answer, notes } = decide(question, dropLimits(governing));
  const [first] = notes;
  if (first === undefined || answer === hopeOf(question)) return [];
  const because = answer === "unknown" ? `the terms are not all known: ${first.message}` : first.message;
  const message = `where no limit applies: ${answer} (${because})`;
  return [{ ...first, code: "right-within-limits", args: { right: question.id, answer, because }, message }];
}

/** What stands here would answer, were it what governs the weights. */
function cite(ledger: Ledger, { id }: RightsQuestion, { answer: would, notes }: Reply): readonly string[] {
  const [first, ...others] = notes;
  if (first === undefined) return [];
  const message = `by the terms that stand here: ${would}`;
  const said = { ...first, code: "right-by-terms-here", args: { right: id, answer: would }, message };
  return [said, first, ...others].map((note) => ledger.note(note));
}
