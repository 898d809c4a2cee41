/** One of two texts that are held against each other, with all that is known of it. */

import type { ComparedTerm } from "../../model/documents.ts";
import type { LicenseReading } from "../../model/license.ts";
import type { LicenseTerms } from "../license-terms.ts";
import { TERM_VALUES } from "../terms/vocabulary.ts";

/** A text, where it lies, and what was read from it. */
export interface LicenseSide extends LicenseReading {
  readonly path: string;
  readonly text: string;
}

/** The terms of a text. */
export interface SideTerms {
  readonly terms: readonly ComparedTerm[];
  /** All its terms are known: what is not among them it does not say. */
  readonly isClosed: boolean;
  /** So are those of all policies that are part of it. */
  readonly isPolicyKnown: boolean;
}

/** What a text was recognised as, and what was read from it. */
export interface Recognised extends Pick<LicenseReading, "match"> {
  readonly terms: readonly ComparedTerm[];
}

/**
 * Terms of a text: those that its words show, and where it is a licence whose terms are known, or a notice that refers to
 * one, the others of that licence and of the policies that are part of it, by their clauses.
 */
export function termsOf({ match, terms }: Recognised, known: LicenseTerms): SideTerms {
  const isIt = match.kind === "exact" || match.kind === "equivalent" || match.kind === "reference";
  const licence = isIt ? known.get(match.id ?? match.family ?? "") : undefined;
  if (licence === undefined) return { terms, isClosed: false, isPolicyKnown: false };
  const policies = (licence.incorporates ?? []).map((id) => ({ id, policy: known.get(id) }));
  const facts: readonly ComparedTerm[] = [
    ...licence.terms,
    ...policies.flatMap(({ id, policy }) =>
      (policy?.terms ?? []).map((term) => ({ ...term, clause: `${term.clause} of ${id}` })),
    ),
  ];
  return {
    terms: [...terms, ...facts.filter((fact) => !terms.some((term) => isSame(term, fact)))],
    isClosed: true,
    isPolicyKnown: policies.length > 0 && policies.every(({ policy }) => policy !== undefined),
  };
}

/** Words of the text may be quoted with more or less around them: one term of such a type is enough. */
function isSame(term: ComparedTerm, fact: ComparedTerm): boolean {
  if (term.type !== fact.type) return false;
  return term.value === fact.value || TERM_VALUES[term.type] === "words";
}
