/** The rights card: ten plain questions, each with its answer, the reason, and the clauses. */

import type { Right, RightAnswer } from "../model/documents.ts";
import { DOUBT_WORDS } from "../model/doubts.ts";
import { RIGHTS_QUESTIONS, type RightsQuestion } from "../model/rights.ts";
import type { Claim, Evidence } from "../model/types.ts";

/** Clauses that a reason names; the evidence has all of them. */
const MOST_NAMED = 3;

/** Code of the evidence that tells what a clause says. */
const TERM = "term";

/** Answers the ten questions from the claims of a release. */
export function answerRights(
  claims: ReadonlyMap<string, Claim>,
  evidence: ReadonlyMap<string, Evidence>,
  kind: "model" | "dataset" = "model",
): readonly Right[] {
  return RIGHTS_QUESTIONS.map((question) => {
    const claim = claims.get(`rights.${question.id}`);
    const cited = (claim?.evidence ?? []).flatMap((id) => evidence.get(id) ?? []);
    const answer = readAnswer(claim?.value);
    const conditional = readConditional(question, cited);
    const because = answer === "unknown" ? sayDoubt(claim, cited, kind) : sayReason(question, answer, cited);
    return {
      id: question.id,
      question: question.question,
      answer,
      because,
      ...(answer === "depends" && { on: because }),
      ...(conditional !== null && { conditional }),
      evidence: claim?.evidence ?? [],
    };
  });
}

function readAnswer(value: unknown): RightAnswer {
  return value === "yes" || value === "no" || value === "depends" ? value : "unknown";
}

/** What the terms that stand here answer, where they are not known to be those of the weights. */
function readConditional(
  question: RightsQuestion,
  cited: readonly Evidence[],
): NonNullable<Right["conditional"]> | null {
  const would = cited.find(({ code }) => code === "right-by-terms-here");
  if (would === undefined) return null;
  const answer = readAnswer(would.args.answer);
  return { answer, because: answer === "unknown" ? UNKNOWN_TERMS : sayReason(question, answer, cited) };
}

const UNKNOWN_TERMS = "the terms are not all known";

function sayReason({ silence, limits }: RightsQuestion, answer: RightAnswer, cited: readonly Evidence[]): string {
  const clauses = cited.filter(({ code }) => code === TERM);
  if (clauses.length === 0) return silence ?? "";
  const lead = answer === "depends" && limits !== undefined ? `${limits}: ` : "";
  return `${lead}${joinClauses(clauses)}`;
}

/** Each clause once; forbidden uses as one list. */
function joinClauses(clauses: readonly Evidence[]): string {
  const uses = clauses.filter(({ args }) => args.type === "forbidden-use").map(({ args }) => String(args.told));
  // A policy that lies both in the licence and beside it says the same twice.
  const says = ({ args, message }: Evidence): unknown => args.told ?? message;
  const once = clauses.filter((one, index) => clauses.findIndex((other) => says(other) === says(one)) === index);
  const messages = once.map(({ message }) => message);
  const [items, one] = uses.length > 1 ? [[...new Set(uses.map(nameUse))], "forbidden: "] : [messages, ""];
  const more = items.length - MOST_NAMED;
  const told = items.slice(0, MOST_NAMED).join(one === "" ? "; " : ", ");
  return `${one}${told}${more > 0 ? `${one === "" ? ";" : ""} and ${more} more` : ""}`;
}

function nameUse(told: string): string {
  return told.slice(told.indexOf(": ") + 2);
}

function sayDoubt(claim: Claim | undefined, cited: readonly Evidence[], kind: "model" | "dataset"): string {
  const because = claim?.because ?? "not-observed";
  if (because === "elsewhere") return `the ${kind === "dataset" ? "data" : "weights"} are not part of what was read`;
  const words = because === "unidentified" ? UNKNOWN_TERMS : `the terms are ${DOUBT_WORDS[because]}`;
  const [first] = cited;
  return first === undefined ? words : `${words}: ${first.message}`;
}
