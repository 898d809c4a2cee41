/** Derivatives that have to stay under the same licence, and source that has to be given. */

import { patternRule, type Rule } from "./rule.ts";

const UNDER = String.raw`under (?:the terms of )?(?:(?:precisely )?this|the same) (?:public )?(?:licen[cs]e|agreement)\b`;

export const copyleftRules: readonly Rule[] = [
  patternRule("copyleft", "under|source|notice identical", [
    {
      value: "same-licence",
      words: new RegExp(
        String.raw`\b(?:must|shall|agree to|provided that|only)\b[^;]{0,200}\b(?:licen[cs]ed?|distribute[ds]?|released?|provided)\b[^;]{0,120}${UNDER}|\bpermission notice identical to this one\b|\badapter's license you apply must be a creative commons license with the same license elements\b`,
        "i",
      ),
      unless:
        /\bindicate\b|\bshall not require\b|\bstating that\b|\b(?:rights?|licen[cs]es?) granted\b|\bcontributions?\b|\bmay not\b|\bdoes not\b|\bshall terminate\b|\bconditions stated\b/i,
    },
    {
      value: "source",
      words:
        /\b(?:must|shall|also gets?)\b[^;]{0,160}\b(?:corresponding source(?: code)?|complete source code|source code for the)\b/i,
      unless: /\bpatents?\b|\bneed not\b|\bnot need to\b|\bmachine-readable\b/i,
    },
    {
      value: "source-over-network",
      words: /\b(?:interact\w*|users?)\b[^;]{0,80}\b(?:computer |)network\b[^;]{0,200}\bsource\b/i,
      isDuty: true,
    },
  ]),
];
