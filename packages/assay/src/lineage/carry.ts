/** Whether licences of a release hold what a licence of its base demands. */

import type { LineageTerms } from "../model/lineage.ts";
import { ONE_WAY } from "./one-way.ts";
import { type Clause, listRestrictions, listTerms } from "./restrictions.ts";

/** Terms by licence id. */
export type Known = ReadonlyMap<string, LineageTerms>;

/** Which restrictions of a base are carried, and of which it cannot be said. */
export interface Carried {
  readonly missing: readonly Clause[];
  readonly open: readonly Clause[];
}

type Answer = "yes" | "no" | "unknown";

/**
 * Holds every restriction of a base against the licences of a release: all of `demands` hold at once, and `A OR B` is a
 * choice that somebody may make either way.
 */
export function carry(base: string, demands: readonly string[], known: Known): Carried {
  const choices = demands.map((demand) => demand.split(" OR "));
  const missing: Clause[] = [];
  const open: Clause[] = [];
  for (const term of listRestrictions(base, known)) {
    const answer = anyOf(
      choices.map((options) => allOf(options.map((option) => carries(option, { base, term, known })))),
    );
    if (answer === "no") missing.push(term);
    if (answer === "unknown") open.push(term);
  }
  return { missing, open };
}

/** Whether whatever somebody chooses is that very licence. */
export function isSameLicense(base: string, demands: readonly string[]): boolean {
  return demands.some((demand) => demand.split(" OR ").every((option) => option === base));
}

function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes("yes")) return "yes";
  return answers.includes("unknown") ? "unknown" : "no";
}

function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes("no")) return "no";
  return answers.includes("unknown") ? "unknown" : "yes";
}

interface Asked {
  readonly base: string;
  readonly term: Clause;
  readonly known: Known;
}

function carries(option: string, { base, term, known }: Asked): Answer {
  if (option === base || ONE_WAY[base]?.includes(option)) return "yes";
  const own = known.get(option);
  if (own === undefined) return "unknown";
  // Only the same licence is the same licence; what else admits copyleft is listed.
  if (isBoundToItself(term)) return "no";
  if (listTerms(option, known).some((other) => standsFor(other, term))) return "yes";
  return own.isPartial === true ? "unknown" : "no";
}

function isBoundToItself({ type, value }: Clause): boolean {
  return (type === "copyleft" && value === "same-licence") || (type === "pass-through" && value === "same-terms");
}

/** Whether a term of another licence demands at least as much. */
function standsFor(other: Clause, term: Clause): boolean {
  if (term.type === "commercial-use") return isNoLooser(other, term);
  if (other.type !== term.type) return false;
  if (!term.type.endsWith("-threshold")) return other.value === term.value;
  const isSameKind = ["currency", "metric", "effect"].every((key) => other.details?.[key] === term.details?.[key]);
  return isSameKind && Number(other.value) <= Number(term.value);
}

/** No commercial use at all stands for any limit of it, and so does research alone. */
function isNoLooser({ type, value }: Clause, term: Clause): boolean {
  if (type === "research-only") return true;
  return type === "commercial-use" && (value === false || value === term.value);
}
