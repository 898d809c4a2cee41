/** Grants: clauses that give whoever gets the work a right in it, told from bans, duties and what the licensee grants. */

import { FORBIDS, findIn, type Hit, LIABILITY } from "./rule.ts";
import type { Clause } from "./segments.ts";

const WHO = "(?:you|licensee|company|recipients?|anyone|everyone|everybody|any person|users?)";

/** Words that give a right, in front of what they give. */
const GIVES: string = String.raw`(?:\bgrants?\b(?! of)|\bgranted\b|\b(?:licen[cs]es?|licen[cs]ed|rights?|permission|permitted|allowed|authori[sz]ed|entitled|free) to\b|\b${WHO} (?:may|can|are free to)\b(?! ?not\b)|\bthe foregoing licen[cs]e includes\b|授予|允许|可以|有权|被授权)`;

/** All that a right holder could forbid. */
export const EVERYTHING: string = String.raw`\bdo everything with\b|\bdeal in (?:the|this) [\w ]{1,40} without restriction\b|\bdo (?:anything|whatever|what [\w ]{0,12}) ?you (?:want|like|please)\b`;

/** It is the licensee who gives, or what is given is something else than the work. */
const OTHER_GRANT =
  /\b(?:you|licensee|user|customer) (?:hereby |agree to |also )?(?:grants?|licenses?)\b(?! to you)|\b(?:licen[cs]e|legal) document\b|\badditional or different\b|\bown copyright statement\b|\bthird[- ]party grants\b|\bprocuring conveyance\b|\b(?:licensor|company|we|us) reserves?\b|\btext of this licen[cs]e\b|\btechnically necessary\b|\bconditions your rights\b|\bowners wish\b|\bother than the (?:\w+ )?steward\b|\brepresents\b|\bby exercising\b|^"[^"]{1,60}"[^;]{0,80}\b(?:shall mean|means)\b|\bwill terminate\b|\bmay satisfy\b|\blitigation\b|\bwaives the exclusive\b|\bmay use this licen[cs]e\b|\b(?:distribute|communicate) (?:(?:verbatim )?copies of )?this (?:licen[cs]e|agreement)\b|不授予|附加的或不同/i;

const DENIED =
  /\b(?:not(?! limited)|no(?! (?:charge|cost))(?!-)|never|neither|nor|nothing|cannot|denied)\b|不得|不能|禁止|无权/i;
const BANS = new RegExp(
  `${FORBIDS}|\\bno (?:rights?|permission)\\b|\\bprohibit(?:s|ed)\\b|\\brefrain\\b|\\b(?:following|these) restrictions$`,
  "i",
);
const OF_OUTPUTS =
  /^[^;.]{0,30}\b(?:outputs?|results|trademarks?|trade names?|logos?|marks?)\b|^[^。；]{0,12}(?:输出|商标)/i;

/** A pattern for a right behind the words that give it. */
export function grantOf(right: string): RegExp {
  return new RegExp(`${GIVES}[^;；。]{0,600}?(?:${right}|${EVERYTHING})`, "i");
}

/** Where a clause gives a right in the work by a pattern of `grantOf`; null where it does not, or forbids it. */
export function findGrant(clause: Clause, pattern: RegExp): Hit | null {
  const { words, lead } = clause;
  if (clause.isDefinition || !(MAY_GIVE.test(words) || MAY_GIVE.test(lead))) return null;
  const hit = findIn(clause, pattern);
  if (hit === null || DENIED.test(hit.match[0]) || isDeniedBefore(words, hit.from)) return null;
  if (LIABILITY.test(words) || OTHER_GRANT.test(words) || OF_OUTPUTS.test(words.slice(hit.to))) return null;
  if (BANS.test(lead) || isForbiddenItem(clause) || isHeading(clause)) return null;
  return isOfPatents(words) || isOfPatents(lead) ? null : hit;
}

/** A plain search for what a right is given with. */
const MAY_GIVE = /grant|licen[cs]e|right|permi|allowed|authori|entitled|free|may|can\b|授予|允许|可以|有权|授权/i;

/** "Licence to use and modify": words that nothing leads into and that end without a stop. */
function isHeading({ words, lead, run }: Clause): boolean {
  return lead === "" && run === "" && words.length < 80 && !/[.,:;)"。，：；、]\s*$/.test(words);
}

/** An item behind a semicolon, in a sentence that forbids. */
function isForbiddenItem({ words, run }: Clause): boolean {
  return BANS.test(run) && !/^(?:(?:however|but|and),? )?(?:you|licensee) (?:may|can)\b/i.test(words);
}

function isDeniedBefore(words: string, from: number): boolean {
  const before = words.slice(Math.max(0, from - 80), from);
  return DENIED.test(before.slice(before.search(/[^,.:]*$/)));
}

/** A grant of patents alone says nothing of copies and changes. */
function isOfPatents(words: string): boolean {
  return (
    /\bpatents?\b|\blicensed claims\b|专利/i.test(words) &&
    !/\bcopyrights?\b|\bintellectual property\b|著作权/i.test(words)
  );
}
