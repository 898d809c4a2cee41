/** Licences whose text nobody here has read, and the clauses that their readers quote. */

import type { KnownTerms } from "./known-license.ts";

/** Terms of which some are known: a term that is missing may be there. */
export interface QuotedTerms extends KnownTerms {
  readonly isPartial: true;
  /** Address of the text. */
  readonly source: string;
}

/** By id. Two readers independent of each other quote each clause in the same words. */
export const UNSEEN_LICENSES: ReadonlyMap<string, QuotedTerms> = new Map([
  [
    "LicenseRef-qwen-research",
    {
      isPartial: true,
      source: "https://huggingface.co/Qwen/Qwen2.5-3B-Instruct/blob/main/LICENSE",
      terms: [
        { type: "commercial-use", value: false, clause: "2.a" },
        { type: "research-only", value: true, clause: "1.i" },
        { type: "attribution", value: "licence-copy", clause: "3" },
        { type: "attribution", value: "notice-file", clause: "3" },
      ],
    },
  ],
  [
    "LicenseRef-glm-4",
    { isPartial: true, source: "https://huggingface.co/THUDM/glm-4-9b/blob/main/LICENSE", terms: [] },
  ],
]);
