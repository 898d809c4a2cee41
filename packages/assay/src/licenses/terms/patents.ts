/** Patents: whether they are licensed. That a suit ends the licence is among the ways in which it ends. */

import { patternRule, type Rule } from "./rule.ts";

export const patentRules: readonly Rule[] = [
  patternRule("patent-grant", "patent|专利", [
    {
      value: true,
      words:
        /\bgrants?\b(?! of)[^;]{0,200}\bpatent licen[cs]e\b|\bpatent licen[cs]e\b[^;]{0,80}\bto make\b|\bincludes licen[cs]es to [^;]{0,40}\bpatent claims\b|\blicen[cs]es you\b[^;]{0,120}\bpatent claims\b|\bgranted?\b[^;]{0,160}\bunder all\b[^;]{0,40}\bpatent\b|\blicen[cs]e,? under (?:any |all )?(?:of its )?patents?(?: claims| rights)?\b|\busage rights to any patents\b|\bgrants you\b[^;]{0,160}\bincluding without limitation copyright, patent rights\b|\bwithout restriction, including under all copyright, patent\b|授予您[^。；]{0,60}专利许可/i,
      unless:
        /"grant" such|\bany patent licen[cs]es granted\b|\bthird party grants\b|\bprocuring conveyance\b|\bno (?:[\w-]+ ){0,4}patent licen[cs]e\b|\bnot\b[^;]{0,30}\blicen[cs]e under\b/i,
    },
    {
      value: false,
      words:
        /\bpatent\b[^;]{0,40}\brights? (?:is|are) not (?:licen[cs]ed|granted)\b|\bno (?:express or implied )?(?:licen[cs]e|rights?)\b[^;]{0,40}\bpatents?\b(?! rights that)|\bnot grant (?:you )?(?:a |any )?licen[cs]e (?:for|to|under) any patents?\b|\bno (?:trademark or )?patent (?:or trademark )?rights\b[^;]{0,60}\b(?:waived|granted|licensed)\b|\bno other rights or licen[cs]es\b[^;]{0,120}\bpatent|\bno (?:express or implied )?licen[cs]es? (?:to|under) any party's patent rights\b/i,
      unless: /\bexcept\b/i,
    },
  ]),
];
