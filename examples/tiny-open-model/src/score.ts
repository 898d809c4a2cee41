// SPDX-License-Identifier: Apache-2.0
/** The metrics of the evaluation. */

import { log2 } from "./arithmetic.ts";
import { unspell } from "./numbers.ts";
import { complete, type Predictor } from "./reader.ts";
import { decode, encode, STOP } from "./tokenizer.ts";
import { QUESTION_END } from "./train.ts";

/** Longer than any sentence of the data. */
export const LONGEST = 64;

/** How well a predictor does on a set of sentences. */
export interface Score {
  readonly sentences: number;
  /** Answers that are right to the letter. */
  readonly correct: number;
  readonly accuracy: number;
  /** Mean surprise at each character, of the question and of the answer. Less is better. */
  readonly bits_per_character: number;
  /** The same, of the answer's characters alone. */
  readonly answer_bits_per_character: number;
}

/** One question with the right answer and the one that was given. */
export interface Answer {
  readonly question: string;
  readonly expected: string;
  readonly given: string;
}

/** Returns the score of a predictor. */
export function score(predictor: Predictor, sentences: readonly string[]): Score {
  const correct = answerAll(predictor, sentences).filter(isCorrect).length;
  return {
    sentences: sentences.length,
    correct,
    accuracy: correct / sentences.length,
    ...measureBits(predictor, sentences),
  };
}

/** Asks every sentence's question and returns what the predictor answers. */
export function answerAll(predictor: Predictor, sentences: readonly string[]): Answer[] {
  return sentences.map((sentence) => {
    const start = findAnswer(sentence);
    const question = sentence.slice(0, start);
    const given = decode(complete(predictor, encode(question), LONGEST)).slice(start);
    return { question, expected: sentence.slice(start), given };
  });
}

/** Whether the answer is right to the letter. */
export function isCorrect({ expected, given }: Answer): boolean {
  return expected === given;
}

/** Returns the difference of the given number from the right one, or undefined where no number was given. */
export function measureError({ expected, given }: Answer): number | undefined {
  const [right, said] = [expected, given].map((words) => unspell(words.slice(0, -1)));
  return right === undefined || said === undefined ? undefined : said - right;
}

function findAnswer(sentence: string): number {
  return sentence.indexOf(QUESTION_END) + QUESTION_END.length;
}

function measureBits(
  predictor: Predictor,
  sentences: readonly string[],
): Pick<Score, "bits_per_character" | "answer_bits_per_character"> {
  const all = { bits: 0, characters: 0 };
  const answers = { bits: 0, characters: 0 };
  for (const sentence of sentences) {
    const start = findAnswer(sentence);
    const read = predictor();
    let probabilities = read(STOP);
    for (const [at, token] of encode(sentence).entries()) {
      const bits = -log2(probabilities[token]);
      for (const sum of at < start ? [all] : [all, answers]) {
        sum.bits += bits;
        sum.characters += 1;
      }
      probabilities = read(token);
    }
  }
  return {
    bits_per_character: all.bits / all.characters,
    answer_bits_per_character: answers.bits / answers.characters,
  };
}
