/** The terms that govern a model's weights, each with the place that sets it. */

import type { Note } from "./ledger.ts";
import type { Term } from "./license.ts";
import type { Doubt } from "./types.ts";

/** A term and the place that sets it. */
export interface StatedTerm extends Pick<Term, "type" | "value" | "details"> {
  readonly note: Note;
}

/** The terms of one licence, or of one text. */
export interface TermSet {
  /** The licence's id; of a text that is none that is known, its path. */
  readonly name: string;
  /** All that it says is in `terms`: what is not there, it does not say. */
  readonly isWhole: boolean;
  /** It makes a policy of use part of itself that nobody read. */
  readonly hasUnreadPolicy: boolean;
  /** A policy of use restricts and permits nothing. */
  readonly isPolicy: boolean;
  readonly terms: readonly StatedTerm[];
  /** The text, or the statement that names the licence. */
  readonly note: Note;
}

/** What holds at once; each is a choice of the alternatives that are offered. */
export interface GoverningTerms {
  readonly demands: readonly (readonly TermSet[])[];
  /** Why it is not known what governs; `demands` are then what may govern. */
  readonly because?: Doubt;
  /** The weights are not part of what was read: these are the terms that stand here for everything. */
  readonly isElsewhere: boolean;
}
