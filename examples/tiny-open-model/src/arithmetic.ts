// SPDX-License-Identifier: Apache-2.0
/**
 * The few functions a neural network needs beyond + − × ÷, built from + − × ÷.
 *
 * IEEE 754 demands that these four (and the square root) are rounded exactly, so every engine gives the same bits.
 * It demands nothing of that kind for exponentials and logarithms: `Math.exp` may differ in the last bit between two
 * engines, and thousands of training steps would make different models of that bit. So we write our own.
 */

/** ln 2 in two parts: the first has few enough bits that a small whole number times it is exact. */
const LN2_HIGH = 0.693145751953125;
const LN2_LOW = 1.4286068203094173e-6;
const PER_LN2 = 1 / (LN2_HIGH + LN2_LOW);

/** Largest argument in size; e⁶⁰ is beyond any probability or gate that matters here. */
const LIMIT = 60;

/** 2ⁿ for n from −90 to 90, each made by doubling or halving, which is exact. */
const POWERS_OF_TWO = listPowersOfTwo(90);

function listPowersOfTwo(most: number): Float64Array {
  const powers = new Float64Array(2 * most + 1).fill(1);
  for (let n = 1; n <= most; n++) {
    powers[most + n] = powers[most + n - 1] * 2;
    powers[most - n] = powers[most - n + 1] / 2;
  }
  return powers;
}

/**
 * Returns e to the power of x, with an error below one in 10⁹.
 *
 * x is split into n × ln 2 + r, then eˣ = 2ⁿ × eʳ. As r is small, few terms of the series 1 + r + r²/2! + r³/3! + …
 * suffice, summed from the last: 1 + r(1 + r/2(1 + r/3(…))).
 */
export function exp(x: number): number {
  const bounded = Math.max(-LIMIT, Math.min(LIMIT, x));
  const n = Math.floor(bounded * PER_LN2 + 0.5);
  const r = bounded - n * LN2_HIGH - n * LN2_LOW;
  let sum = 1 + r * (1 / 8);
  sum = 1 + r * (1 / 7) * sum;
  sum = 1 + r * (1 / 6) * sum;
  sum = 1 + r * (1 / 5) * sum;
  sum = 1 + r * (1 / 4) * sum;
  sum = 1 + r * (1 / 3) * sum;
  sum = 1 + r * (1 / 2) * sum;
  sum = 1 + r * sum;
  return sum * POWERS_OF_TWO[90 + n];
}

/** Returns the logarithm of a positive x to base 2: x = 2ⁿ × m with m near 1, and ln m from the series of artanh. */
export function log2(x: number): number {
  let n = 0;
  let m = x;
  for (; m > 1.5; m /= 2) n += 1;
  for (; m < 0.75; m *= 2) n -= 1;
  const y = (m - 1) / (m + 1);
  let sum = 0;
  for (let odd = 21; odd >= 1; odd -= 2) sum = sum * y * y + 1 / odd;
  return n + 2 * y * sum * PER_LN2;
}

/** Returns a number between 0 and 1: how far a gate is open. */
export function sigmoid(x: number): number {
  return 1 / (1 + exp(-x));
}

/** Returns a number between −1 and 1. */
export function tanh(x: number): number {
  return 2 * sigmoid(2 * x) - 1;
}
