/** Whether copies may be passed on, and whether rights in them may. */

import { patternRule, type Rule } from "./rule.ts";

const WORK = String.raw`\b(?:copies|works?|models?|materials?|software|licensed material|datasets?|data|products?|document|program|package)\b`;

export const redistributionRules: readonly Rule[] = [
  patternRule("redistribution", "distribut|分发", [
    {
      value: true,
      words:
        /\b(?:may|can|free to|rights? to|permission to|licen[cs]ed? to|permitted to|authori[sz]ed to|granted(?: to)?|grants)\b[^;]{0,420}?(?<!\byou |\bthat |\bto the )\b(?:re)?distribute\b|\b(?:re)?distribution and use\b[^;]{0,120}\bare permitted\b|(?:授予|允许|可以)[^。；]{0,60}分发/i,
      unless:
        /\b(?:may|must|shall|can) ?not\b|\bno (?:right|permission)\b|\bpatents?\b|\badditional or different\b|\byou (?:hereby )?grant\b/i,
    },
    {
      value: false,
      words: new RegExp(
        String.raw`\b(?:may|must|shall|can) ?not:? (?:[\w-]+,? ){0,6}?(?:re)?distribute\b[^;]{0,60}${WORK}`,
        "i",
      ),
      unless:
        /\b(?:unless|except|other than|without|only|as a (?:hosted|service)|in violation|outside|if|under any other|modif\w+)\b/i,
    },
  ]),
  patternRule("sublicensing", "sublicens|再许可", [
    { value: false, words: /\bnon-?sub-?licen[cs](?:e?able|ing)\b|不可再许可/i },
    {
      value: true,
      words: /\b(?:grants?|granted|permission|may)\b[^;]{0,300}\bsublicen[cs]e\b/i,
      unless: /\bnot\b|\bnon-?sublicens|\bpatents?\b|\byou (?:hereby )?grant\b/i,
    },
  ]),
];
