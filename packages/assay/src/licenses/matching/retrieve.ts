/** Which licences a text could be, by the words that are rare among licences; and how far from each it is at least. */

import type { Fingerprints, SharedBody } from "./fingerprints.ts";

/** A body of the index that may be in the text before us. */
export interface Candidate {
  readonly body: SharedBody;
  /** Tokens, of both, that no alignment can pair. */
  readonly atLeast: number;
}

/** Finds the candidates for a sequence of token numbers, where -1 is a token of no text; nearest first. */
export type Retrieve = (tokens: Int32Array) => readonly Candidate[];

/** Candidates whose words are counted, by the share of the licence that is there and by the weight that is. */
const MOST_BY_SHARE = 12;
const MOST_BY_WEIGHT = 12;

/** Prepares retrieval; what a licence weighs is summed up when it is first asked. */
export function prepareRetrieval(index: Fingerprints): Retrieve {
  const { spread, bodyAt } = index;
  let weights: Weights | null = null;
  const counts = new Int32Array(spread.length);
  return (tokens) => {
    weights ??= sumWeights(index);
    const shared = weighShared(index, weights, { tokens, counts });
    const found = [...pick(shared, weights.ofBody)].map((at) => {
      const body = bodyAt(at);
      return { body, at, atLeast: body.tokens.length + tokens.length - 2 * countShared(counts, body.tokens) };
    });
    for (const token of tokens) counts[token] = 0;
    return found.sort((a, b) => a.atLeast - b.atLeast || a.at - b.at);
  };
}

interface Counted {
  readonly tokens: Int32Array;
  /** How often each token stands in the text: 0 before. */
  readonly counts: Int32Array;
}

/** For each body the weight of the rare tokens that the text has too. */
function weighShared(
  { size, starts, rare }: Fingerprints,
  { ofToken }: Weights,
  { tokens, counts }: Counted,
): Float64Array {
  const shared = new Float64Array(size);
  for (const token of tokens) {
    if (token < 0) continue;
    const count = (counts[token] ?? 0) + 1;
    counts[token] = count;
    if (count > 1) continue;
    const [end, weight] = [starts[token + 1] ?? 0, ofToken[token] ?? 0];
    for (let at = starts[token] ?? 0; at < end; at += 1) {
      const body = rare[at] ?? 0;
      shared[body] = (shared[body] ?? 0) + weight;
    }
  }
  return shared;
}

/** Tokens of a licence that are among those counted, each as often as it is in both; the counts stay as they are. */
function countShared(counts: Int32Array, tokens: Uint16Array): number {
  let shared = 0;
  for (const token of tokens) {
    const left = (counts[token] ?? 0) - 1;
    counts[token] = left;
    if (left >= 0) shared += 1;
  }
  for (const token of tokens) counts[token] = (counts[token] ?? 0) + 1;
  return shared;
}

interface Weights {
  readonly ofToken: Float64Array;
  readonly ofBody: Float64Array;
}

function sumWeights({ size, starts, rare, spread }: Fingerprints): Weights {
  const ofToken = Float64Array.from(spread, (count) => Math.log((size + 1) / Math.max(1, count)));
  const ofBody = new Float64Array(size);
  for (const [token, weight] of ofToken.entries()) {
    for (let at = starts[token] ?? 0; at < (starts[token + 1] ?? 0); at += 1) {
      const body = rare[at] ?? 0;
      ofBody[body] = (ofBody[body] ?? 0) + weight;
    }
  }
  return { ofToken, ofBody };
}

function pick(shared: Float64Array, totals: Float64Array): ReadonlySet<number> {
  const shares = shared.map((weight, text) => weight / (totals[text] ?? 1));
  return new Set([...pickHighest(shares, MOST_BY_SHARE), ...pickHighest(shared, MOST_BY_WEIGHT)]);
}

/** Places of the highest numbers above 0, highest first; of equal ones the first. */
function pickHighest(numbers: Float64Array, most: number): readonly number[] {
  const best: number[] = [];
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    if (number <= 0 || (best.length === most && number <= (numbers[best[most - 1] ?? 0] ?? 0))) continue;
    const place = best.findIndex((other) => (numbers[other] ?? 0) < number);
    best.splice(place < 0 ? best.length : place, 0, at);
    if (best.length > most) best.pop();
  }
  return best;
}
