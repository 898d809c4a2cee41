/** Words that left one place of a text and stand at another: neither gone nor new. */

import { hashGram } from "../matching/grams.ts";

/** A stretch of tokens in which two texts differ; ends are exclusive. */
export interface Stretch {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** Tokens in a row by which a moved stretch is known, and which it has at least: fewer are equal by chance. */
export const SHORTEST_MOVE = 12;

/** What moved, from where to where. */
export interface Moves {
  readonly moved: readonly Stretch[];
  /** 1 for each token of a text that moved. */
  readonly taken: { readonly a: Uint8Array; readonly b: Uint8Array };
}

type Sequence = ArrayLike<number>;

/** Looks for words of the older text's stretches in those of the newer one. Linear in their length. */
export function findMoves(a: Sequence, b: Sequence, stretches: readonly Stretch[]): Moves {
  const places = placeAll(b, stretches);
  const taken = { a: new Uint8Array(a.length), b: new Uint8Array(b.length) };
  const texts: Texts = { a, b, taken: taken.b };
  const moved: Stretch[] = [];
  for (const { a: from, aEnd } of stretches) {
    for (let at = from; at + SHORTEST_MOVE <= aEnd; ) {
      const place = places.get(hashGram(a, at, SHORTEST_MOVE));
      const length = place === undefined ? 0 : countEqual(texts, place, { at, end: aEnd });
      if (place !== undefined && length >= SHORTEST_MOVE) {
        moved.push({ a: at, aEnd: at + length, b: place.at, bEnd: place.at + length });
        taken.a.fill(1, at, at + length);
        taken.b.fill(1, place.at, place.at + length);
      }
      at += length >= SHORTEST_MOVE ? length : 1;
    }
  }
  return { moved, taken };
}

interface Texts {
  readonly a: Sequence;
  readonly b: Sequence;
  /** 1 for each token of the newer text that already has its old place. */
  readonly taken: Uint8Array;
}

/** How many tokens are equal from two places on, within their stretches. */
function countEqual({ a, b, taken }: Texts, place: Place, { at, end }: Place): number {
  const most = Math.min(end - at, place.end - place.at);
  let length = 0;
  while (length < most && a[at + length] === b[place.at + length] && taken[place.at + length] === 0) length += 1;
  return length;
}

interface Place {
  readonly at: number;
  /** End of the stretch. */
  readonly end: number;
}

/** Where each run of the newer text's stretches stands; a run that stands more than once is nobody's new place. */
function placeAll(b: Sequence, stretches: readonly Stretch[]): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  for (const { b: from, bEnd: end } of stretches) {
    for (let at = from; at + SHORTEST_MOVE <= end; at += 1) {
      const hash = hashGram(b, at, SHORTEST_MOVE);
      places.set(hash, places.has(hash) ? { at: end, end } : { at, end });
    }
  }
  return places;
}

/** What is left of a stretch without the tokens that moved; where nothing of it moved, the stretch. */
export function cutOut(
  stretch: Stretch,
  taken: { readonly a: Uint8Array; readonly b: Uint8Array },
): readonly Stretch[] {
  const [gone, come] = [leftOf(taken.a, stretch.a, stretch.aEnd), leftOf(taken.b, stretch.b, stretch.bEnd)];
  const isWhole = [...gone, ...come].reduce((sum, [from, to]) => sum + to - from, 0) === lengthOf(stretch);
  if (isWhole) return [stretch];
  return [
    ...gone.map(([a, aEnd]) => ({ a, aEnd, b: stretch.b, bEnd: stretch.b })),
    ...come.map(([b, bEnd]) => ({ a: stretch.aEnd, aEnd: stretch.aEnd, b, bEnd })),
  ];
}

function lengthOf({ a, aEnd, b, bEnd }: Stretch): number {
  return aEnd - a + bEnd - b;
}

function leftOf(taken: Uint8Array, from: number, to: number): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  for (let at = from; at < to; at += 1) {
    if (taken[at] === 1) continue;
    let end = at;
    while (end < to && taken[end] !== 1) end += 1;
    parts.push([at, end]);
    at = end;
  }
  return parts;
}
