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

/** The hub's words for how a model was made from its base. */
const RELATIONS: ReadonlySet<string> = new Set(["adapter", "finetune", "merge", "quantized"]);

/** A relation that is stated; null for any other word. */
export function asRelation(words: string): Relation | null {
  return RELATIONS.has(words) ? (words as Relation) : null;
}
