/** Whether copies may be passed on, and whether rights in them may. */

import { findGrant, findGrantBehind, rightOf } from "./grants.ts";
import { type Finding, findIn, LIABILITY, patternRule, type Rule } from "./rule.ts";
import type { Clause } from "./segments.ts";

const WORK = String.raw`\b(?:copies|works?|models?|materials?|software|licensed material|datasets?|data|products?|services?|source code|document|program|package)\b`;

const GIVEN = rightOf(
  String.raw`(?:(?<!\byou |\bthat |\bto the |\bwho )\b(?:re)?distribute\b|\bshare (?:the|adapted|all or)\b|\bpublish (?:the|data)\b|\breproduce and share\b|\bconvey (?:a |verbatim |the |covered )|分发)`,
);
const WITH_CONDITIONS = /\b(?:re)?distribution and use\b[^;]{0,120}\bare permitted\b/i;
const BANNED = new RegExp(
  String.raw`\b(?:may|must|shall|can|will) ?not(?: \([^)]{1,40}\))?(?: to)?:? (?:[\w-]+,? ){0,6}?(?:re)?distribute\b[^;]{0,60}${WORK}`,
  "i",
);
const BANNED_UNLESS =
  /\b(?:unless|except|other than|without(?! (?:(?:our|the|licensor's|prior|express|explicit|written) ){0,4}(?:consent|permission|approval|authori[sz]ation))|only|as a (?:hosted|service)|in violation|outside|if|under any other|modif\w+ (?:the|this|any) (?:licen[cs]e|terms)|for \(i\)|terms|in any (?:way|manner)|with any|purposes?)\b/i;

const NEEDS = /distribut|\bshare\b|publish|convey|deal in|do everything|分发/i;

/** Whether a clause forbids to pass copies on. */
export function* readNoRedistribution(clause: Clause): Generator<Finding> {
  const banned = NEEDS.test(clause.words) ? findIn(clause, BANNED) : null;
  if (banned === null || BANNED_UNLESS.test(clause.words) || LIABILITY.test(clause.words)) return;
  yield { type: "redistribution", value: false, from: banned.from, to: banned.to };
}

/** Whether a clause lets one pass copies on. */
export function* readRedistribution(clause: Clause): Generator<Finding> {
  if (!NEEDS.test(clause.words)) return;
  const given = findGrant(clause, GIVEN) ?? findGrantBehind(clause, WITH_CONDITIONS);
  if (given) yield { type: "redistribution", value: true, from: given.from, to: given.to };
}

export const sublicensingRules: readonly Rule[] = [
  patternRule("sublicensing", "sublicens|sub-licens|再许可", [
    {
      value: false,
      words:
        /\bn?on[- ]?sub-?licen[cs](?:e?able|ing)\b|\b(?:may|can|shall|must) ?not (?:[\w-]+,? ){0,4}?sublicen[cs]e\b(?! [^;.]{0,60}\b(?:under any|other than|except))|\bsublicen[cs]ing is not (?:allowed|permitted)\b|\bdoes not allow you to [^;]{0,60}\bsublicen[cs]e\b|不可再许可/i,
    },
    {
      value: true,
      words:
        /\b(?:grants?|granted|permission|may)\b[^;]{0,300}\bsublicen[cs]e\b|(?<!\bn?on[- ])\bsub-?licen[cs]e?able\b/i,
      unless: /\bnot\b|\bn?on[- ]?sub-?licens|\bpatents?\b|\byou (?:hereby )?grant\b/i,
    },
  ]),
];
