// SPDX-License-Identifier: Apache-2.0
/** Makes the data: every sum within the bounds, spelled, split so that no sum to be tested was ever seen. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spell } from "./numbers.ts";
import { createRandom, shuffle } from "./random.ts";

/** Sums stay below this, so that two words spell any number. */
const LIMIT = 100;

/** One of the two numbers is always below this. */
const SMALLER_LIMIT = 10;

/** One pair of numbers in so many is held out for the evaluation. */
const HELD_OUT = 5;

/** Seed of the order; the data set is the same whatever the training does. */
const SEED = 20261101;

/** Sentences to train on, sentences to evaluate on. */
export interface Dataset {
  readonly train: readonly string[];
  readonly evaluation: readonly string[];
}

/** Returns the data set. A pair is held out in both orders: "two plus forty" tells what "forty plus two" is. */
export function makeDataset(): Dataset {
  const random = createRandom(SEED);
  const pairs = shuffle(listPairs(), random);
  const heldOut = Math.floor(pairs.length / HELD_OUT);
  return {
    train: shuffle(pairs.slice(heldOut).flatMap(writeSentences), random),
    evaluation: pairs.slice(0, heldOut).flatMap(writeSentences),
  };
}

type Pair = readonly [smaller: number, larger: number];

function listPairs(): Pair[] {
  const pairs: Pair[] = [];
  for (let smaller = 0; smaller < SMALLER_LIMIT; smaller++) {
    for (let larger = smaller; smaller + larger < LIMIT; larger++) pairs.push([smaller, larger]);
  }
  return pairs;
}

function writeSentences([smaller, larger]: Pair): string[] {
  const sum = spell(smaller + larger);
  const there = `${spell(smaller)} plus ${spell(larger)} is ${sum}.`;
  const back = `${spell(larger)} plus ${spell(smaller)} is ${sum}.`;
  return smaller === larger ? [there] : [there, back];
}

/** Writes data/train.txt and data/eval.txt, one sentence a line, into the folder. */
export function writeDataset(folder: string, { train, evaluation }: Dataset): void {
  mkdirSync(join(folder, "data"), { recursive: true });
  writeFileSync(join(folder, "data", "train.txt"), `${train.join("\n")}\n`);
  writeFileSync(join(folder, "data", "eval.txt"), `${evaluation.join("\n")}\n`);
}

if (import.meta.main) writeDataset(join(import.meta.dirname, ".."), makeDataset());
