/** The words of a text, for telling whether two texts say the same. */

/** All words of a text: no line of copyright, no marks, both spellings of licence, one way to write an address. */
export function wordsOf(text: string): readonly string[] {
  const body = text
    .replace(/^(?=.{0,120}$).*\b(?:copyright (?:\(c\)|©|\d|<)|all rights reserved).*$/gim, "")
    .replaceAll(/licence/gi, "license")
    .replaceAll(/https?:\/\//gi, "");
  return body.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
