// SPDX-License-Identifier: Apache-2.0
/** The two products of which the network consists, and how an error flows back through them. */

/** A list of numbers to compute with, in double precision. */
export type Vector = Float64Array<ArrayBuffer>;

/** Weights as they are trained and stored, in single precision: row after row. */
export type Weights = Float32Array<ArrayBuffer>;

/** Adds `vector` × `weights` to `sum`: each row of the weights, times its entry of the vector. */
export function addProduct(sum: Vector, vector: Vector, weights: Weights): void {
  const width = sum.length;
  for (let row = 0; row < vector.length; row++) {
    const factor = vector[row];
    const start = row * width;
    for (let column = 0; column < width; column++) sum[column] += factor * weights[start + column];
  }
}

/** Adds one row of the weights to `sum`: the product with a vector that is 1 at this row and 0 elsewhere. */
export function addRow(sum: Vector, row: number, weights: Weights): void {
  const start = row * sum.length;
  for (let column = 0; column < sum.length; column++) sum[column] += weights[start + column];
}

/** Weights, and where the gradient of the loss by each of them is summed up. */
export interface Layer {
  readonly weights: Weights;
  readonly gradient: Vector;
}

/** A product's input, the error of its output, and where the error of the input is summed up. */
export interface Flow {
  readonly input: Vector;
  readonly error: Vector;
  readonly inputError: Vector;
}

/** Goes back through `addProduct`: who weighed much in a wrong sum gets much of its error. */
export function returnProduct(layer: Layer, flow: Flow): void {
  const { weights, gradient } = layer;
  const { input, error, inputError } = flow;
  const width = error.length;
  for (let row = 0; row < input.length; row++) {
    const factor = input[row];
    const start = row * width;
    let sum = 0;
    for (let column = 0; column < width; column++) {
      sum += weights[start + column] * error[column];
      gradient[start + column] += factor * error[column];
    }
    inputError[row] += sum;
  }
}

/** Goes back through `addRow`. */
export function returnRow(gradient: Vector, row: number, error: Vector): void {
  const start = row * error.length;
  for (let column = 0; column < error.length; column++) gradient[start + column] += error[column];
}
