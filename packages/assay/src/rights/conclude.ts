/** The ten questions as claims of a ledger: what governs the weights answers, whoever states it. */

import type { Ledger, Note } from "../model/ledger.ts";
import { RIGHTS_QUESTIONS, type RightsQuestion } from "../model/rights.ts";
import type { GoverningTerms, StatedTerm, TermSet } from "../model/terms.ts";
import { decide, hopeOf, type Reply } from "./decide.ts";
import { isLimit, isOfCommerce } from "./rules.ts";

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
  const open = [
    ...noteOpen(question, governing, reply),
    ...(question.id === "sell" ? noteOtherUse(question, governing, reply) : []),
  ];
  if (governing.isElsewhere) {
    const told = cite(ledger, question, { ...reply, notes: [...reply.notes, ...open] });
    ledger.leaveOpen(claim, "elsewhere", told);
    return;
  }
  const seen = [...reply.notes, ...open].map((note) => ledger.note(note));
  if (reply.answer === "unknown") ledger.leaveOpen(claim, governing.because ?? "unidentified", seen);
  else ledger.answer(claim, reply.answer, seen);
}

/** Terms without some of them: what holds for whom those do not reach. */
function drop(governing: GoverningTerms, isDropped: (term: StatedTerm) => boolean): GoverningTerms {
  const keep = (set: TermSet): TermSet => ({ ...set, terms: set.terms.filter((term) => !isDropped(term)) });
  return { ...governing, demands: governing.demands.map((options) => options.map(keep)) };
}

/** Whom no limit reaches is not free by that alone: what else is open, or not known, is told. */
function noteOpen(question: RightsQuestion, governing: GoverningTerms, reply: Reply): readonly Note[] {
  if (!citesLimit(governing, reply)) return [];
  const [first, told] = tellRest(question, drop(governing, isLimit));
  if (first === undefined) return [];
  const message = `where no limit applies: ${told.answer} (${told.because})`;
  return [{ ...first, code: "right-within-limits", args: argsOf(first, question, told), message }];
}

/** Nor is a use that is no commerce: what else holds for it is told. */
function noteOtherUse(question: RightsQuestion, governing: GoverningTerms, reply: Reply): readonly Note[] {
  const isWithin = citesLimit(governing, reply);
  const rest = drop(governing, (term) => isOfCommerce(term) || (isWithin && isLimit(term)));
  const [first, told] = tellRest(question, rest);
  if (first === undefined || reply.answer === "unknown") return [];
  const message = `for a use that is not commercial: ${told.answer} (${told.because})`;
  return [{ ...first, code: "right-for-other-use", args: argsOf(first, question, told), message }];
}

function citesLimit({ demands }: GoverningTerms, { notes }: Reply): boolean {
  const limits = new Set(demands.flat().flatMap(({ terms }) => terms.filter(isLimit).map(({ note }) => note)));
  return notes.some((note) => limits.has(note));
}

/** An answer in words. */
interface Told {
  readonly answer: Reply["answer"];
  readonly because: string;
}

/** Of a known release the source stands beside what is told. */
function argsOf({ args: { source } }: Note, { id }: RightsQuestion, { answer, because }: Told): Note["args"] {
  return { ...(source !== undefined && { source }), right: id, answer, because };
}

/** An answer that is not the one that a user hopes for, with its first note. */
function tellRest(question: RightsQuestion, rest: GoverningTerms): readonly [Note | undefined, Told] {
  const { answer, notes } = decide(question, rest);
  const [first] = answer === hopeOf(question) ? [] : notes;
  const because = first?.message ?? "";
  return [first, { answer, because: answer === "unknown" ? `the terms are not all known: ${because}` : because }];
}

/** What stands here would answer, were it what governs the weights. */
function cite(ledger: Ledger, { id }: RightsQuestion, { answer: would, notes }: Reply): readonly string[] {
  const [first, ...others] = notes;
  if (first === undefined) return [];
  const message = `by the terms that stand here: ${would}`;
  const said = { ...first, code: "right-by-terms-here", args: { right: id, answer: would }, message };
  return [said, first, ...others].map((note) => ledger.note(note));
}
