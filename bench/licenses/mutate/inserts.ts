/** Places at which a sentence is put into a licence. */

import { CLAUSES, type Clause } from "./clauses.ts";
import type { Edit } from "./mutation.ts";
import { pick } from "./random.ts";
import { type Base, bodyOf, copyrightLines, sentencesOf } from "./text.ts";

/** Most places of one sort in one text: a long licence has a hundred paragraphs that are alike. */
const MOST_PLACES = 10;
const END_OF_TERMS = /END OF TERMS[^\n]*/i;

/** A place, and what has to stand before and behind the sentence there. */
interface Place {
  readonly id: string;
  readonly at: number;
  readonly before: string;
  readonly behind: string;
}

/** Insertions of a random clause at every sort of place that the text has. */
export function insertions(base: Base, random: () => number): readonly Edit[] {
  return listPlaces(base, random).map(({ id, at, before, behind }) => {
    const clause = pick(CLAUSES, random) as Clause;
    return { id: `insert-${id}-${clause.id}`, span: { start: at, end: at }, words: before + clause.text + behind };
  });
}

function listPlaces(base: Base, random: () => number): readonly Place[] {
  const { text } = base;
  const terms = END_OF_TERMS.exec(text);
  return [
    { id: "start", at: 0, before: "", behind: "\n\n" },
    { id: "end", at: text.trimEnd().length, before: "\n\n", behind: "" },
    { id: "end-of-line", at: text.trimEnd().length, before: " ", behind: "" },
    ...(terms === null ? [] : [paragraphAt("after-terms", terms.index + terms[0].trimEnd().length)]),
    ...copyrightLines(text)
      .slice(0, 2)
      .map(({ end }, at) => ({ id: `copyright-${at}`, at: end, before: ". ", behind: "" })),
    ...draw(
      bodyOf(text).map(({ end }, at) => paragraphAt(`paragraph-${at}`, end)),
      random,
    ),
    ...draw(listSentenceEnds(base), random),
    ...draw(listMiddles(base), random),
    ...draw(
      base.optional.flatMap(({ start, end }, at) => inside(text, { id: `optional-${at}`, start, end })),
      random,
    ),
  ];
}

function paragraphAt(id: string, at: number): Place {
  return { id, at, before: "\n\n", behind: "" };
}

/** After a sentence inside a paragraph. */
function listSentenceEnds({ text }: Base): readonly Place[] {
  const ends = bodyOf(text).flatMap((span) => sentencesOf(text, span).slice(0, -1));
  return ends.map(({ end }, at) => ({ id: `sentence-${at}`, at: end, before: " ", behind: "" }));
}

/** Inside a sentence, between two of its words. */
function listMiddles({ text }: Base): readonly Place[] {
  const sentences = bodyOf(text).flatMap((span) => sentencesOf(text, span));
  return sentences.flatMap(({ start, end }, at) => inside(text, { id: `middle-${at}`, start, end }));
}

/** The space nearest behind the middle of a stretch; none where there is no space. */
function inside(text: string, { id, start, end }: { id: string; start: number; end: number }): readonly Place[] {
  const middle = start + Math.floor((end - start) / 2);
  const space = /[a-z,](?=\s+[a-z])/i.exec(text.slice(middle, end));
  return space === null ? [] : [{ id, at: middle + space.index + 1, before: " ", behind: "" }];
}

/** Some of the places, at random, in their order. */
function draw(places: readonly Place[], random: () => number): readonly Place[] {
  const ranked = places.map((place) => ({ place, rank: random() })).toSorted((a, b) => a.rank - b.rank);
  const drawn = new Set(ranked.slice(0, MOST_PLACES).map(({ place }) => place));
  return places.filter((place) => drawn.has(place));
}
