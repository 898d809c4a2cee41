// SPDX-License-Identifier: Apache-2.0
/**
 * The architecture: a recurrent network with one gate.
 *
 * The model reads a text character by character and keeps a state, a short list of numbers between −1 and 1. Every
 * character changes it:
 *
 *     gate      = sigmoid(gate.embedding[character]      + state × gate.recurrence)
 *     candidate = tanh(candidate.embedding[character]    + state × candidate.recurrence)
 *     state     = state + gate · (candidate − state)
 *
 * Where the gate is closed (near 0) the state remembers; where it is open (near 1) the state takes the candidate.
 * From the new state the model tells how likely each character is to come next:
 *
 *     probabilities = softmax(output.bias + state × output.weight)
 *
 * It is a gated recurrent unit (Cho et al. 2014) without the reset gate.
 */

import { exp, sigmoid, tanh } from "./arithmetic.ts";
import type { Random } from "./random.ts";
import { addProduct, addRow, type Vector, type Weights } from "./tensors.ts";

/** Sizes of the model. */
export interface Sizes {
  readonly vocabulary: number;
  readonly hidden: number;
}

/** Names of the weights, as the weights file has them. */
export const TENSORS = [
  "gate.embedding",
  "gate.recurrence",
  "candidate.embedding",
  "candidate.recurrence",
  "output.weight",
  "output.bias",
] as const;

/** Name of one tensor. */
export type TensorName = (typeof TENSORS)[number];

/** A model: its sizes and its weights. */
export interface Model {
  readonly sizes: Sizes;
  readonly tensors: Readonly<Record<TensorName, Weights>>;
}

/** Returns the shape of every tensor: rows, then columns. */
export function listShapes({ vocabulary, hidden }: Sizes): Readonly<Record<TensorName, readonly number[]>> {
  return {
    "gate.embedding": [vocabulary, hidden],
    "gate.recurrence": [hidden, hidden],
    "candidate.embedding": [vocabulary, hidden],
    "candidate.recurrence": [hidden, hidden],
    "output.weight": [hidden, vocabulary],
    "output.bias": [vocabulary],
  };
}

/** Returns how many weights a model of these sizes has. */
export function countWeights(sizes: Sizes): number {
  return Object.values(listShapes(sizes))
    .map((shape) => shape.reduce((product, side) => product * side, 1))
    .reduce((sum, count) => sum + count, 0);
}

/** How a new model starts. */
export interface Start {
  readonly random: Random;
  /** What every gate adds up to at first; below 0 it starts nearly closed, so the state starts as a memory. */
  readonly initialGate: number;
}

/** Returns a model that has learned nothing: small random weights. */
export function createModel(sizes: Sizes, { random, initialGate }: Start): Model {
  const { vocabulary, hidden } = sizes;
  const spread = 1.5 / Math.sqrt(hidden);
  const draw = (count: number, width: number, middle = 0): Weights =>
    Float32Array.from({ length: count }, () => middle + width * (2 * random() - 1));
  const tensors = {
    "gate.embedding": draw(vocabulary * hidden, 0.5, initialGate),
    "gate.recurrence": draw(hidden * hidden, spread),
    "candidate.embedding": draw(vocabulary * hidden, 0.5),
    "candidate.recurrence": draw(hidden * hidden, spread),
    "output.weight": draw(hidden * vocabulary, spread),
    "output.bias": new Float32Array(vocabulary),
  };
  return { sizes, tensors };
}

/** What happened when the model read one character. Training needs all of it, inference the last two. */
export interface Step {
  readonly gate: Vector;
  readonly candidate: Vector;
  readonly state: Vector;
  readonly probabilities: Vector;
}

/** Returns an empty step to write into. Its state, all 0, is the one in which every text starts. */
export function createStep({ vocabulary, hidden }: Sizes): Step {
  return {
    gate: new Float64Array(hidden),
    candidate: new Float64Array(hidden),
    state: new Float64Array(hidden),
    probabilities: new Float64Array(vocabulary),
  };
}

/** Reads one character in the state `before` and writes what happens into `step`. */
export function forward(model: Model, token: number, flow: { readonly before: Vector; readonly step: Step }): void {
  const { tensors } = model;
  const { before, step } = flow;
  const { gate, candidate, state, probabilities } = step;

  gate.fill(0);
  addRow(gate, token, tensors["gate.embedding"]);
  addProduct(gate, before, tensors["gate.recurrence"]);

  candidate.fill(0);
  addRow(candidate, token, tensors["candidate.embedding"]);
  addProduct(candidate, before, tensors["candidate.recurrence"]);

  for (let i = 0; i < state.length; i++) {
    gate[i] = sigmoid(gate[i]);
    candidate[i] = tanh(candidate[i]);
    state[i] = before[i] + gate[i] * (candidate[i] - before[i]);
  }

  probabilities.fill(0);
  addRow(probabilities, 0, tensors["output.bias"]);
  addProduct(probabilities, state, tensors["output.weight"]);
  softmax(probabilities);
}

/** Turns scores into probabilities that sum up to 1. */
function softmax(scores: Vector): void {
  let highest = scores[0];
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    scores[i] = exp(scores[i] - highest);
    sum += scores[i];
  }
  for (let i = 0; i < scores.length; i++) scores[i] /= sum;
}
