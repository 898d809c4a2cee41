// SPDX-License-Identifier: Apache-2.0
/** Trains the model: `node src/train.ts` reads data/train.txt and writes the weights and the checkpoints. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Backpropagation, type Lesson } from "./backward.ts";
import { createModel, type Model } from "./model.ts";
import { Adam, type AdamSettings } from "./optimizer.ts";
import { createRandom, shuffle } from "./random.ts";
import { saveModel } from "./safetensors.ts";
import { ALPHABET, encode, STOP } from "./tokenizer.ts";

/** The hyperparameters, as train-config.json has them. */
export interface TrainConfig extends AdamSettings {
  readonly seed: number;
  readonly hidden_size: number;
  readonly initial_gate: number;
  readonly epochs: number;
  readonly batch_size: number;
  /** At the first step; it falls evenly to 0 at the last. */
  readonly learning_rate: number;
  /** How much a character before the answer counts; one of the answer counts 1. */
  readonly prompt_weight: number;
  /** How many checkpoints are kept on the way. */
  readonly checkpoints: number;
}

/** Is told of the model after a step, at every checkpoint and at the end. */
export type Keep = (model: Model, step: number) => void;

/** Words behind which the answer begins. */
export const QUESTION_END = " is ";

/** Returns how many steps the training takes. */
export function countSteps(sentences: readonly string[], config: TrainConfig): number {
  return config.epochs * Math.floor(sentences.length / config.batch_size);
}

/** Trains a new model on the sentences and returns it. */
export function train(sentences: readonly string[], config: TrainConfig, keep: Keep): Model {
  const random = createRandom(config.seed);
  const sizes = { vocabulary: ALPHABET.length, hidden: config.hidden_size };
  const model = createModel(sizes, { random, initialGate: config.initial_gate });
  const lessons = sentences.map((sentence) => toLesson(sentence, config.prompt_weight));
  const backpropagation = new Backpropagation(model);
  const optimizer = new Adam(model, config);
  const steps = countSteps(sentences, config);
  const interval = Math.floor(steps / (config.checkpoints + 1));
  let step = 0;
  for (let epoch = 0; epoch < config.epochs; epoch++) {
    for (const batch of divide(shuffle(lessons, random), config.batch_size)) {
      for (const lesson of batch) backpropagation.add(lesson);
      optimizer.update(backpropagation.gradient, config.learning_rate * (1 - step / steps));
      step += 1;
      if (step % interval === 0 && step < interval * (config.checkpoints + 1)) keep(model, step);
    }
  }
  keep(model, step);
  return model;
}

/** Every character is to be foretold from those before it; the first from the full stop that ends the sentence before. */
function toLesson(sentence: string, promptWeight: number): Lesson {
  const targets = encode(sentence);
  const answer = sentence.indexOf(QUESTION_END) + QUESTION_END.length;
  const weights = targets.map((_, at) => (at < answer ? promptWeight : 1));
  return { inputs: [STOP, ...targets.slice(0, -1)], targets, weights };
}

/** Full batches; what is left over waits for the next epoch, which has another order. */
function divide<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.floor(items.length / size);
  return Array.from({ length: count }, (_, batch) => items.slice(batch * size, (batch + 1) * size));
}

/** Returns the lines of a data file. */
export function readLines(path: string): string[] {
  return readFileSync(path, "utf8").trimEnd().split("\n");
}

/** Returns the hyperparameters. */
export function readConfig(folder: string): TrainConfig {
  return JSON.parse(readFileSync(join(folder, "train-config.json"), "utf8"));
}

/** Where the weights of a step lie: the last in model.safetensors, those before in checkpoints/. */
export function locateWeights(step: number, steps: number): string {
  return step === steps ? "model.safetensors" : join("checkpoints", `step-${step}`, "model.safetensors");
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, "..");
  const sentences = readLines(join(folder, "data", "train.txt"));
  const config = readConfig(folder);
  const steps = countSteps(sentences, config);
  train(sentences, config, (model, step) => saveModel(join(folder, locateWeights(step, steps)), model));
}
