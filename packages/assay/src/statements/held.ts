/** What becomes of one criterion, and what all of them are held with. */

import { COMPONENTS } from "../model/components.ts";
import { DOUBT_WORDS } from "../model/doubts.ts";
import type { Note } from "../model/ledger.ts";
import type { StatementQuestion } from "../model/statements.ts";
import type { Claim, Verdict } from "../model/types.ts";
import type { Approve } from "./licenses.ts";

/** A criterion held against what is known. */
export interface HeldCriterion {
  readonly id: string;
  readonly verdict: Verdict;
  readonly because: string;
  /** What would make it true; left out where it is. */
  readonly needs?: string;
  /** Ids of evidence that is there, and notes that the statement adds. */
  readonly evidence: readonly string[];
  readonly notes: readonly Note[];
  /** Set where an unmet criterion leaves the statement unsettled: what is called so may be meant in another sense. */
  readonly isSoft?: true;
}

/** What criteria are held with. */
export interface Holding {
  readonly question: StatementQuestion;
  readonly approve: Approve;
}

/** The reason why a claim is open, in words. */
export function describeDoubt(claim: Claim | undefined): string {
  return DOUBT_WORDS[claim?.because ?? "not-observed"];
}

/** A component by its name in a sentence. */
export function nameComponent(id: string): string {
  return (COMPONENTS.find((one) => one.id === id)?.name ?? id).toLowerCase();
}
