/** How the licence ends: by breach, at will, by a suit; and what has to be done then. */

import { type Finding, findIn, LIABILITY, patternRule, piecesOf, type Rule } from "./rule.ts";

const SUIT =
  /\b(?:institut\w*|fil(?:e|es)|commenc\w*|initiat\w*|brings?|participat\w*)\b[^;]{0,120}\b(?:litigation|lawsuits?|proceedings?|actions?|claims?)\b/i;
const ENDS = /\bterminat\w*\b|\bcease\b|终止/i;
const SUIT_CHINESE = /(?:提起|发起)[^。；]{0,40}(?:诉讼|程序)[^。]{0,200}终止/;

function scopeOf(words: string): string {
  if (/\binfring\w*[^;]{0,60}\b(?:intellectual property|other rights?)\b|侵犯[^。；]{0,24}知识产权/i.test(words))
    return "intellectual-property";
  if (/\bcopyright or patent\b|\bpatent or copyright\b/i.test(words)) return "copyright-or-patent";
  return /\bpatent|专利/i.test(words) ? "patent" : "any";
}

export const terminationRules: readonly Rule[] = [
  {
    words: piecesOf("litigation|lawsuit|proceeding|claim|legal action|诉讼"),
    *read({ clause }) {
      if (!ENDS.test(clause.words) || /\b(?:indemnify|liable)\b/i.test(clause.words)) return;
      const hit = findIn(clause, SUIT) ?? findIn(clause, SUIT_CHINESE);
      if (!hit) return;
      yield { type: "ends-on-suit", value: scopeOf(clause.words), from: hit.from, to: hit.to } satisfies Finding;
    },
  },
  {
    words: piecesOf("terminat|终止"),
    *read({ clause, clauses, index }) {
      const { words } = clause;
      if (LIABILITY.test(words) || SUIT.test(words)) return;
      const at = findIn(clause, AT_WILL);
      if (at) yield { type: "ends-at-will", value: true, from: at.from, to: at.to };
      const automatic = findIn(clause, AUTOMATIC);
      const hit = automatic ?? findIn(clause, BY_LICENSOR);
      if (!hit) return;
      const near = `${words} ${clauses[index + 1]?.words ?? ""} ${clauses[index + 2]?.words ?? ""}`;
      const days = /\bwithin (\d{1,3}) days\b|\b(?:in|prior to) (\d{1,3}) days\b|\bwithin (thirty) days\b/i.exec(near);
      const cure = days ? Number(days[1] ?? days[2] ?? 30) : null;
      const details = cure === null ? {} : { details: { cureDays: cure } };
      const value = automatic ? "automatic" : "by-licensor";
      yield { type: "ends-on-breach", value, from: hit.from, to: hit.to, ...details };
    },
  },
  patternRule("delete-on-end", "terminat|终止", [
    {
      value: true,
      words:
        /\bupon (?:any )?termination\b[^;]{0,60}\b(?:must|shall|will|agree)\b[^;]{0,60}\b(?:delete|destroy|cease)\b|终止后[^。；]{0,20}(?:删除|停止)/i,
    },
  ]),
];

const BREACH = String.raw`(?:breach\w*|violat\w*|fail\w* to comply|failure to (?:comply|meet)|non-?compliance|any attempt otherwise)`;
const AUTOMATIC = new RegExp(
  String.raw`\b${BREACH}\b[^;]{0,200}\b(?:automatically terminate|terminate automatically|automatically terminated)|\b(?:will|shall|are)?(?: \w+){0,2} ?(?:automatically terminated?|terminates? automatically)\b[^;]{0,60}\b(?:if|upon)\b[^;]{0,60}${BREACH}|\bautomatically terminate\b[^;]{0,60}\bif you ${BREACH}|违反[^。；]{0,40}自动终止`,
  "i",
);
const BY_LICENSOR = new RegExp(
  String.raw`\b(?:may|right to) terminate\b[^;]{0,80}\b${BREACH}\b|\b${BREACH}\b[^;]{0,80}\bright to terminate\b|违反[^。；]{0,40}可终止`,
  "i",
);
const AT_WILL =
  /(?<!\byou )\b(?:may|right to) terminate\b[^;]{0,160}\b(?:at any time(?! if)|for any reason|with or without cause|for convenience)\b/i;
