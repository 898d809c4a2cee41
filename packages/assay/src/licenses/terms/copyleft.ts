/** Derivatives that have to stay under the same licence, and source that has to be given. */

import { type Finding, findIn, LIABILITY, patternRule, piecesOf, type Rule } from "./rule.ts";

const THIS = String.raw`(?:\(i\) )?(?:(?:precisely |entirely )?this|the same) (?:[\w-]+ ){0,3}?(?:licen[cs]e|agreement)\b`;
const UNDER = `(?:under|pursuant to) (?:the (?:same )?terms (?:and conditions )?of:? ?)?${THIS}`;

/** What is made from the work; of the work alone the same words say how copies of it go on. */
const MADE_OF =
  /\bderivatives?\b|\bmodif\w+|\badaptations?\b|\badapted\b|\benhanced data\b|\bbased (?:up)?on\b|\badapter's\b/i;

const SAME: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:must|shall|agree to|provided that|proviso that|will|only|cause)\b[^;]{0,240}\b(?:licen[cs]ed?|distribut\w+|released?|provided|available|done|conveyed?|publish\w*|transfer\w*|do so|be)\b[^;]{0,120}${UNDER}`,
    "i",
  ),
  new RegExp(String.raw`\bonly ${UNDER}|\b(?:are|is|will remain|remain) subject to ${THIS}`, "i"),
  new RegExp(String.raw`\bnotice stating that the [^;]{0,60}\breleased ${UNDER}`, "i"),
  /\bpermission notice identical to this one\b|\badapter's licen[cs]e you apply must be a creative commons licen[cs]e with the same licen[cs]e elements\b/i,
];
/** A contribution back, a choice of licences, a limit of rights, a definition of a court. */
const NOT_SAME =
  /\bindicate\b|\bshall not require\b|\b(?:rights?|licen[cs]es?) granted (?:to|in|under|by|here)|\bgrants? (?:you|to)\b|\bcontributions?\b|\bmay not\b|\bdoes not\b|\bshall terminate\b|\bterminated?\b|\bconditions stated\b|\bof your choice\b|\bsub-?licen[cs]e under the terms herein\b|\bautomatically receives?\b|\bwarrant/i;

export const copyleftRules: readonly Rule[] = [
  {
    words: piecesOf("under|pursuant|subject to|notice identical|adapter"),
    *read({ clause }) {
      const { words, lead } = clause;
      if (clause.isDefinition || LIABILITY.test(words) || NOT_SAME.test(words)) return;
      if (!MADE_OF.test(words) && !MADE_OF.test(lead)) return;
      for (const pattern of SAME) {
        const hit = findIn(clause, pattern);
        if (!hit) continue;
        yield { type: "copyleft", value: "same-licence", from: hit.from, to: hit.to } satisfies Finding;
        return;
      }
    },
  },
  patternRule("copyleft", "source", [
    {
      value: "source",
      words:
        /\b(?:must|shall|will|also gets?|also convey)\b[^;]{0,160}\b(?:corresponding source(?: code)?|complete source code|source code for the|machine-readable copy of the source code|model source materials|service source code)\b|\bprovided that you (?:also )?(?:convey|make|provide)\b[^;]{0,80}\bsource\b|\bsource code form\b[^;]{0,80}\bmust (?:also )?be made available\b|\bmust also be made available in source code form\b/i,
      unless: /\bpatents?\b|\bneed not\b|\bnot need to\b|\bthe licensor (?:agrees|provides|will)\b/i,
    },
    {
      value: "source",
      words:
        /\balso convey the machine-readable corresponding source\b|\bthe complete corresponding machine-readable source code\b/i,
      unless: /\bneed not\b/i,
    },
    {
      value: "source-over-network",
      words:
        /\b(?:interact\w*|users?)\b[^;]{0,80}\b(?:computer |)network\b[^;]{0,200}\bsource\b|\bfunctionality of the program\b[^;]{0,120}\bas a service\b[^;]{0,80}\bmust make the service source code available\b|\bmust treat any external deployment\b[^;]{0,120}\bas a distribution\b/i,
      isDuty: true,
    },
  ]),
];
