// SPDX-License-Identifier: Apache-2.0
/** Anything that reads a text and foretells its next character: the model, and the baselines it is held against. */

import { createStep, forward, type Model } from "./model.ts";
import { STOP } from "./tokenizer.ts";

/** Reads one character and returns how likely each is to come next, valid until the next call. */
export type Reader = (token: number) => ArrayLike<number>;

/** Starts to read a new text. */
export type Predictor = () => Reader;

/** Returns the model as a predictor. */
export function readWith(model: Model): Predictor {
  return () => {
    let before = createStep(model.sizes);
    let step = createStep(model.sizes);
    return (token) => {
      [before, step] = [step, before];
      forward(model, token, { before: before.state, step });
      return step.probabilities;
    };
  };
}

/** Returns the prompt, continued with the likeliest character each time, until the sentence ends or is too long. */
export function complete(predictor: Predictor, prompt: readonly number[], longest: number): number[] {
  const read = predictor();
  let probabilities = read(STOP);
  const tokens: number[] = [];
  while (tokens.length < longest) {
    const token = prompt[tokens.length] ?? findLikeliest(probabilities);
    tokens.push(token);
    if (token === STOP && tokens.length >= prompt.length) break;
    probabilities = read(token);
  }
  return tokens;
}

function findLikeliest(probabilities: ArrayLike<number>): number {
  let likeliest = 0;
  for (let token = 1; token < probabilities.length; token++) {
    if (probabilities[token] > probabilities[likeliest]) likeliest = token;
  }
  return likeliest;
}
