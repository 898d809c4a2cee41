// SPDX-License-Identifier: Apache-2.0
/** What the model is held against: predictors that count what they saw and do not compute. */

import type { Predictor } from "./reader.ts";
import { ALPHABET, decode, encode, STOP } from "./tokenizer.ts";
import { QUESTION_END } from "./train.ts";

/**
 * Returns an n-gram model: how often each character followed the last n − 1, mixed with what the shorter n-gram says
 * in the proportion of one further observation.
 */
export function countNgrams(sentences: readonly string[], n: number): Predictor {
  const counts = new Map<string, number[]>();
  for (const sentence of sentences) {
    const text = decode([STOP, ...encode(sentence)]);
    for (let at = 1; at < text.length; at++) countContexts(counts, text.slice(0, at), { n, next: text[at] });
  }
  return () => {
    let text = "";
    return (token) => {
      text += ALPHABET[token];
      return mix(counts, text, n);
    };
  };
}

function countContexts(counts: Map<string, number[]>, text: string, { n, next }: { n: number; next: string }): void {
  for (let length = 0; length < n && length <= text.length; length++) {
    const context = text.slice(text.length - length);
    const row = counts.get(context) ?? Array.from(ALPHABET, () => 0);
    row[ALPHABET.indexOf(next)] += 1;
    counts.set(context, row);
  }
}

function mix(counts: ReadonlyMap<string, number[]>, text: string, n: number): number[] {
  let probabilities = Array.from(ALPHABET, () => 1 / ALPHABET.length);
  for (let length = 0; length < n && length <= text.length; length++) {
    const row = counts.get(text.slice(text.length - length));
    if (row === undefined) break;
    const total = row.reduce((sum, count) => sum + count, 0);
    probabilities = row.map((count, token) => (count + probabilities[token]) / (total + 1));
  }
  return probabilities;
}

/** Returns the answer that most training sentences have. */
export function findCommonestAnswer(sentences: readonly string[]): string {
  const counts = new Map<string, number>();
  let commonest = "";
  for (const sentence of sentences) {
    const answer = sentence.slice(sentence.indexOf(QUESTION_END) + QUESTION_END.length);
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
    if ((counts.get(answer) ?? 0) > (counts.get(commonest) ?? 0)) commonest = answer;
  }
  return commonest;
}
