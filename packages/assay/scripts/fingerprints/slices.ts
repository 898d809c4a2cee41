/** Packs sequences by what they have in common: licences are made from each other. */

import { hashGram } from "../../src/licenses/matching/grams.ts";

/** A run of tokens in the pool. */
export interface Slice {
  readonly start: number;
  readonly length: number;
}

/** All sequences, as slices of one pool of tokens. */
export interface Sliced {
  readonly pool: readonly number[];
  readonly slices: readonly (readonly Slice[])[];
}

/** Shorter runs are written again: a slice takes as much room as three tokens, and more time. */
const SHORTEST = 10;

/** Tokens by which a run is looked for, and places of them that are tried. */
const GRAM = 4;
const MOST_PLACES = 200;

/** Puts each sequence together from runs of those before it, and from what it alone has. */
export function sliceSequences(sequences: readonly (readonly number[])[]): Sliced {
  const pool: number[] = [];
  const places = new Map<number, number[]>();
  let indexed = 0;
  const slices = sequences.map((sequence) => {
    const known = { pool: pool.slice(), places };
    const found = sliceOne(sequence, known, pool);
    for (; indexed + GRAM <= pool.length; indexed += 1) {
      const gram = hashGram(pool, indexed, GRAM);
      places.set(gram, [...(places.get(gram) ?? []), indexed]);
    }
    return found;
  });
  return { pool, slices };
}

interface Known {
  readonly pool: readonly number[];
  readonly places: ReadonlyMap<number, readonly number[]>;
}

function sliceOne(sequence: readonly number[], known: Known, pool: number[]): readonly Slice[] {
  const slices: Slice[] = [];
  let own = pool.length;
  const close = (): void => {
    if (pool.length > own) slices.push({ start: own, length: pool.length - own });
    own = pool.length;
  };
  for (let at = 0; at < sequence.length; ) {
    const run = findLongest(sequence, at, known);
    if (run.length >= SHORTEST) {
      close();
      slices.push(run);
      at += run.length;
    } else {
      pool.push(sequence[at] ?? 0);
      at += 1;
    }
  }
  close();
  return slices;
}

function findLongest(sequence: readonly number[], at: number, { pool, places }: Known): Slice {
  let best: Slice = { start: 0, length: 0 };
  for (const start of places.get(hashGram(sequence, at, GRAM))?.slice(0, MOST_PLACES) ?? []) {
    let length = 0;
    while (
      start + length < pool.length &&
      at + length < sequence.length &&
      pool[start + length] === sequence[at + length]
    )
      length += 1;
    if (length > best.length) best = { start, length };
  }
  return best;
}
