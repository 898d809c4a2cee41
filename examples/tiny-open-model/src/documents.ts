// SPDX-License-Identifier: Apache-2.0
/** Writes the documents: the texts of templates/ with the numbers of this run. */

import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Results } from "./evaluate.ts";
import { countWeights } from "./model.ts";
import { complete, readWith } from "./reader.ts";
import { loadModel } from "./safetensors.ts";
import { answerAll, LONGEST } from "./score.ts";
import * as tables from "./tables.ts";
import { ALPHABET, decode, encode } from "./tokenizer.ts";
import { countSteps, readConfig, readLines } from "./train.ts";

const TEMPLATES = join(import.meta.dirname, "..", "templates");

/** Where the text of each template goes. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  "README.md": "README.md",
  "data-card.md": "docs/data-card.md",
  "technical-report.md": "docs/technical-report.md",
  "paper.md": "docs/paper.md",
  "results.md": "evaluation/results.md",
  "sample-outputs.md": "evaluation/sample-outputs.md",
};

/** Prompt shown first in the README. */
const PROMPT = "three plus";

/** Prompts whose completions are shown beside the answers; the last two are outside of what the model knows. */
const PROMPTS = [
  "",
  PROMPT,
  "forty two plus",
  "nine plus nine",
  "sixty plus three is",
  "ninety nine plus nine is",
  "or else",
];

type Values = Readonly<Record<string, string | number>>;

/** Writes all documents into the folder, from what lies in it and the results. */
export function writeDocuments(folder: string, results: Results): void {
  const values = { ...describeData(folder), ...describeTraining(folder), ...describeResults(folder, results) };
  for (const [template, path] of Object.entries(DOCUMENTS)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), fill(readFileSync(join(TEMPLATES, `${template}.template`), "utf8"), values));
  }
}

/** Puts the values into a text. @throws Error naming a place for which there is no value. */
function fill(template: string, values: Values): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`there is no value for {{${name}}}`);
    return String(value);
  });
}

function describeData(folder: string): Values {
  const train = readLines(join(folder, "data", "train.txt"));
  const evaluation = readLines(join(folder, "data", "eval.txt"));
  const lengths = [...train, ...evaluation].map((sentence) => sentence.length);
  const [trainPairs, evalPairs] = [train, evaluation].map(countPairs);
  return {
    alphabet: ALPHABET,
    vocabulary: ALPHABET.length,
    trainSentences: train.length,
    evalSentences: evaluation.length,
    trainCharacters: countCharacters(train),
    evalCharacters: countCharacters(evaluation),
    trainPairs,
    evalPairs,
    pairs: trainPairs + evalPairs,
    shortest: Math.min(...lengths),
    longest: Math.max(...lengths),
    trainExample: train[0],
    evalExample: evaluation[0],
    splitTrain: evaluation[0],
    splitEval: turn(evaluation[0]),
  };
}

function countCharacters(sentences: readonly string[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.length, 0);
}

/** Pairs are the same in either order. */
function countPairs(sentences: readonly string[]): number {
  return new Set(sentences.map((sentence) => [sentence, turn(sentence)].sort()[0])).size;
}

function turn(sentence: string): string {
  return sentence.replace(/^(.+) plus (.+) is /, "$2 plus $1 is ");
}

function describeTraining(folder: string): Values {
  const config = readConfig(folder);
  const sentences = readLines(join(folder, "data", "train.txt"));
  const { sizes } = loadModel(join(folder, "model.safetensors"));
  const weights = countWeights(sizes);
  const billions = (6 * weights * countCharacters(sentences) * config.epochs) / 1e9;
  return {
    weights,
    weightBytes: weights * 4,
    fileBytes: statSync(join(folder, "model.safetensors")).size,
    hidden: sizes.hidden,
    epochs: config.epochs,
    batchSize: config.batch_size,
    steps: countSteps(sentences, config),
    promptWeight: config.prompt_weight,
    answerFactor: 1 / config.prompt_weight,
    initialGate: `−${Math.abs(config.initial_gate)}`,
    checkpointCount: config.checkpoints,
    flops: `${billions.toFixed(0)} thousand million`,
    shapesTable: tables.formatShapes(sizes),
    settingsTable: tables.formatSettings(config),
  };
}

function describeResults(folder: string, results: Results): Values {
  const { model, baselines, errors } = results;
  const predictor = readWith(loadModel(join(folder, "model.safetensors")));
  const evaluation = readLines(join(folder, "data", "eval.txt"));
  const sentences = readLines(join(folder, "data", "train.txt"));
  const continuations = PROMPTS.map((prompt) => [prompt, decode(complete(predictor, encode(prompt), LONGEST))]);
  return {
    accuracy: tables.percent(model.evaluation.accuracy),
    accuracyNumber: model.evaluation.accuracy.toFixed(4),
    trainingAccuracy: tables.percent(model.training.accuracy),
    bits: model.evaluation.bits_per_character.toFixed(4),
    wrong: model.evaluation.sentences - model.evaluation.correct,
    bestBaseline: tables.percent(
      Math.max(baselines.commonest_answer.accuracy, ...baselines.ngrams.map((n) => n.accuracy)),
    ),
    errorsByTen: errors.by_ten,
    errorsByOne: errors.by_one,
    errorsByOther: errors.by_other,
    errorsNoNumber: errors.no_number,
    prompt: PROMPT,
    completion: decode(complete(predictor, encode(PROMPT), LONGEST)),
    resultsTable: tables.formatResults(results),
    checkpointsTable: tables.formatCheckpoints(results, countSteps(sentences, readConfig(folder))),
    groupsTable: tables.formatGroups(results),
    errorsTable: tables.formatErrors(results),
    answersTable: tables.formatAnswers(answerAll(predictor, evaluation.slice(0, 20))),
    promptsTable: tables.formatTable(
      ["prompt", "the model writes"],
      continuations.map(([prompt, text]) => [prompt === "" ? "(none)" : prompt, text]),
    ),
  };
}
