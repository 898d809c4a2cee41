/** Where in a long text a licence could stand. */

import { Grams, hashGram } from "./grams.ts";
import type { Part } from "./reading.ts";

/** Tokens of a run by which the place is found, and how far apart diagonals may be that count as one place. */
const GRAM = 4;
const BUCKET = 32;

/** The stretch of the text in which most runs of the licence stand at the same distance; null where hardly any stands. */
export function findPart(text: Int32Array, licence: Uint16Array, part: Part): Part | null {
  const places = new Grams(licence, { start: 0, end: licence.length, length: GRAM });
  const buckets = new Map<number, number>();
  for (let at = part.from; at + GRAM <= part.to; at += 1) {
    const place = places.placeOf(hashGram(text, at, GRAM));
    if (place < 0) continue;
    const bucket = Math.floor((at - place) / BUCKET);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
  }
  let [best, most] = [0, 0];
  for (const [bucket, count] of buckets) {
    const around = count + (buckets.get(bucket + 1) ?? 0);
    if (around > most) [best, most] = [bucket, around];
  }
  if (most < Math.max(2, licence.length / 16)) return null;
  return trim({ text, places, part, start: best * BUCKET, length: licence.length });
}

interface Window {
  readonly text: Int32Array;
  readonly places: Grams;
  readonly part: Part;
  readonly start: number;
  readonly length: number;
}

/** A run of the licence in the text. */
interface Hit {
  readonly at: number;
  readonly place: number;
}

/** From the first run of the licence in the window to the last; of a long one, runs that stand alone are met by chance. */
function trim({ text, places, part, start, length }: Window): Part | null {
  const slack = BUCKET * 2 + Math.floor(length / 4);
  const [from, to] = [Math.max(part.from, start - slack), Math.min(part.to, start + length + slack)];
  const hits: Hit[] = [];
  for (let at = from; at + GRAM <= to; at += 1) {
    const place = places.placeOf(hashGram(text, at, GRAM));
    if (place >= 0 && Math.abs(at - place - start) <= slack) hits.push({ at, place });
  }
  const placeAt = new Map(hits.map(({ at, place }) => [at, place]));
  const isFirm = (hit: Hit): boolean => length < LONG || goesOn(hit, placeAt);
  const [first, last] = [hits.find(isFirm), hits.findLast(isFirm)];
  if (first === undefined || last === undefined) return null;
  return {
    from: Math.max(from, first.at - Math.min(first.place, GRAM)),
    to: Math.min(to, last.at + GRAM + Math.min(length - last.place - GRAM, GRAM)),
  };
}

/** Tokens of a licence in which runs that stand alone are not its own. */
const LONG = 100;

/** Tokens from one run to another of the same stretch. */
const DISTANCES: readonly number[] = Array.from({ length: 9 }, (_, n) => GRAM + n).flatMap((far) => [far, -far]);

/** Whether another run of the licence stands before or behind, as far off as in the licence. */
function goesOn({ at, place }: Hit, placeAt: ReadonlyMap<number, number>): boolean {
  return DISTANCES.some((far) => placeAt.get(at + far) === place + far);
}
