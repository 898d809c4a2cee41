/** A sentence without its markup, as a person reads it. */

/** Longer sentences are lists or tables that were pasted; no more of them is looked at, in UTF-16 units. */
const LONGEST = 1_200;

/** What is no word of the sentence: pictures, addresses of links, tags, emphasis, the marks of lists and quotations. */
export function readPlain(words: string): string {
  return words
    .slice(0, LONGEST)
    .replace(/!\[[^[\]]{0,300}\]\([^()\s]{0,600}\)/g, " ")
    .replace(/\[([^[\]]{0,300})\]\([^()]{0,600}\)/g, "$1")
    .replace(/<[^<>]{0,600}>/g, "")
    .replace(/https?:\/\/[^\s<>()]{1,600}/g, " ")
    .replace(/\\([.!*_`#()[\]-])/g, "$1")
    .replace(/[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, "")
    .replace(/ \([A-Z][A-Za-z]{1,7}\)/g, "")
    .replace(/[‐‑]/g, "-")
    .replace(/&nbsp;/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^\s*[-*+•]?\s*\[[xX]\]\s+(open[- ]?source)d? (?=\S)/i, "We $1 ")
    .replace(/^(?:[^\p{L}\p{N}"“„«]|\d{1,3}[.)] )+/u, "")
    .replace(/^welcome to (?=an? )/i, "")
    .trim();
}
