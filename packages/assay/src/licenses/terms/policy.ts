/** Policies that a text makes part of itself: by their address, or by their name alone. */

import { type Finding, findIn, LIABILITY, piecesOf, type Rule } from "./rule.ts";

const NAME = String.raw`((?:[A-Z][\w.]* ){0,5}(?:(?:Acceptable|Prohibited|Responsible) Us(?:e|es|age) (?:Policy|Guidelines?)|Prohibited Uses Policy|Us(?:age|e) Policy|AUP|Trustworthy AI terms)|(?:acceptable|prohibited|responsible) use (?:policy|guidelines?)|use policy|usage policy)`;
const URL = String.raw`(https?:\/\/[^\s()<>"”\]]{3,300}|(?<![@\w.])(?:[a-z][\w-]{0,40}\.){1,3}(?:com|dev|ai|org|net|ae|io|cn)\/[\w./-]{2,200})`;
const NEAR = new RegExp(`${NAME}"?(?:[^;]{0,160}?)${URL}`);
const NAMED = new RegExp(NAME);
const BINDS =
  /\b(?:adher\w*|compl(?:y|ies|iance)|conform|subject to|in accordance with|consistent with|incorporated|follow|prohibited by|set forth in|agree to)\b/i;

/** Papers that one has to comply with for the grant to hold. */
const DOCUMENTATION = /\bsubject to your compliance with\b[^;]{0,120}\bDocumentation\b/i;

export const policyRules: readonly Rule[] = [
  {
    words: piecesOf("polic|aup|guidelines|terms found at|documentation"),
    *read({ clause }) {
      if (LIABILITY.test(clause.words)) return;
      const near = findIn(clause, NEAR);
      const bound = BINDS.test(clause.words) || clause.isDefinition;
      const details = { mayChange: /\bfrom time to time\b|\blatest version\b|\bmay be updated\b/i.test(clause.words) };
      if (near && bound) {
        const value = (near.match[2] ?? "").replace(/[.,;:*]+$/, "");
        yield { type: "policy-by-url", value, from: near.from, to: near.to, details } satisfies Finding;
        return;
      }
      const manual = findIn(clause, DOCUMENTATION);
      if (manual)
        yield {
          type: "policy-by-reference",
          value: "Documentation",
          from: manual.from,
          to: manual.to,
          details,
        } satisfies Finding;
      const named = BINDS.test(clause.words) && !clause.isDefinition ? findIn(clause, NAMED) : null;
      if (
        named &&
        /\b(?:incorporated|comply|adhere|subject to|prohibited by|set forth|in accordance with)\b/i.test(
          clause.words,
        ) &&
        !/\breferenced in section\b/i.test(clause.words)
      ) {
        const value = (named.match[1] ?? "").trim();
        // An abbreviation stands for what is named in full elsewhere, and may have its address there.
        const unless = value === "AUP" ? { unless: ["policy-by-url"] } : {};
        yield {
          type: "policy-by-reference",
          value,
          from: named.from,
          to: named.to,
          details,
          ...unless,
        } satisfies Finding;
      }
    },
  },
];
