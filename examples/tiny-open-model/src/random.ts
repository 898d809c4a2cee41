// SPDX-License-Identifier: Apache-2.0
/** Numbers that look random and are the same in every run: Marsaglia's xorshift generator (2003) on 32-bit integers. */

/** Returns the next number, from 0 up to but not including 1. */
export type Random = () => number;

/** Returns a generator that starts from the seed, any integer but 0. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

/** Returns the items in a new order (Fisher and Yates). */
export function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[chosen]] = [shuffled[chosen], shuffled[last]];
  }
  return shuffled;
}
