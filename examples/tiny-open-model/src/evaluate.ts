// SPDX-License-Identifier: Apache-2.0
/** Evaluates the model: `node src/evaluate.ts` reads the weights and the data and prints evaluation/results.json anew. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { countNgrams, findCommonestAnswer } from "./baselines.ts";
import { unspell } from "./numbers.ts";
import { readWith } from "./reader.ts";
import { loadModel } from "./safetensors.ts";
import { type Answer, answerAll, isCorrect, measureError, type Score, score } from "./score.ts";
import { readLines } from "./train.ts";

/** Lengths of the n-grams that serve as baselines: from pairs of letters to as much as half a sentence. */
const NGRAMS = [2, 4, 8, 16];

/** Right answers among the questions of one kind. */
export interface Group {
  readonly group: string;
  readonly sentences: number;
  readonly correct: number;
}

/** Everything that was measured. */
export interface Results {
  readonly model: { readonly evaluation: Score; readonly training: Score };
  readonly baselines: {
    readonly ngrams: readonly (Score & { readonly n: number })[];
    readonly commonest_answer: { readonly answer: string; readonly accuracy: number };
  };
  readonly checkpoints: readonly (Score & { readonly step: number })[];
  readonly groups: readonly Group[];
  /** Wrong answers by how far they are from the right number. */
  readonly errors: {
    readonly by_ten: number;
    readonly by_one: number;
    readonly by_other: number;
    readonly no_number: number;
  };
}

/** Evaluates the weights in the folder on the data in it. */
export function evaluate(folder: string): Results {
  const training = readLines(join(folder, "data", "train.txt"));
  const evaluation = readLines(join(folder, "data", "eval.txt"));
  const model = readWith(loadModel(join(folder, "model.safetensors")));
  const answers = answerAll(model, evaluation);
  return {
    model: { evaluation: score(model, evaluation), training: score(model, training) },
    baselines: {
      ngrams: NGRAMS.map((n) => ({ n, ...score(countNgrams(training, n), evaluation) })),
      commonest_answer: scoreCommonestAnswer(training, evaluation),
    },
    checkpoints: listCheckpoints(folder).map((step) => ({ step, ...scoreCheckpoint(folder, step, evaluation) })),
    groups: groupAnswers(answers),
    errors: sortErrors(answers),
  };
}

function scoreCommonestAnswer(
  training: readonly string[],
  evaluation: readonly string[],
): Results["baselines"]["commonest_answer"] {
  const answer = findCommonestAnswer(training);
  const correct = evaluation.filter((sentence) => sentence.endsWith(` is ${answer}`)).length;
  return { answer, accuracy: correct / evaluation.length };
}

function listCheckpoints(folder: string): number[] {
  const steps = readdirSync(join(folder, "checkpoints")).map((name) => Number(name.replace("step-", "")));
  return steps.sort((a, b) => a - b);
}

function scoreCheckpoint(folder: string, step: number, evaluation: readonly string[]): Score {
  return score(readWith(loadModel(join(folder, "checkpoints", `step-${step}`, "model.safetensors"))), evaluation);
}

/** Where the units add up to ten or more, a one has to be carried to the tens. */
function groupAnswers(answers: readonly Answer[]): Group[] {
  const groups: readonly (readonly [string, (carries: boolean, smallerFirst: boolean) => boolean])[] = [
    ["nothing to carry", (carries) => !carries],
    ["one to carry", (carries) => carries],
    ["smaller number first", (_, smallerFirst) => smallerFirst],
    ["larger number first, or equal", (_, smallerFirst) => !smallerFirst],
  ];
  return groups.map(([group, belongs]) => {
    const members = answers.filter(({ question }) => {
      const [first, second] = readNumbers(question);
      return belongs((first % 10) + (second % 10) >= 10, first < second);
    });
    return { group, sentences: members.length, correct: members.filter(isCorrect).length };
  });
}

function readNumbers(question: string): number[] {
  return question
    .replace(" is ", "")
    .split(" plus ")
    .map((words) => unspell(words) ?? Number.NaN);
}

function sortErrors(answers: readonly Answer[]): Results["errors"] {
  const wrong = answers.filter((answer) => !isCorrect(answer)).map(measureError);
  const count = (distance: number): number =>
    wrong.filter((error) => error !== undefined && Math.abs(error) === distance).length;
  const none = wrong.filter((error) => error === undefined).length;
  const [ten, one] = [count(10), count(1)];
  return { by_ten: ten, by_one: one, by_other: wrong.length - ten - one - none, no_number: none };
}

if (import.meta.main) console.log(JSON.stringify(evaluate(join(import.meta.dirname, "..")), null, 2));
