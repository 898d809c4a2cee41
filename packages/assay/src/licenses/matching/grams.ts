/** Runs of tokens of one length, by their hashes. */

/** Hash of a run; who relies on it compares the tokens themselves. */
export function hashGram(sequence: ArrayLike<number>, at: number, length: number): number {
  let hash = 0;
  for (let n = 0; n < length; n += 1) hash = (Math.imul(hash, 0x9e3779b1) + (sequence[at + n] ?? 0) + 1) | 0;
  return hash;
}

/** First place of each run between two places by its hash; -1 where it stands more than once. */
export function placeGrams(
  sequence: ArrayLike<number>,
  { start, end, length }: { readonly start: number; readonly end: number; readonly length: number },
): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (let at = start; at + length <= end; at += 1) {
    const hash = hashGram(sequence, at, length);
    places.set(hash, places.has(hash) ? -1 : at);
  }
  return places;
}
