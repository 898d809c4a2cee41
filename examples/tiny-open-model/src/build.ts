// SPDX-License-Identifier: Apache-2.0
/** Makes everything: `node src/build.ts` goes from nothing to data, weights, results and documents, the same each time. */

import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeDocuments } from "./documents.ts";
import { evaluate } from "./evaluate.ts";
import { makeDataset, writeDataset } from "./prepare-data.ts";
import { saveModel } from "./safetensors.ts";
import { LONGEST } from "./score.ts";
import { ALPHABET, describeTokenizer, STOP } from "./tokenizer.ts";
import { countSteps, locateWeights, readConfig, type TrainConfig, train } from "./train.ts";

const HOME = join(import.meta.dirname, "..");

/** Builds the release in a folder, from the code and the settings of this one. */
export function build(folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (folder !== HOME) copyFileSync(join(HOME, "train-config.json"), join(folder, "train-config.json"));
  const config = readConfig(folder);
  const dataset = makeDataset();
  writeDataset(folder, dataset);
  writeConfigs(folder, config);
  rmSync(join(folder, "checkpoints"), { recursive: true, force: true });
  const steps = countSteps(dataset.train, config);
  train(dataset.train, config, (model, step) => saveModel(join(folder, locateWeights(step, steps)), model));
  const results = evaluate(folder);
  writeJson(join(folder, "evaluation"), "results.json", results);
  writeDocuments(folder, results);
}

/** Writes what a program has to know to use the weights. */
function writeConfigs(folder: string, config: TrainConfig): void {
  writeJson(folder, "config.json", {
    architectures: ["OneGateRecurrentModel"],
    model_type: "one-gate-recurrent",
    vocab_size: ALPHABET.length,
    hidden_size: config.hidden_size,
    num_hidden_layers: 1,
    bos_token_id: STOP,
    eos_token_id: STOP,
    torch_dtype: "float32",
  });
  writeJson(folder, "generation_config.json", {
    do_sample: false,
    max_length: LONGEST,
    bos_token_id: STOP,
    eos_token_id: STOP,
  });
  writeJson(folder, "tokenizer.json", describeTokenizer());
}

function writeJson(folder: string, name: string, content: unknown): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
}

if (import.meta.main) build(HOME);
