// SPDX-License-Identifier: Apache-2.0
/** Adam (Kingma and Ba 2015): every weight takes steps as large as its own gradients are steady. */

import { createGradient, type Gradient } from "./backward.ts";
import { type Model, TENSORS, type TensorName } from "./model.ts";

/** How Adam remembers: the share of the old in each running mean, and what keeps a division from exploding. */
export interface AdamSettings {
  readonly adam_beta1: number;
  readonly adam_beta2: number;
  readonly adam_epsilon: number;
  /** By how much of itself a weight shrinks in a step, in steps of the learning rate (Loshchilov and Hutter 2019). */
  readonly weight_decay: number;
}

/** Changes a model's weights against a gradient. */
export class Adam {
  readonly #model: Model;
  readonly #settings: AdamSettings;
  readonly #mean: Gradient;
  readonly #square: Gradient;
  #meanShare = 1;
  #squareShare = 1;

  constructor(model: Model, settings: AdamSettings) {
    this.#model = model;
    this.#settings = settings;
    this.#mean = createGradient(model);
    this.#square = createGradient(model);
  }

  /** Takes one step and sets the gradient back to 0. */
  update(gradient: Gradient, learningRate: number): void {
    this.#meanShare *= this.#settings.adam_beta1;
    this.#squareShare *= this.#settings.adam_beta2;
    for (const name of TENSORS) this.#updateTensor(name, gradient, learningRate);
  }

  #updateTensor(name: TensorName, gradient: Gradient, learningRate: number): void {
    const { adam_beta1: beta1, adam_beta2: beta2, adam_epsilon: epsilon, weight_decay: decay } = this.#settings;
    const weights = this.#model.tensors[name];
    const slopes = gradient[name];
    const mean = this.#mean[name];
    const square = this.#square[name];
    const keep = 1 - learningRate * decay;
    for (let i = 0; i < weights.length; i++) {
      const slope = slopes[i];
      mean[i] = beta1 * mean[i] + (1 - beta1) * slope;
      square[i] = beta2 * square[i] + (1 - beta2) * slope * slope;
      const direction = mean[i] / (1 - this.#meanShare);
      const size = Math.sqrt(square[i] / (1 - this.#squareShare));
      weights[i] = keep * weights[i] - (learningRate * direction) / (size + epsilon);
      slopes[i] = 0;
    }
  }
}
