/** What a rule is given and what it answers, and the helpers that rules share. */

import type { Term } from "../../model/license.ts";
import type { Clause } from "./segments.ts";

/** A term found in a clause; `from` and `to` are units of the clause's words. */
export interface Finding {
  readonly type: string;
  readonly value: Term["value"];
  readonly from: number;
  readonly to: number;
  readonly details?: NonNullable<Term["details"]>;
  /** It holds only where the text does not say the contrary elsewhere. */
  readonly isWeak?: boolean;
  /** It follows from what the text does not limit, and falls where any clause of these types says more. */
  readonly unless?: readonly string[];
}

/** A clause among the others of its text. */
export interface Place {
  readonly clause: Clause;
  readonly clauses: readonly Clause[];
  readonly index: number;
}

/** Reads one kind of term. */
export interface Rule {
  /**
   * Without one of these there is nothing to read: pieces of words in small letters, looked for in any case, those of all rules
   * at once, so that most clauses cost nothing. Left out where any word may be an item of a list.
   */
  readonly words?: readonly string[];
  /** What has to be there besides, where a piece of a word says too little. */
  readonly when?: RegExp;
  read(place: Place): Iterable<Finding>;
}

/** Words found in a clause, or in the words that lead into its list and the clause together. */
export interface Hit {
  readonly match: RegExpExecArray;
  readonly from: number;
  readonly to: number;
}

/** The first place of a pattern in a clause; with its lead where the clause alone has it not. */
export function findIn(clause: Clause, pattern: RegExp): Hit | null {
  const alone = pattern.exec(clause.words);
  if (alone) return { match: alone, from: alone.index, to: alone.index + alone[0].length };
  if (clause.lead === "") return null;
  const before = clause.lead.length + 1;
  const joined = pattern.exec(`${clause.lead} ${clause.words}`);
  const end = joined ? joined.index + joined[0].length - before : 0;
  if (joined === null || end <= 0) return null;
  return { match: joined, from: Math.max(0, joined.index - before), to: end };
}

/** One value of a type, the words that set it, and words beside which they do not. */
export interface Pattern {
  readonly value: Term["value"];
  readonly words: RegExp;
  readonly unless?: RegExp;
  /** The clause, its sentence or what leads into it has to say that one must. */
  readonly isDuty?: boolean;
}

/** What calls a rule. */
type Called = Pick<Rule, "words" | "when">;

/** Pieces of words that are written with strokes between them. */
export function piecesOf(pieces: string): readonly string[] {
  return pieces.split("|");
}

/** A rule that reads one type by patterns; each value once in a clause. A definition demands nothing. */
export function patternRule(type: string, called: string | Called, patterns: readonly Pattern[]): Rule {
  return {
    ...(typeof called === "string" ? { words: piecesOf(called) } : called),
    *read({ clause }) {
      if (clause.isDefinition) return;
      for (const { value, words, unless, isDuty } of patterns) {
        const hit = findIn(clause, words);
        if (hit === null || unless?.test(clause.words) || (isDuty && !isDemanded(clause))) continue;
        if (LIABILITY.test(clause.words)) return;
        yield { type, value, from: hit.from, to: hit.to };
      }
    },
  };
}

const DUTY =
  /\b(?:must|shall|will|agrees? to|agrees? that|required to|requires?|have to|has to|need to|provided that|conditions?|subject to|only if|so long as|as long as)\b|必须|应当?|须|需/i;
const OFFER =
  /\b(?:encouraged?s? to|may (?:choose|elect|add|also)|are (?:free|welcome) to|recommend\w*|request(?:ed)?,? \(?but (?:do )?not require)\b|鼓励/i;

/** Whether the words, their sentence or the words that lead into them demand something, and do not only invite to it. */
export function isDemanded({ words, run, lead }: Clause): boolean {
  if (OFFER.test(words) || (OFFER.test(lead) && !DUTY.test(words))) return false;
  return DUTY.test(words) || DUTY.test(run) || DUTY.test(lead);
}

/** Liability, warranty and indemnity: what such a clause names is no term of use. */
export const LIABILITY: RegExp =
  /\b(?:liab(?:le|ility)|damages|indemnif\w+|warrant(?:y|ies)|as[- ]is)\b|责任限制|损害赔偿|不承担任何责任/i;

/** Words that forbid, in front of what they forbid. */
export const FORBIDS: string = String.raw`(?:\b(?:may|must|shall|will|can|do|does|should|are|is|be)\s?not(?! (?:be )?(?:liable|affect|limit|apply|limited|include|mean|the)\b)|\bcannot|\bcan't|\bdon't|\bnot to(?= (?:\w+ ){0,3}use)|\bprohibited from|\bforbidden to|\bneither|\bnever|不得|禁止|不能|不可)`;
