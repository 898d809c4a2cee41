/** What a search may change: which values a claim can take, what that costs, and what stands against it. */

import type { Claim, Value } from "../model/types.ts";

/** What it takes to bring a change about. */
export interface Effort {
  /** Changes of one subject are made together and count as one step. */
  readonly subject: string;
  /** Hours are nobody's to know: a rank, where a sentence is less than a document, code, data, other terms. Below 100. */
  readonly work: number;
  /** Why no publisher of this release can bring it about. */
  readonly blocked?: string;
}

/** The rules of a search. */
export interface Moves {
  /** Values to try first; the best first. */
  prefer(claim: string): readonly Value[];
  /** Whether somebody could wish for it at all: nobody has to take back what is published. */
  allows(claim: string, to: Value): boolean;
  weigh(claim: string, from: Claim | undefined, to: Value): Effort;
}
