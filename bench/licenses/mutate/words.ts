/** Changes of single words, and deletions, that turn what a licence says. */

import type { Edit } from "./mutation.ts";
import { type Base, bodyOf, overlaps, type Span, sentencesOf } from "./text.ts";

/** Most edits of one sort in one text. */
const MOST_EDITS = 6;
/** A shorter sentence may be the end of an enumeration, which says nothing. */
const MIN_SENTENCE = 40;

/** Words, each with the one that turns it. */
const SWAPS: readonly (readonly [from: string, to: string])[] = [
  ["may", "must"],
  ["must", "may"],
  ["shall", "may"],
  ["without", "with"],
  ["any", "no"],
  ["all", "some"],
  ["permitted", "prohibited"],
  ["granted", "denied"],
  ["irrevocable", "revocable"],
  ["non-exclusive", "exclusive"],
  ["royalty-free", "royalty-bearing"],
  ["perpetual", "temporary"],
  ["include", "exclude"],
  ["only", "also"],
];
const SWAP = new RegExp(String.raw`(?<![\w-])(?:${SWAPS.map(([from]) => from).join("|")})(?![\w-])`, "gi");
const MODAL = /(?<![\w-])(?:shall|may|must|will|can)(?=\s+(?!not\b)[a-z])/gi;
const NEGATION = /(?<=(?:shall|may|must|will|can|does|do|is|are))\s+not(?![\w-])/gi;
/** A word without which a sentence says something else. */
const DROPPED =
  /(?<![\w-])(?:not|no|only|solely|without|non-commercial|noncommercial|irrevocable|perpetual|worldwide)\s+/gi;
/** Numbers of amounts and times; a number of a section or a version is none. */
const AMOUNT =
  /(?<![\w.,-])(?:\d[\d,]*|thirty|sixty|ninety|fifty)(?=(?:\s*\(\d+\))?\s+(?:days?|months?|years?|million|billion|percent|monthly)\b)/gi;

/** Edits of words and deletions, some of each sort, at random. */
export function wordEdits(base: Base, random: () => number): readonly Edit[] {
  const { text } = base;
  const find = (id: string, pattern: RegExp, to: (word: string) => string): readonly Edit[] =>
    draw(matchesIn(text, pattern), random).map((span, at) => {
      return { id: `${id}-${at}`, span, words: likeCase(text.slice(span.start, span.end), to) };
    });
  return [
    ...find("negate", MODAL, (word) => `${word} not`),
    ...find("unnegate", NEGATION, () => ""),
    ...find("swap", SWAP, (word) => SWAPS.find(([from]) => from === word.toLowerCase())?.[1] ?? word),
    ...find("number", AMOUNT, (word) =>
      /^\d/.test(word) ? String(Number(word.replaceAll(",", "")) * 7 + 1) : "seven",
    ),
    ...find("drop-word", DROPPED, () => ""),
    ...draw(listSentences(base), random).map((span, at) => ({ id: `drop-sentence-${at}`, span, words: "" })),
    ...draw(listParagraphs(base), random).map((span, at) => ({ id: `drop-paragraph-${at}`, span, words: "" })),
  ];
}

/** Places of a pattern in the body. */
function matchesIn(text: string, pattern: RegExp): readonly Span[] {
  return bodyOf(text).flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(pattern)].map(({ 0: word, index }) => {
      return { start: start + index, end: start + index + word.length };
    }),
  );
}

/** Sentences whose loss changes the text: what the template lets be left out is none. */
function listSentences(base: Base): readonly Span[] {
  const all = bodyOf(base.text).flatMap((span) => sentencesOf(base.text, span));
  return all.filter((span) => span.end - span.start >= MIN_SENTENCE && isKept(base, span));
}

function listParagraphs(base: Base): readonly Span[] {
  return bodyOf(base.text).filter((span) => isKept(base, span));
}

/** Whether a stretch has to be there: no optional one, and none behind the end of the terms. */
function isKept({ text, optional }: Base, span: Span): boolean {
  const terms = /END OF TERMS/i.exec(text)?.index ?? text.length;
  return span.start < terms && !optional.some((part) => overlaps(part, span));
}

/** The new word as the old one is written: in capitals or not. */
function likeCase(word: string, to: (word: string) => string): string {
  const changed = to(word);
  return word.length > 1 && word === word.toUpperCase() ? changed.toUpperCase() : changed;
}

function draw(spans: readonly Span[], random: () => number): readonly Span[] {
  const ranked = spans.map((span) => ({ span, rank: random() })).toSorted((a, b) => a.rank - b.rank);
  return ranked
    .slice(0, MOST_EDITS)
    .map(({ span }) => span)
    .toSorted((a, b) => a.start - b.start);
}
