/** Deeds by which one is taken to have agreed. */

import { patternRule, piecesOf, type Rule } from "./rule.ts";

export const acceptanceRules: readonly Rule[] = [
  patternRule("acceptance", { words: piecesOf("by |点击|使用"), when: /\bby \w+|点击|使用/i }, [
    {
      value: true,
      words:
        /\bby (?:clicking|accessing|using|downloading|requesting|exercising|incorporating|installing)\b[^;]{0,300}\byou (?:implicitly )?(?:will be deemed|agree|accept|consent|acknowledge|represent)\b|\b(?:your )?use of\b[^;]{0,60}\bsignifies that you have\b|通过点击同意或使用/i,
    },
  ]),
];
