/** Which keys of a weight file's metadata speak of terms. */

/** Words of keys that mean terms whatever stands beside them (`general.usage_terms`, `modelspec.rights`, `eula`). */
const TERMS = /^(?:terms|eula|tos|tou|aup|rights|restrictions?|agreement|(?:non)?commercial)$/;
/** A policy of a model in reinforcement learning is none of use. */
const OF_USE = /^(?:use|uses|usage|acceptable|prohibited|permitted|allowed|access|user|legal)$/;
const RULES = /^(?:polic(?:y|ies)|conditions|limitations?|limits?|permissions?|rules)$/;
/** Free words, in which terms may stand. */
const REMARKS =
  /^(?:copyright|notices?|disclaimers?|descriptions?|comments?|notes?|usage|hint|legal|readme|about|remarks?|warnings?)$/;

/** Whether a key names a licence. */
export function namesLicense(key: string): boolean {
  return /licen[cs]e/i.test(key);
}

/** Whether the value of a key is a licence or terms. */
export function isTermsKey(key: string): boolean {
  const words = wordsOf(key);
  const has = (known: RegExp): boolean => words.some((word) => known.test(word));
  return namesLicense(key) || has(TERMS) || (has(OF_USE) && has(RULES));
}

/** Whether the value of a key is a remark, which sets no terms unless it says so. */
export function isRemarkKey(key: string): boolean {
  return !isTermsKey(key) && wordsOf(key).some((word) => REMARKS.test(word));
}

/** Whether nothing is stated: no words, or words for nothing under a key that is not of the licence. */
export function isEmptyTerms(key: string, value: string): boolean {
  const words = value.trim();
  return words === "" || (!namesLicense(key) && /^(?:none|null|n\/a)$/i.test(words));
}

/** Longer keys are cut, in UTF-16 units: no writer's have a tenth of it. */
const LONGEST_KEY = 1024;

function wordsOf(key: string): readonly string[] {
  const parted = key.slice(0, LONGEST_KEY).replace(/([a-z0-9])([A-Z])/g, "$1 $2");
  return parted.toLowerCase().split(/[^a-z0-9]+/);
}
