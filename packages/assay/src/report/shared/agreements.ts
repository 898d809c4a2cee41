/** How what is stated of a component's licence stands to its text, in a few words beside the licence. */

import type { Agreement, ComponentEntry } from "../../model/documents.ts";

/** What a person should know first; that all is well needs no words. */
const WORDS: readonly (readonly [Agreement, string])[] = [
  ["contradicted", "the card and the text do not agree"],
  ["narrower", "the text is narrower than what is declared"],
  ["pointer-only", "declared, the text is elsewhere"],
  ["text-missing", "declared, the text is missing"],
  ["family-only", "declared as one of a family"],
];

/** Says the worst of a component's agreements; null where there is nothing to say. */
export function describeAgreement({ licenses }: Pick<ComponentEntry, "licenses">): string | null {
  return WORDS.find(([agreement]) => licenses.some((one) => one.agreement === agreement))?.[1] ?? null;
}
