/** One-way hashes of words: an index holds these and no words. */

/**
 * Two unsigned 32-bit halves of a hash of a word's UTF-16 units: murmur-style mixing of two lanes, from which no word can be
 * read back. Not for secrets.
 */
export function hashWord(word: string): readonly [high: number, low: number] {
  let [a, b] = [SEED_A, SEED_B];
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    a = Math.imul(a ^ unit, STEP_A);
    b = Math.imul(b ^ unit, STEP_B);
  }
  return [finishHigh(a, b), finishLow(a, b)];
}

/** A start of the lanes and a step of each; `finishHigh` and `finishLow` end it. For who walks over a text by itself. */
export const SEED_A = 0xdeadbeef;
export const SEED_B = 0x41c6ce57;
export const STEP_A = 2654435761;
export const STEP_B = 1597334677;

/** The upper half, of both lanes. */
export function finishHigh(a: number, b: number): number {
  return (
    (Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(finishLow(a, b) ^ (finishLow(a, b) >>> 13), 3266489909)) >>> 0
  );
}

/** The lower half, of both lanes. */
export function finishLow(a: number, b: number): number {
  return (Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)) >>> 0;
}
