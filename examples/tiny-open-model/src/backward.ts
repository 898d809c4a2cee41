// SPDX-License-Identifier: Apache-2.0
/** The gradient by hand: backpropagation through time, one sentence at a time. */

import { createStep, forward, type Model, type Step, TENSORS, type TensorName } from "./model.ts";
import { returnProduct, returnRow, type Vector } from "./tensors.ts";

/** For every weight, how the loss changes with it. */
export type Gradient = Readonly<Record<TensorName, Vector>>;

/** Returns a gradient of zeros. */
export function createGradient({ tensors }: Model): Gradient {
  const zeros = TENSORS.map((name) => [name, new Float64Array(tensors[name].length)]);
  return Object.fromEntries(zeros) as Gradient;
}

/** A sentence to learn: what is read, what should come next each time, and how much each of these counts. */
export interface Lesson {
  readonly inputs: readonly number[];
  readonly targets: readonly number[];
  readonly weights: readonly number[];
}

/** Learns sentences by adding up the gradient of their loss, the cross-entropy of the character that comes next. */
export class Backpropagation {
  readonly gradient: Gradient;
  readonly #model: Model;
  readonly #start: Step;
  readonly #steps: Step[] = [];
  readonly #gateError: Vector;
  readonly #candidateError: Vector;
  readonly #scoreError: Vector;

  constructor(model: Model) {
    this.gradient = createGradient(model);
    this.#model = model;
    this.#start = createStep(model.sizes);
    this.#gateError = new Float64Array(model.sizes.hidden);
    this.#candidateError = new Float64Array(model.sizes.hidden);
    this.#scoreError = new Float64Array(model.sizes.vocabulary);
  }

  /** Adds the gradient of one sentence: forward from its first character, then back from its last. */
  add(lesson: Lesson): void {
    const { inputs } = lesson;
    while (this.#steps.length < inputs.length) this.#steps.push(createStep(this.#model.sizes));
    for (const [at, token] of inputs.entries()) {
      forward(this.#model, token, { before: this.#stateBefore(at), step: this.#steps[at] });
    }
    let stateError: Vector = new Float64Array(this.#model.sizes.hidden);
    for (let at = inputs.length - 1; at >= 0; at--) {
      this.#returnOutput(lesson, at, stateError);
      stateError = this.#returnState(inputs[at], at, stateError);
    }
  }

  #stateBefore(at: number): Vector {
    return at === 0 ? this.#start.state : this.#steps[at - 1].state;
  }

  /** From the probabilities back to the state. Of softmax and cross-entropy together remains: likely − true. */
  #returnOutput({ targets, weights }: Lesson, at: number, stateError: Vector): void {
    const { state, probabilities } = this.#steps[at];
    const error = this.#scoreError;
    for (let i = 0; i < error.length; i++) error[i] = weights[at] * (probabilities[i] - (i === targets[at] ? 1 : 0));
    returnRow(this.gradient["output.bias"], 0, error);
    returnProduct(this.#layer("output.weight"), { input: state, error, inputError: stateError });
  }

  /** From the state back to the state before; the derivatives are s(1 − s) of sigmoid and 1 − t² of tanh. */
  #returnState(token: number, at: number, stateError: Vector): Vector {
    const { gate, candidate } = this.#steps[at];
    const before = this.#stateBefore(at);
    const beforeError: Vector = new Float64Array(before.length);
    for (let i = 0; i < before.length; i++) {
      this.#gateError[i] = stateError[i] * (candidate[i] - before[i]) * gate[i] * (1 - gate[i]);
      this.#candidateError[i] = stateError[i] * gate[i] * (1 - candidate[i] * candidate[i]);
      beforeError[i] = stateError[i] * (1 - gate[i]);
    }
    returnRow(this.gradient["gate.embedding"], token, this.#gateError);
    returnRow(this.gradient["candidate.embedding"], token, this.#candidateError);
    const flow = { input: before, inputError: beforeError };
    returnProduct(this.#layer("gate.recurrence"), { ...flow, error: this.#gateError });
    returnProduct(this.#layer("candidate.recurrence"), { ...flow, error: this.#candidateError });
    return beforeError;
  }

  #layer(name: TensorName): Parameters<typeof returnProduct>[0] {
    return { weights: this.#model.tensors[name], gradient: this.gradient[name] };
  }
}
