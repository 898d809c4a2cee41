// SPDX-License-Identifier: Apache-2.0
/** Inference: `node src/generate.ts "three plus"` continues the sentence. Without a prompt the model makes one up. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { complete, readWith } from "./reader.ts";
import { loadModel } from "./safetensors.ts";
import { decode, encode } from "./tokenizer.ts";

const folder = join(import.meta.dirname, "..");

function generate(prompt: string): string {
  const model = loadModel(join(folder, "model.safetensors"));
  const { max_length } = JSON.parse(readFileSync(join(folder, "generation_config.json"), "utf8"));
  return decode(complete(readWith(model), encode(prompt), max_length));
}

try {
  console.log(generate(process.argv.slice(2).join(" ")));
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  console.error(`Cannot read the prompt: ${error.message}.`);
  process.exitCode = 1;
}
