/** One changed text and where it was changed. */

import type { Span } from "./text.ts";

/** What was done: other words, or the same words in another form. */
export type MutationKind = "inserted" | "deleted" | "replaced" | "form";

/** A text made from a base. */
export interface Mutation {
  /** What was done and where, as `insert-end-fee`; unique among the mutations of a base. */
  readonly id: string;
  readonly kind: MutationKind;
  readonly text: string;
  /** Where the change is, in bytes of the UTF-8 of `text`: empty for a deletion, null where only the form changed. */
  readonly at: Span | null;
  /** What the change put in and what it took out. */
  readonly inserted: string;
  readonly deleted: string;
}

/** A stretch of a base and what to put in its place. */
export interface Edit {
  readonly id: string;
  readonly span: Span;
  readonly words: string;
}

/** The base with one edit, and its gold. White space at the ends of the words is none of the gold. */
export function applyEdit(text: string, { id, span, words }: Edit): Mutation {
  const deleted = text.slice(span.start, span.end);
  const changed = text.slice(0, span.start) + words + text.slice(span.end);
  const from = span.start + (words.length - words.trimStart().length);
  const at = toBytes(changed, { start: from, end: from + words.trim().length });
  return { id, kind: kindOf(words, deleted), text: changed, at, inserted: words.trim(), deleted: deleted.trim() };
}

/** A stretch of UTF-16 units as one of bytes in UTF-8. */
export function toBytes(text: string, { start, end }: Span): Span {
  const from = Buffer.byteLength(text.slice(0, start));
  return { start: from, end: from + Buffer.byteLength(text.slice(start, end)) };
}

function kindOf(words: string, deleted: string): MutationKind {
  if (deleted.trim() === "") return "inserted";
  return words.trim() === "" ? "deleted" : "replaced";
}
