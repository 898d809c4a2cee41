/** Names of licences and restrictions as people write them. */

/** What a sentence names, and the ids that agree with it. */
export interface Mention {
  readonly words: string;
  readonly agreesWith: RegExp;
  /** Set where the words are no name but forbid or limit a use. */
  readonly isRestriction?: true;
}

type Pattern = readonly [said: RegExp, agreesWith: RegExp];

/** Licences that restrict use: publishers' own, and those that SPDX lists. */
const OWN = /^LicenseRef-/;
/** Ids of licences that restrict use. */
export const RESTRICTED: RegExp = /^LicenseRef-|(?:^|-)NC(?:-|$)|noncommercial|prosperity|^BUSL|research/i;
const NAMES: readonly Pattern[] = [
  [/\bCC[- ]?BY[- ]?NC(?:[- ]?(?:SA|ND))?(?:[- ]?\d\.\d)?/i, /^CC-BY-NC/],
  [/\bCC[- ]?BY[- ]?ND(?:[- ]?\d\.\d)?/i, /^CC-BY-ND/],
  [/\bCC[- ]?BY[- ]?SA(?:[- ]?\d\.\d)?/i, /^CC-BY-SA/],
  [/\bCC[- ]?BY(?![- ]?(?:NC|ND|SA))(?:[- ]?\d\.\d)?\b/i, /^CC-BY-\d/],
  [/\bCC[- ]?0\b/i, /^CC0/],
  [/\bllama[- ]?\d?(?:\.\d)?[- ](?:\w+[- ]){0,2}licen[cs]e/i, OWN],
  [/\bgemma (?:terms|licen[cs]e)/i, OWN],
  [/\b(?:[Oo]pen[- ]?)?RAIL(?:\+\+)?(?:-[MDSA]+)?\b/, OWN],
  [/\bcommons clause\b/i, OWN],
  [
    /\b(?:with|plus|and|\+) (?:(?:the|some|our|following) ){0,2}(?:additional|further|extra|special|added) (?:restrictions?|conditions?|limitations?|usage terms|terms)\b/i,
    OWN,
  ],
  [/\b(?:community|research|custom|open model|responsible AI) licen[cs]e\b(?! under)/i, RESTRICTED],
  [/\b(?:model|licen[cs]e) agreement\b/i, OWN],
  [/\bmodified (?:MIT|Apache|BSD)\b/i, OWN],
  [/\bproprietary\b/i, OWN],
  [
    /\bApache(?:[- ]?(?:licen[cs]e|software licen[cs]e))?,?[- ]?(?:v(?:ersion)?\.? ?)?2(?:\.0)?\b|\bApache licen[cs]e\b/i,
    /^Apache-2/,
  ],
  [/\bMIT\b(?=[- ](?:licen[cs]e|style)|[.,;)]?\s*$)|\blicen[cs]ed? (?:under|is) (?:the )?MIT\b/i, /^MIT/],
  [/\bBSD(?=[- ](?:licen[cs]e|\d|style))/i, /BSD/],
  [/\bAGPL/i, /^AGPL/],
  [/\bLGPL/i, /^LGPL/],
  [/(?<![AL])\bGPL/i, /^GPL/],
  [/\bMPL\b|\bMozilla Public Licen[cs]e/i, /^MPL/],
  [/\bODC[- ]BY\b/i, /^ODC-By/i],
];
const RESTRICTIONS: readonly RegExp[] = [
  // "For commercial and non-commercial use" permits both.
  /(?<!\bcommercial(?: (?:and|or|as well as) |\/| & ))\bnon-?\s?commercial(?!(?: \w+)?(?:,? (?:and|or|as well as) |\/| & )commercial)/i,
  /\b(?:research|academic|educational|personal|evaluation)(?: (?:and|or|use|purposes?|preview|\w+)){0,3} only\b/i,
  /\bonly (?:be used )?for (?:\w+ ){0,2}(?:research|academic|educational|personal)\b/i,
  /\b(?:not|no|never|cannot|prohibits?|prohibited|forbidden|without)\b[^.]{0,60}\bcommercial/i,
  /\bcommercial\b(?! or not)[^.]{0,40}\b(?:not|prohibited|forbidden|requires?|contact|separate)\b/i,
];

/** The first restriction or licence that a sentence names; null where it names none. */
export function findMention(sentence: string): Mention | null {
  for (const restriction of RESTRICTIONS) {
    const [words] = restriction.exec(sentence) ?? [];
    if (words !== undefined) return { words, agreesWith: RESTRICTED, isRestriction: true };
  }
  const found = NAMES.flatMap(([said, agreesWith]) => {
    const [words] = said.exec(sentence) ?? [];
    return words === undefined ? [] : [{ words, agreesWith }];
  });
  return found[0] ?? null;
}

/** Whether words that a sentence names are a restriction, and not a licence. */
export function namesRestriction(words: string): boolean {
  return RESTRICTIONS.some((restriction) => restriction.test(words));
}

/** Whether what is named restricts use, or may: a licence against trade or changes, or a publisher's own. */
export function isRestricted({ agreesWith, isRestriction }: Mention): boolean {
  return (
    isRestriction === true || agreesWith === OWN || agreesWith === RESTRICTED || /^\^CC-BY-N/.test(agreesWith.source)
  );
}
