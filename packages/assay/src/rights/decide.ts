/** From terms to the answer of a question: the strictest of what holds at once, the mildest of a choice. */

import type { Note } from "../model/ledger.ts";
import type { RightsQuestion } from "../model/rights.ts";
import type { GoverningTerms, StatedTerm, TermSet } from "../model/terms.ts";
import { RULES } from "./rules.ts";

/** An answer and what it stands on: clauses, or the licence that is silent. */
export interface Reply {
  readonly answer: "yes" | "no" | "depends" | "unknown";
  readonly notes: readonly Note[];
}

/** Clauses that are cited for one answer; the rest say the same. */
const MOST_CITED = 12;

/** What a user fears most comes first. */
const HARDEST: readonly Reply["answer"][] = ["no", "unknown", "depends", "yes"];

/** Answers a question from all that governs. What may govern forbids, and permits nothing. */
export function decide(question: RightsQuestion, { demands, because }: GoverningTerms): Reply {
  const order = question.isPermission ? HARDEST : HARDEST.toReversed();
  const rank = (reply: Reply): number => order.indexOf(reply.answer);
  const replies = demands.map((options) => {
    const each = options.map((set) => answerSet(question, set));
    return each.reduce((best, next) => (rank(next) > rank(best) ? next : best));
  });
  const hardest = replies.reduce((worst, next) => (rank(next) < rank(worst) ? next : worst));
  const same = replies.filter((reply) => reply.answer === hardest.answer).flatMap(({ notes }) => notes);
  const isHoped = hardest.answer === hopeOf(question);
  return {
    answer: isHoped && because !== undefined ? "unknown" : hardest.answer,
    notes: same.slice(0, MOST_CITED),
  };
}

/** The answer that a user hopes for: the one that silence gives. */
export function hopeOf({ isPermission }: RightsQuestion): "yes" | "no" {
  return isPermission ? "yes" : "no";
}

function answerSet(question: RightsQuestion, set: TermSet): Reply {
  const found = RULES[question.id](set.terms);
  const hope = hopeOf(question);
  const isKnown = set.isWhole && !(question.isOfUse === true && set.hasUnreadPolicy);
  if (found !== null && (found.answer !== hope || isKnown)) return { answer: found.answer, notes: cite(found.terms) };
  // A policy permits nothing and clouds nothing: what it does not forbid is for the licence to answer.
  const isSilent = isKnown && question.silence !== null;
  return { answer: isSilent || set.isPolicy ? hope : "unknown", notes: [set.note] };
}

function cite(terms: readonly StatedTerm[]): readonly Note[] {
  return terms.map(({ note }) => note);
}
