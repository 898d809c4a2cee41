/** What has to be laid on those who get the work next. */

import { patternRule, type Rule } from "./rule.ts";

const OTHERS =
  "(?:others|third[- ]part(?:y|ies)|any third[- ]part(?:y|ies)|anyone(?: else)?|any person|their users|your users|users)";

export const passThroughRules: readonly Rule[] = [
  patternRule(
    "pass-through",
    "enforceable|of your choice|require|ensure that|procure|allow|permit|enable|assist|cause|encourage|assent|do so|remain subject|impose|only under|under the terms|under this|under any other|entirely under|subject to this|applies to any|可执行|任何其他人|第三方",
    [
      {
        value: "use-restrictions",
        words:
          /\benforceable provisions?\b|\bany licen[cs]e of your choice that does not contradict the restrictions\b|作为可执行条款/i,
        unless: /\b(?:invalid|replaced with)\b/i,
      },
      {
        value: "users-comply",
        words: new RegExp(
          String.raw`\brequire all of your users\b|\bensure that (?:any|all|your) (?:downstream |third[- ]party )?(?:recipients?|users?|persons)\b[^;]{0,120}\bcompl(?:y|ies)\b|\bprocure that all persons\b[^;]{0,120}\bcomply\b|\b(?:not|nor|neither)\b[^;]{0,80}?\b(?:allow|permit|enable|assist|cause|encourage)\b(?:,? (?:(?:or|and|in any way) )?(?:assist|cause|permit|facilitate|encourage)){0,3},? ${OTHERS}\b(?! to use (?:the )?[\w ]{1,40} as (?:a )?(?:part of|hosted))|\b(?:encourage|or) (?:or )?permit (?:anyone|others|third)|\bexpress assent of recipients\b|\brequire\b[^;]{0,60}\b(?:sub)?licensees\b[^;]{0,40}\b(?:bound|comply|agree)|\brequires? any subsequent distribution\b|不得违反[^。；]{0,30}任何其他人违反|(?:不能|不得)[^。；]{0,6}允许[、，]?[^。；]{0,20}第三方违反`,
          "i",
        ),
        unless: /\bhosted service\b|\bindemnif|\bif you wish to allow\b|\breverse engineer\b/i,
      },
      {
        value: "same-terms",
        words:
          /\bmay only do so (?:under|pursuant to) the terms of this (?:agreement|licen[cs]e)\b|\bremain subject to this (?:agreement|licen[cs]e)\b|\b(?:offer|impose|offer or impose) any (?:additional |different |further |other |or ){0,4}(?:terms|restrictions?)\b|\bnot impose any (?:further |additional )?(?:terms|restrictions)\b|\bonly under (?:the )?terms (?:and conditions )?of:? ?(?:\(i\) )?this (?:[\w-]+ )?(?:licen[cs]e|agreement)\b|\b(?:must|shall|will) be (?:\w+ )?(?:\w+ )?(?:entirely )?under (?:the terms of )?this (?:[\w-]+ ){0,3}?(?:licen[cs]e|agreement)\b|\bare subject to this licen[cs]e\b|\bunder any other (?:terms|licen[cs]e)\b|\bthis distribution and\/or communication will be done under the terms of this\b|\bthis (?:agreement|licen[cs]e) applies to any (?:[\w()“”"',]+ ){1,16}?that (?:uses|distributes)\b[^;.]{0,80}\bderivative works\b/i,
        unless:
          /\bcontributions?\b|\bat their own\b|\bconsidered\b|\bif you (?:wish|want)\b|\bdoes not (?:offer|impose)\b/i,
      },
    ],
  ),
];
