// SPDX-License-Identifier: Apache-2.0
/** The parts of the release do what their names say. */

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exp, log2 } from "../src/arithmetic.ts";
import { Backpropagation } from "../src/backward.ts";
import { createModel, createStep, forward, type Model, TENSORS } from "../src/model.ts";
import { spell, unspell } from "../src/numbers.ts";
import { createRandom } from "../src/random.ts";
import { loadModel, toSafetensors } from "../src/safetensors.ts";
import { decode, encode } from "../src/tokenizer.ts";
import { readLines } from "../src/train.ts";

const home = join(import.meta.dirname, "..");
const train = readLines(join(home, "data", "train.txt"));
const evaluation = readLines(join(home, "data", "eval.txt"));

function runGenerate(...args: readonly string[]): {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, "src", "generate.ts"), ...args], {
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}

function sortNumbers(sentence: string): string {
  const [question = ""] = sentence.split(" is ");
  return question.split(" plus ").sort().join(" plus ");
}

test("no sum of the evaluation occurs in the training, in either order", () => {
  const seen = new Set(train.map(sortNumbers));
  expect(evaluation.filter((sentence) => seen.has(sortNumbers(sentence)))).toEqual([]);
  expect(new Set([...train, ...evaluation]).size).toBe(train.length + evaluation.length);
});

test("every word of the evaluation occurs in the training", () => {
  const known = new Set(train.flatMap((sentence) => sentence.split(/[ .]/)));
  expect(evaluation.flatMap((sentence) => sentence.split(/[ .]/)).filter((word) => !known.has(word))).toEqual([]);
});

test("every sentence of the data is true", () => {
  for (const sentence of [...train, ...evaluation]) {
    const match = /^(.+) plus (.+) is (.+)\.$/.exec(sentence);
    const [first, second, sum] = (match ?? []).slice(1).map((words) => unspell(words) ?? Number.NaN);
    expect(first + second, sentence).toBe(sum);
  }
});

test("numbers and texts survive the way there and back", () => {
  for (let number = 0; number < 100; number++) expect(unspell(spell(number))).toBe(number);
  for (const sentence of evaluation) expect(decode(encode(sentence))).toBe(sentence);
  expect(() => encode("Three")).toThrow('no token for "T"');
});

test("the exponential and the logarithm are those of the engine but for the last digits", () => {
  for (let x = -50; x < 50; x += 0.37) expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 8);
  for (let x = 1e-8; x < 1e8; x *= 1.7) expect(log2(x)).toBeCloseTo(Math.log2(x), 12);
});

test("the gradient by hand is the slope of the loss", () => {
  const model = createModel({ vocabulary: 4, hidden: 3 }, { random: createRandom(5), initialGate: -0.5 });
  const lesson = { inputs: [1, 0, 3, 2, 2], targets: [0, 3, 2, 2, 1], weights: [0.1, 0.1, 1, 1, 1] };
  const { gradient, ...backpropagation } = withGradient(model, lesson);
  expect(backpropagation.loss).toBeGreaterThan(0);
  for (const name of TENSORS) {
    for (const at of gradient[name].keys()) {
      expect(gradient[name][at], `${name}[${at}]`).toBeCloseTo(measureSlope(model, lesson, { name, at }), 4);
    }
  }
});

type Lesson = Parameters<Backpropagation["add"]>[0];

function withGradient(
  model: Model,
  lesson: Lesson,
): { readonly gradient: Backpropagation["gradient"]; readonly loss: number } {
  const backpropagation = new Backpropagation(model);
  backpropagation.add(lesson);
  return { gradient: backpropagation.gradient, loss: measureLoss(model, lesson) };
}

function measureLoss(model: Model, { inputs, targets, weights }: Lesson): number {
  let before = createStep(model.sizes);
  let loss = 0;
  for (const [at, token] of inputs.entries()) {
    const step = createStep(model.sizes);
    forward(model, token, { before: before.state, step });
    loss -= weights[at] * Math.log(step.probabilities[targets[at]]);
    before = step;
  }
  return loss;
}

function measureSlope(
  model: Model,
  lesson: Lesson,
  { name, at }: { name: (typeof TENSORS)[number]; at: number },
): number {
  const weights = model.tensors[name];
  const middle = weights[at];
  const [right, left] = [middle + 1e-3, middle - 1e-3].map((weight) => {
    weights[at] = weight;
    return { weight: weights[at], loss: measureLoss(model, lesson) };
  });
  weights[at] = middle;
  return (right.loss - left.loss) / (right.weight - left.weight);
}

test("the weights file is written as it was read, and as safetensors asks", () => {
  const path = join(home, "model.safetensors");
  const bytes = readFileSync(path);
  expect(Buffer.from(toSafetensors(loadModel(path))).equals(bytes)).toBe(true);
  const length = Number(bytes.readBigUInt64LE(0));
  expect(length % 8).toBe(0);
  const { __metadata__, ...entries } = JSON.parse(bytes.toString("utf8", 8, 8 + length));
  expect(__metadata__).toMatchObject({ license: "Apache-2.0" });
  let end = 0;
  for (const { dtype, shape, data_offsets } of Object.values<{
    dtype: string;
    shape: number[];
    data_offsets: number[];
  }>(entries)) {
    const count = shape.reduce((product, side) => product * side, 1);
    expect([dtype, ...data_offsets]).toEqual(["F32", end, end + 4 * count]);
    end += 4 * count;
  }
  expect(bytes.length).toBe(8 + length + end);
});

test("the command continues a prompt to the end of a sentence of the right form", () => {
  const { status, out } = runGenerate("three plus");
  expect(status).toBe(0);
  const numbers = /^(three) plus (.+) is (.+)\.\n$/.exec(out)?.slice(1) ?? [];
  expect(numbers.map(unspell)).toEqual([3, expect.any(Number), expect.any(Number)]);
});

test("the command says what it cannot read", () => {
  const { status, out, err } = runGenerate("3 plus");
  expect(status).toBe(1);
  expect(out).toBe("");
  expect(err).toContain('no token for "3"');
});

test("release.json names files that are there, and every file that is not about the release itself", () => {
  const { parts }: { parts: { paths: string[] }[] } = JSON.parse(readFileSync(join(home, "release.json"), "utf8"));
  const named = parts.flatMap(({ paths }) => paths);
  for (const path of named) expect(existsSync(join(home, path.replace("/**", ""))), path).toBe(true);
  const code = readdirSync(join(home, "src")).map((name) => `src/${name}`);
  expect(code.filter((path) => !named.includes(path))).toEqual([]);
});

test("every link of the documents leads to a file of the release", () => {
  for (const document of [
    "README.md",
    "docs/data-card.md",
    "docs/technical-report.md",
    "docs/paper.md",
    "evaluation/results.md",
  ]) {
    const folder = join(home, document, "..");
    for (const [, target = ""] of readFileSync(join(home, document), "utf8").matchAll(/\]\(([^)]+)\)/g)) {
      expect(existsSync(join(folder, target)), `${document}: ${target}`).toBe(true);
    }
  }
});

test("the whole release stays below 600 kB", () => {
  const sizes = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(600_000);
});
