/** Which licences a text could be, by the words that are rare among licences; and how far from each it is at least. */

import type { Fingerprints } from "./fingerprints.ts";

/** A text of the index that may be in the text before us. */
export interface Candidate {
  /** Number of the text in the index. */
  readonly text: number;
  /** Tokens, of both, that no alignment can pair. */
  readonly atLeast: number;
}

/** Finds the candidates for a sequence of token numbers, where -1 is a token of no text; nearest first. */
export type Retrieve = (tokens: Int32Array) => readonly Candidate[];

/** Candidates whose words are counted, by the share of the licence that is there and by the weight that is. */
const MOST_BY_SHARE = 12;
const MOST_BY_WEIGHT = 12;

/** Prepares retrieval; what a licence weighs is summed up when it is first asked. */
export function prepareRetrieval({ texts, starts, rare, spread }: Fingerprints): Retrieve {
  const weightOf = (token: number): number => Math.log((texts.length + 1) / Math.max(1, spread[token] ?? 1));
  let totals: Float64Array | null = null;
  const bags = new Map<number, Bag>();
  const bagOf = (text: number): Bag => {
    const known = bags.get(text);
    if (known !== undefined) return known;
    const bag = countTokens(texts[text]?.tokens ?? []);
    bags.set(text, bag);
    return bag;
  };
  return (tokens) => {
    totals ??= sumWeights(texts.length, { starts, rare }, weightOf);
    const bag = countTokens(tokens);
    const shared = new Float64Array(texts.length);
    for (const token of bag.keys()) {
      const weight = weightOf(token);
      for (let at = starts[token] ?? 0; at < (starts[token + 1] ?? 0); at += 1) {
        const text = rare[at] ?? 0;
        shared[text] = (shared[text] ?? 0) + weight;
      }
    }
    const size = (text: number): number => texts[text]?.tokens.length ?? 0;
    return [...pick(shared, totals)]
      .map((text) => ({ text, atLeast: size(text) + tokens.length - 2 * countShared(bag, bagOf(text)) }))
      .sort((a, b) => a.atLeast - b.atLeast || a.text - b.text);
  };
}

type Bag = ReadonlyMap<number, number>;

function countTokens(tokens: Iterable<number>): Bag {
  const bag = new Map<number, number>();
  for (const token of tokens) bag.set(token, (bag.get(token) ?? 0) + 1);
  return bag;
}

function countShared(a: Bag, b: Bag): number {
  let shared = 0;
  for (const [token, count] of b) shared += Math.min(count, a.get(token) ?? 0);
  return shared;
}

function sumWeights(
  count: number,
  { starts, rare }: Pick<Fingerprints, "starts" | "rare">,
  weightOf: (token: number) => number,
): Float64Array {
  const totals = new Float64Array(count);
  for (let token = 0; token + 1 < starts.length; token += 1) {
    const weight = weightOf(token);
    for (let at = starts[token] ?? 0; at < (starts[token + 1] ?? 0); at += 1) {
      const text = rare[at] ?? 0;
      totals[text] = (totals[text] ?? 0) + weight;
    }
  }
  return totals;
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
