/** What has to be laid on those who get the work next. */

import { patternRule, type Rule } from "./rule.ts";

export const passThroughRules: readonly Rule[] = [
  patternRule("pass-through", "enforceable|recipient|your users|downstream|third part|subsequent|后续|可执行", [
    {
      value: "use-restrictions",
      words: /\benforceable provisions?\b|作为可执行条款/i,
      unless: /\b(?:invalid|replaced with)\b/i,
      isDuty: true,
    },
    {
      value: "users-comply",
      words:
        /\brequire all of your users\b|\bensure that (?:any|all|your) (?:downstream |third[- ]party )?(?:recipients?|users?)\b[^;]{0,120}\bcompl(?:y|ies)\b|\bprocure that all persons\b[^;]{0,120}\bcomply\b/i,
      isDuty: true,
    },
    {
      value: "same-terms",
      words:
        /\bmay only do so under the terms of this (?:agreement|licen[cs]e)\b|\bwill remain subject to this (?:agreement|licen[cs]e)\b/i,
    },
  ]),
];
