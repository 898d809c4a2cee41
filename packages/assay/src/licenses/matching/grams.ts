/** Runs of tokens of one length, by their hashes. */

/** Hash of a run; who relies on it compares the tokens themselves. */
export function hashGram(sequence: ArrayLike<number>, at: number, length: number): number {
  let hash = 0;
  for (let n = 0; n < length; n += 1) hash = (Math.imul(hash, 0x9e3779b1) + (sequence[at + n] ?? 0) + 1) | 0;
  return hash;
}

/** Where a run stands that is not there, and where one stands that is there more than once. */
export const NOWHERE = -1;
export const REPEATED = -2;

/** A part of a sequence, and the length of the runs in it that are looked for. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** The place of each run between two places of a sequence, by its hash. */
export class Grams {
  readonly #hashes: Int32Array;
  /** One more than the place of the run in the slot, 0 for an empty slot, -1 for a run that is repeated. */
  readonly #places: Int32Array;
  readonly #mask: number;

  constructor(sequence: ArrayLike<number>, { start, end, length }: Stretch) {
    let size = 16;
    while (size < 2 * (end - start)) size *= 2;
    this.#hashes = new Int32Array(size);
    this.#places = new Int32Array(size);
    this.#mask = size - 1;
    for (let at = start; at + length <= end; at += 1) {
      const hash = hashGram(sequence, at, length);
      const slot = this.#slotOf(hash);
      this.#places[slot] = this.#places[slot] === 0 ? at + 1 : -1;
      this.#hashes[slot] = hash;
    }
  }

  /** The place of the run with this hash, {@link NOWHERE} or {@link REPEATED}. */
  placeOf(hash: number): number {
    const place = this.#places[this.#slotOf(hash)] ?? 0;
    if (place === 0) return NOWHERE;
    return place > 0 ? place - 1 : REPEATED;
  }

  /** Pairs of places of the runs that stand once here and once in a part of another sequence, in the order of the other. */
  pairOnce(
    other: ArrayLike<number>,
    { start, end, length }: Stretch,
  ): readonly (readonly [there: number, here: number])[] {
    const theirs = new Int32Array(this.#places.length);
    const met: number[] = [];
    for (let at = start; at + length <= end; at += 1) {
      const slot = this.#slotOf(hashGram(other, at, length));
      if ((this.#places[slot] ?? 0) <= 0) continue;
      if (theirs[slot] === 0) met.push(slot);
      theirs[slot] = theirs[slot] === 0 ? at + 1 : -1;
    }
    return met
      .filter((slot) => (theirs[slot] ?? 0) > 0)
      .map((slot) => [(theirs[slot] ?? 0) - 1, (this.#places[slot] ?? 0) - 1] as const);
  }

  #slotOf(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#places[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }
}
