/** Patents: whether they are licensed. That a suit ends the licence is among the ways in which it ends. */

import { patternRule, type Rule } from "./rule.ts";

export const patentRules: readonly Rule[] = [
  patternRule("patent-grant", "patent|专利", [
    {
      value: true,
      words:
        /\bgrants?\b(?! of)[^;]{0,200}\bpatent licen[cs]e\b|\bpatent licen[cs]e\b[^;]{0,80}\bto make\b|\bincludes licen[cs]es to [^;]{0,40}\bpatent claims\b|\blicen[cs]es you\b[^;]{0,120}\bpatent claims\b|\bgranted?\b[^;]{0,160}\bunder all\b[^;]{0,40}\bpatent\b|\bwithout restriction, including under all copyright, patent\b|授予您[^。；]{0,60}专利许可/i,
      unless:
        /"grant" such|\bany patent licen[cs]es granted\b|\bthird party grants\b|\bprocuring conveyance\b|\bno\b[^;]{0,30}\bpatent licen[cs]e\b/i,
    },
    {
      value: false,
      words:
        /\bpatent\b[^;]{0,40}\brights? (?:is|are) not (?:licen[cs]ed|granted)\b|\bno (?:express or implied )?(?:licen[cs]e|rights?)\b[^;]{0,40}\bpatents?\b/i,
      unless: /\bexcept\b/i,
    },
  ]),
];
