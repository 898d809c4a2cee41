/** Which licences say anyway what a sentence restricts. */

import type { LicenseTerms } from "../../licenses/license-terms.ts";
import type { LicenseReading, Term } from "../../model/license.ts";
import { patternOf } from "./inner-text.ts";
import { findMention, namesRestriction } from "./mentions.ts";
import { isRestrictive } from "./restrictions.ts";

/** What a sentence restricts: the words that name it, and the terms that are read in it. */
export interface Restricted {
  readonly mention: string | null;
  readonly terms: readonly Pick<Term, "type" | "value">[];
}

/** Agrees with no licence. */
const NONE = /(?!)/;

/** Agrees with the licences that are known to set all of it; with none where nothing of it is known by its words. */
export function agreeWithRestriction({ mention, terms }: Restricted, known: LicenseTerms): RegExp {
  const named = mention === null ? [] : [nameTerm(mention)];
  const all = [...named, ...terms];
  const ids = [...known].flatMap(([id, licence]) => {
    const isSet = ({ type, value }: Pick<Term, "type" | "value">): boolean =>
      licence.terms.some((one) => one.type === type && one.value === value);
    return all.length > 0 && all.every(isSet) ? [id] : [];
  });
  return ids.length === 0 ? NONE : patternOf(ids);
}

function nameTerm(mention: string): Pick<Term, "type" | "value"> {
  return /commercial/i.test(mention)
    ? { type: "commercial-use", value: false }
    : { type: "research-only", value: true };
}

/** Longer words of a gate say more than one thing, in UTF-16 units. */
const LONGEST_SAID = 200;

/** What a gate of one sentence agrees with that only restricts a use, such as a field that one ticks. */
export function agreeWithGate(words: string, { terms }: LicenseReading, known: LicenseTerms): RegExp | undefined {
  const said = words.trim();
  const mention = findMention(said)?.words;
  const isOneSentence = said.length <= LONGEST_SAID && !/[.;!?:\n](?!$)/.test(said);
  if (mention === undefined || !namesRestriction(mention) || !isOneSentence) return undefined;
  return agreeWithRestriction({ mention, terms: terms.filter(isRestrictive) }, known);
}
