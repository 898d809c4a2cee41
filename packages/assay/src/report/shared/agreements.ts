/** How what is stated of a component's licence stands to its text, in a few words beside the licence. */

import type { Agreement, ComponentEntry } from "../../model/documents.ts";

/** What each comes to; what a person should know first stands first. */
export const AGREEMENT_WORDS: Readonly<Record<Agreement, string>> = {
  contradicted: "the card and the text do not agree",
  narrower: "the text is narrower than what is declared",
  "pointer-only": "declared, the text is elsewhere",
  "text-missing": "declared, the text is missing",
  "family-only": "declared as one of a family",
  same: "the text is what is declared",
};

/** Says the worst of a component's agreements; null where there is nothing to say: that all is well needs no words. */
export function describeAgreement({ licenses }: Pick<ComponentEntry, "licenses">): string | null {
  const all = new Set(licenses.map(({ agreement }) => agreement));
  const worst = (Object.keys(AGREEMENT_WORDS) as Agreement[]).find((one) => all.has(one));
  return worst === undefined || worst === "same" ? null : AGREEMENT_WORDS[worst];
}
