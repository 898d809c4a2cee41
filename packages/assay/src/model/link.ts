/** Links from a release to where other parts of it may lie. */

import type { Note } from "./ledger.ts";

/** A pointer that one side states: the page it leads to, and the place that says so. */
export interface FoundLink {
  readonly kind: "code" | "model" | "data" | "paper";
  /** `github:OWNER/NAME`, `hf:ORG/NAME`, `hf:datasets/ORG/NAME`, or the address of a paper. */
  readonly target: string;
  /** Whether it leads to something of the release's own, and not to somebody else's work that a card names too. */
  readonly isOwn: boolean;
  readonly note: Note;
}
