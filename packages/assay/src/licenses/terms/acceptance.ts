/** Deeds by which one is taken to have agreed. */

import { patternRule, piecesOf, type Rule } from "./rule.ts";

export const acceptanceRules: readonly Rule[] = [
  patternRule(
    "acceptance",
    {
      words: piecesOf("you |signif|constitut|accept|点击|使用"),
      when: /you (?:implicitly |hereby )?(?:will be deemed|must agree|agree|accept|consent|acknowledge|represent|indicate)|signif|constitut|accept|点击|使用/i,
    },
    [
      {
        value: true,
        words:
          /\bby (?:clicking|accessing|using|downloading|requesting|exercising|incorporating|installing)\b[^;]{0,300}\byou (?:implicitly |hereby )?(?:will be deemed|agree|accept|consent|acknowledge|represent)\b|\b(?:your )?use of\b[^;]{0,60}\bsignifies that you have\b|\bif you (?:access|use|download|install)\b[^;]{0,60}?, you (?:hereby )?(?:agree|accept)\b(?! not)|\b(?:us(?:e|ing)|exercise|reproduction|distribution|download\w*|access\w*)\b[^;.]{0,120}\b(?:constitutes?|indicates?|signif(?:y|ies))\b[^;.]{0,30}\b(?:acceptance|agreement|acknowledge?ment)\b|\byou indicate your (?:acceptance|agreement)\b|\bcommence upon your acceptance\b|\b(?:accept|agree to) this licen[cs]e\b[^;.]{0,60}\bby exercising\b|\byou must agree to\b[^;.]{0,20}\b(?:rules|terms)\b|通过点击同意或使用/i,
      },
    ],
  ),
];
