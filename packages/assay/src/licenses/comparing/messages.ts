/** Changes as sentences. */

import type { ComparedTerm, TermChange } from "../../model/documents.ts";
import { nameOf, sayTerm } from "./term-sentence.ts";

/** What happened to a term: "commercial use is allowed (before: commercial use is not allowed)". */
export function describeChange(
  { change, silence, old, new: newer }: Omit<TermChange, "message">,
  names: { readonly old?: string | undefined; readonly new?: string | undefined },
): string {
  const [before, after] = [old && sayTerm(old, names.old), newer && sayTerm(newer, names.new)];
  if (after === undefined)
    return `${LOST[silence ?? "words"]}: ${before}${silence === "policy" ? " (a policy may say it)" : ""}`;
  if (change === "reworded") return `in other words: ${after}`;
  if (before === undefined) return after;
  if (isPolicy(newer)) return `another policy is part of it: ${sayName(newer)} (before: ${sayName(old)})`;
  return before === after ? `${after}, with other details` : `${after} (before: ${before})`;
}

function sayName(term: ComparedTerm | undefined): string {
  return nameOf(term?.value ?? "");
}

function isPolicy(term: ComparedTerm | undefined): boolean {
  return term?.type.startsWith("policy-by-") ?? false;
}

const LOST: Readonly<Record<NonNullable<TermChange["silence"]>, string>> = {
  words: "no longer said",
  known: "no longer so",
  policy: "no longer in the text itself",
  "not-found": "not found any more",
};
