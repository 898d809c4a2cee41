// SPDX-License-Identifier: Apache-2.0
/** The tables of the documents, in Markdown. */

import type { Results } from "./evaluate.ts";
import { listShapes, type Sizes } from "./model.ts";
import { type Answer, isCorrect, type Score } from "./score.ts";
import type { TrainConfig } from "./train.ts";

/** Returns a share as a percentage with one digit behind the point. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Returns a table; columns whose head ends in ":" hold numbers and are set to the right. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const names = head.map((name) => name.replace(/:$/, ""));
  const rule = head.map((name) => (name.endsWith(":") ? "---:" : "---"));
  return [names, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Returns the model beside its baselines. */
export function formatResults({ model, baselines }: Results): string {
  const { answer, accuracy } = baselines.commonest_answer;
  return formatTable(
    ["predictor", "right answers:", "bits per character:", "of the answer:"],
    [
      ["**tiny-open-model**", ...formatScore(model.evaluation)],
      ...baselines.ngrams.map((ngram) => [`${ngram.n}-gram of characters`, ...formatScore(ngram)]),
      [`always "${answer}"`, percent(accuracy), "–", "–"],
    ],
  );
}

function formatScore({ accuracy, bits_per_character, answer_bits_per_character }: Score): string[] {
  return [percent(accuracy), bits_per_character.toFixed(3), answer_bits_per_character.toFixed(3)];
}

/** Returns how the checkpoints do, the final weights last. */
export function formatCheckpoints({ checkpoints, model }: Results, steps: number): string {
  return formatTable(
    ["step:", "right answers:", "bits per character:", "of the answer:"],
    [...checkpoints, { step: steps, ...model.evaluation }].map((row) => [String(row.step), ...formatScore(row)]),
  );
}

/** Returns right answers by kind of sum. */
export function formatGroups({ groups }: Results): string {
  return formatTable(
    ["sums with", "sentences:", "right answers:"],
    groups.map(({ group, sentences, correct }) => [group, String(sentences), percent(correct / sentences)]),
  );
}

/** Returns wrong answers by their distance from the right number. */
export function formatErrors({ errors }: Results): string {
  return formatTable(
    ["the answer", "sentences:"],
    [
      ["is off by ten", String(errors.by_ten)],
      ["is off by one", String(errors.by_one)],
      ["is off by another number", String(errors.by_other)],
      ["spells no number", String(errors.no_number)],
    ],
  );
}

/** Returns the tensors of the model. */
export function formatShapes(sizes: Sizes): string {
  const symbols = ["Eg", "Ug", "Ec", "Uc", "W", "b"];
  return formatTable(
    ["symbol", "tensor", "shape"],
    Object.entries(listShapes(sizes)).map(([name, shape], at) => [
      `\`${symbols[at]}\``,
      `\`${name}\``,
      shape.join(" × "),
    ]),
  );
}

/** Returns the hyperparameters. */
export function formatSettings(config: TrainConfig): string {
  const rows = Object.entries(config).map(([name, value]) => [`\`${name}\``, String(value)]);
  return formatTable(["setting", "value:"], rows);
}

/** Returns questions with what was answered. */
export function formatAnswers(answers: readonly Answer[]): string {
  return formatTable(
    ["question", "answer", "right"],
    answers.map((answer) => [
      answer.question.trim(),
      answer.given,
      isCorrect(answer) ? "yes" : `no: ${answer.expected}`,
    ]),
  );
}
