/** How the licence ends: by breach, at will, by a suit; and what has to be done then. */

import { type Finding, findIn, LIABILITY, patternRule, piecesOf, type Rule } from "./rule.ts";
import type { Clause } from "./segments.ts";

const SUIT =
  /\b(?:institut\w*|fil(?:e|es)|commenc\w*|initiat\w*|brings?|participat\w*|make any written|asserts? in writing)\b[^;]{0,120}\b(?:litigation|lawsuits?|proceedings?|actions?|claims?)\b/i;
const ENDS = /\bterminat\w*\b|\bcease\b|\bends?\b|终止/i;
/** A ban on the suit itself. */
const BANNED_SUIT = /\byou may not initiate litigation\b[^;]{0,140}\bpatent\b/i;
const SUIT_CHINESE = /(?:提起|发起)[^。；]{0,40}(?:诉讼|程序)[^。]{0,200}终止/;

function scopeOf(words: string): string {
  if (/\bcopyrights? or patents?\b|\bpatents? or copyrights?\b/i.test(words)) return "copyright-or-patent";
  if (/\b(?:patent litigation|infring\w*[^;]{0,60}\bany patent)\b/i.test(words)) return "patent";
  if (/\binfring\w*[^;]{0,60}\b(?:intellectual property|other rights?)\b|侵犯[^。；]{0,24}知识产权/i.test(words))
    return "intellectual-property";
  return /\bpatent|专利/i.test(words) ? "patent" : "any";
}

export const terminationRules: readonly Rule[] = [
  {
    words: piecesOf("litigation|lawsuit|proceeding|claim|legal action|诉讼"),
    *read({ clause }) {
      const banned = findIn(clause, BANNED_SUIT);
      if (banned) yield { type: "ends-on-suit", value: "patent", from: banned.from, to: banned.to } satisfies Finding;
      if (banned || !ENDS.test(clause.words) || /\b(?:indemnify|liable)\b/i.test(clause.words)) return;
      const hit = findIn(clause, SUIT) ?? findIn(clause, SUIT_CHINESE);
      if (!hit) return;
      yield { type: "ends-on-suit", value: scopeOf(clause.words), from: hit.from, to: hit.to } satisfies Finding;
    },
  },
  {
    words: piecesOf("terminat|null and void|end|终止"),
    when: /terminat|null and void|\bends?\b|终止/i,
    *read({ clause, clauses, index }) {
      const { words } = clause;
      if (LIABILITY.test(words) || SUIT.test(words)) return;
      const at = findIn(clause, AT_WILL);
      if (at) yield { type: "ends-at-will", value: true, from: at.from, to: at.to };
      const automatic = findIn(clause, AUTOMATIC);
      const hit = automatic ?? findIn(clause, BY_LICENSOR);
      if (!hit) return;
      const cure = cureOf(clauses.slice(index, index + 7));
      const details = cure === null ? {} : { details: { cureDays: cure } };
      const value = automatic ? "automatic" : "by-licensor";
      yield { type: "ends-on-breach", value, from: hit.from, to: hit.to, ...details };
    },
  },
  patternRule("delete-on-end", "terminat|终止", [
    {
      value: true,
      words:
        /\b(?:upon|after|following|if) (?:any |the |such )?(?:terminat\w+|revocation)\b[^;]{0,80}\b(?:must|shall|will|agrees?)\b[^;]{0,120}\b(?:delet|destroy)|\bterminat\w+\b[^;]{0,160}\b(?:you|licensee) (?:must|shall|will)\b[^;]{0,60}\b(?:delete|destroy)\b|终止[^。；]{0,40}删除/i,
    },
  ]),
];

/** Days in which a breach may be mended; the time in which somebody may give notice of it is another. */
function cureOf(near: readonly Clause[]): number | null {
  for (const pattern of CURES) {
    for (const { words } of near) {
      const days = pattern.exec(words)?.[1];
      if (days !== undefined) return /^\d/.test(days) ? Number(days) : 30;
    }
  }
  return null;
}

const CURES: readonly RegExp[] = [
  /\b(\d{1,3}|thirty) days (?:after|of|from) (?:your receipt of|you receive|receiving|receipt of|(?:the |written |such )*notice)\b/i,
  /\b(?:within|in) (\d{1,3}|thirty) days\b(?! (?:after|of) the cessation)/i,
];

const BREACH = String.raw`(?:breach\w*|violat\w*|(?:materially )?fail\w* to (?:comply|honor)|failure to (?:comply|meet)|non-?compliance|any attempt otherwise)`;
const AUTOMATIC = new RegExp(
  String.raw`\b${BREACH}\b[^;]{0,200}\b(?:automatically terminate|terminate automatically|automatically terminated)|\b(?:will|shall|are)?(?: \w+){0,2} ?(?:automatically terminated?|terminates? automatically)\b[^;]{0,60}\b(?:if|upon)\b[^;]{0,60}${BREACH}|\bautomatically terminate\b[^;]{0,60}\bif you ${BREACH}|\b(?:rights?|licen[cs]es?|agreement)\b[^;]{0,60}\b(?:will|shall) (?:immediately )?(?:terminate|end)\b[^;]{0,160}\b(?:if|upon)\b[^;]{0,60}${BREACH}|\bnull and void if\b|\bends? (?:immediately|automatically)\b[^;]{0,60}\bif\b|\b${BREACH}\b[^;]{0,160}\b(?:end immediately|ends immediately|(?:will|shall) (?:immediately )?terminate(?! accounts))\b|违反[^。；]{0,40}自动终止`,
  "i",
);
const BY_LICENSOR = new RegExp(
  String.raw`\b(?:may|right to) (?:suspend or )?terminate\b[^;]{0,160}\b${BREACH}\b|\brestricted uses\b[^;]{0,160}\bright to terminate\b|\b${BREACH}\b[^;]{0,80}\bright to terminate\b|违反[^。；]{0,40}可终止`,
  "i",
);
const AT_WILL =
  /(?<!\byou )\b(?:may|right to) terminate\b[^;]{0,160}\b(?:at any time(?! if)|for any reason|with or without cause|for convenience)\b/i;
