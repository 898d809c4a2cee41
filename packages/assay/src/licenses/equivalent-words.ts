/** Spellings that the SPDX guidelines (§8) take for the same word. */

// The second spelling of each pair becomes the first. "copyright owner", "per cent" and "sub license" are phrases.
const PAIRS: readonly (readonly [string, string])[] = [
  ["acknowledgement", "acknowledgment"],
  ["analog", "analogue"],
  ["and", "&"],
  ["analyze", "analyse"],
  ["artifact", "artefact"],
  ["authorization", "authorisation"],
  ["authorized", "authorised"],
  ["caliber", "calibre"],
  ["canceled", "cancelled"],
  ["capitalizations", "capitalisations"],
  ["catalog", "catalogue"],
  ["categorize", "categorise"],
  ["center", "centre"],
  ["copyright holder", "copyright owner"],
  ["emphasized", "emphasised"],
  ["favor", "favour"],
  ["favorite", "favourite"],
  ["fulfill", "fulfil"],
  ["fulfillment", "fulfilment"],
  ["initialize", "initialise"],
  ["judgement", "judgment"],
  ["labeling", "labelling"],
  ["labor", "labour"],
  ["license", "licence"],
  ["maximize", "maximise"],
  ["merchantability", "merchantibility"],
  ["modeled", "modelled"],
  ["modeling", "modelling"],
  ["noncommercial", "non-commercial"],
  ["offense", "offence"],
  ["optimize", "optimise"],
  ["organization", "organisation"],
  ["organize", "organise"],
  ["percent", "per cent"],
  ["practice", "practise"],
  ["program", "programme"],
  ["realize", "realise"],
  ["recognize", "recognise"],
  ["signaling", "signalling"],
  ["sublicense", "sub-license"],
  ["sublicense", "sub license"],
  ["utilization", "utilisation"],
  ["while", "whilst"],
  ["wilfull", "wilful"],
];

const CANONICAL: ReadonlyMap<string, string> = new Map(PAIRS.map(([first, second]) => [second, first]));

// Letters of any script and combining marks are part of a word, so that a letter with a mark is never taken for another.
const WORD_END = /[\p{L}\p{M}\p{N}_]$/u;
// The longer first; what stands before a word is looked at where one was found, which is cheaper than everywhere.
const SPELLINGS = [...CANONICAL.keys()].sort((one, other) => other.length - one.length);
const VARIANTS = new RegExp(`(?:${SPELLINGS.join("|")})(?![\\p{L}\\p{M}\\p{N}_])`, "gu");

/**
 * The text with each varietal spelling replaced by one of its equivalents; expects lower case and single blanks.
 * Source: SPDX license-list-XML, equivalentwords.txt.
 */
export function unifySpelling(text: string): string {
  return text.replace(VARIANTS, (word, at: number) => {
    const isAmid = WORD_END.test(text.slice(Math.max(0, at - 2), at));
    return isAmid ? word : (CANONICAL.get(word) ?? word);
  });
}

/** One word in its unified spelling; expects lower case. Phrases are left to {@link unifySpelling}. */
export function unifyWord(word: string): string {
  return CANONICAL.get(word) ?? word;
}

/** Words that are another's spelling: one word each, in small letters. */
export function listRespelled(): readonly string[] {
  return [...CANONICAL.keys()].filter((word) => !/[ -]/.test(word));
}
