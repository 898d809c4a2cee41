/** One statement of a base, before statements of the same base are put together. */

import type { Note } from "../../model/ledger.ts";
import type { FoundBase, Relation } from "../../model/lineage.ts";
import { readBaseName } from "./base-names.ts";

/** A base that one place names; a relation that it does not state is null. */
export interface Stated extends Pick<FoundBase, "base" | "naming" | "isHint"> {
  readonly relation: Relation | null;
  readonly note: Note;
}

/** Reads a name as it stands. */
export function statedBase(words: string, said: { readonly relation: Relation | null; readonly note: Note }): Stated {
  return { ...readBaseName(words), isHint: false, ...said };
}
