/** Whether the publisher may change the terms or take the licence back. */

import { type Finding, findIn, LIABILITY, patternRule, piecesOf, type Rule } from "./rule.ts";

const CHANGES =
  /\b(?:reserves? (?:the )?rights? to|may)\b (?:also )?(?:modify|amend|update|revise|change)\w*(?: (?:or|and) \w+)? (?:this|these|the) (?:[\w-]+ ){0,4}?(?:agreements?|licen[cs]es?|terms|polic(?:y|ies))\b|\bpolicy may be updated\b|\bmost recent (?:copy|version) of (?:this|the) policy can be found\b|\blicen[cs]e is subject to update\b|\blatest version from time to time of the policy\b|\b(?:AUP|polic(?:y|ies))\b[^;]{0,160}\bas may be updated from time to time\b|许可证可能会更新|保留(?:随时)?(?:修改|更新)本(?:协议|许可)/i;
/** A steward's new version is an offer: who has the old one keeps it. */
const OFFERED =
  /\b(?:publish|release)\w*\b[^;]{0,40}\b(?:new|revised)\b|\bmodify and release\b|\byou may (?:not )?\w+|\bapply only to\b|\bcourt\b|\bonly [\w ]{1,40} may\b/i;
const POLICY = /\bpolic(?:y|ies)\b|\bAUP\b/i;

export const changeRules: readonly Rule[] = [
  {
    words: piecesOf("updat|modif|amend|revis|chang|most recent|更新|修改"),
    *read({ clause, clauses, index }) {
      const hit = LIABILITY.test(clause.words) || OFFERED.test(clause.words) ? null : findIn(clause, CHANGES);
      if (!hit) return;
      const near = clauses.slice(index, index + 4).filter(({ paragraph }) => paragraph === clause.paragraph);
      // A revision that one may choose is an offer, too.
      if (near.some(({ words }) => /\bdistinguish/i.test(words))) return;
      const byUse = near.some(({ words }) => /\bcontinued use\b|\beither comply with any updated\b/i.test(words));
      const details = { of: POLICY.test(hit.match[0]) || POLICY.test(clause.head) ? "policy" : "agreement", byUse };
      yield { type: "terms-may-change", value: true, from: hit.from, to: hit.to, details } satisfies Finding;
    },
  },
  patternRule("revocable", "revoc|revoke|withdraw|perpetuity|撤销", [
    { value: true, words: /(?<!ir)(?<!non-)\brevocable\b|(?<!不)可撤销/i },
    {
      value: true,
      words: /\breserves? the right to (?:terminate this agreement and )?revoke\b|\bmay revoke\b/i,
      unless: /\bin the event of your breach\b/i,
    },
    {
      value: false,
      words:
        /\birrevocabl[ey]\b|\bno contributor can revoke\b|\brelinquish\w+ in perpetuity\b|\bnot serve to withdraw this licen[cs]e\b|\b(?:not be|neither) (?:revoked|withdrawn|subject to revocation)\b|不可撤销/i,
      unless:
        /\bpatent licen[cs]e\b|\byou (?:hereby )?grant\b|\birrevocabl[ey] (?:accept|agree|consent|submit|waives? any right)|\bassent\b|专利/i,
    },
  ]),
];
