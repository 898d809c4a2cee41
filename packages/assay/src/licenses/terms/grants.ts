/** Grants: clauses that give whoever gets the work a right in it, told from bans, duties and what the licensee grants. */

import { FORBIDS, findIn, LIABILITY } from "./rule.ts";
import type { Clause } from "./segments.ts";

const WHO = "(?:you|licensee|company|recipients?|anyone|everyone|everybody|any person|users?)";

/** Words that give a right, in front of what they give. */
const GIVES = new RegExp(
  String.raw`(?:\bgrants?\b(?! of)|\bgranted\b|\b(?:licen[cs]es?|licen[cs]ed|rights?|permission|permitted|allowed|authori[sz]ed|entitled|free) to\b|\b${WHO} (?:may|can|are free to)\b(?! ?not\b)|\bthe foregoing licen[cs]e includes\b|授予|允许|可以|有权|被授权)`,
  "i",
);

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

/** Units in front of a right in which the words that give it stand. */
const REACH = 600;

/** Places of a right in a clause that are looked at. */
const MOST_PLACES = 8;

/** A right by its words, to be looked for everywhere in a clause. */
export function rightOf(words: string): RegExp {
  return new RegExp(`${words}|${EVERYTHING}`, "gi");
}

/** Where a clause gives a right of `rightOf`; null where it does not, or forbids it. */
export function findGrant(clause: Clause, right: RegExp): Span | null {
  const { words, lead } = clause;
  const alone = findGiven(words, right, 0);
  if (alone) return isGrant(clause, alone) ? alone : null;
  if (lead === "" || !GIVES.test(lead) || BANS.test(lead)) return null;
  const before = lead.length + 1;
  const joined = findGiven(`${lead} ${words}`, right, before);
  if (joined === null) return null;
  const span = { ...joined, from: Math.max(0, joined.from - before), to: joined.to - before };
  return isGrant(clause, span) ? span : null;
}

/** Where words that give a right come behind it; null where they do not, or forbid it. */
export function findGrantBehind(clause: Clause, pattern: RegExp): Span | null {
  const hit = findIn(clause, pattern);
  const span = hit && { from: hit.from, to: hit.to, said: hit.match[0] };
  return span && isGrant(clause, span) ? span : null;
}

/** Where a grant stands in the clause's words, and what it says up to the right. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly said: string;
}

/** The first place of a right behind words that give it, in one part of a sentence; it ends behind `after`. */
function findGiven(text: string, right: RegExp, after: number): Span | null {
  let count = 0;
  for (const { index, 0: found } of text.matchAll(right)) {
    const to = index + found.length;
    if (to <= after) continue;
    const near = text.slice(Math.max(0, index - REACH), index);
    const part = near.slice(near.search(/[^;；。]*$/));
    const given = GIVES.exec(part);
    if (given) {
      const from = index - part.length + given.index;
      return { from, to, said: text.slice(from, to) };
    }
    count += 1;
    if (count === MOST_PLACES) return null;
  }
  return null;
}

function isGrant(clause: Clause, { from, to, said }: Span): boolean {
  const { words, lead } = clause;
  if (DENIED.test(said) || isDeniedBefore(words, from)) return false;
  if (LIABILITY.test(words) || OTHER_GRANT.test(words) || OF_OUTPUTS.test(words.slice(to))) return false;
  if (BANS.test(lead) || isForbiddenItem(clause) || isHeading(clause)) return false;
  return !isOfPatents(words) && !isOfPatents(lead);
}

const GIVEN_BEHIND = /\b(?:is|are) (?:hereby )?(?:granted|permitted|allowed)\b/i;

/** Whether the words, or what leads into them, give anything at all; a definition does not. */
export function givesRight({ isDefinition, words, lead }: Clause): boolean {
  return !isDefinition && (GIVES.test(words) || GIVES.test(lead) || GIVEN_BEHIND.test(words));
}

const MAY_FORBID = /\b(?:not|cannot|never|neither|prohibited|forbidden)\b|n't\b|不得|禁止|不能|不可/i;

/** Whether the words, or what leads into them, can forbid anything. */
export function mayForbid({ isDefinition, words, lead }: Clause): boolean {
  return !isDefinition && (MAY_FORBID.test(words) || MAY_FORBID.test(lead));
}

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
