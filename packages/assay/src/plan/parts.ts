/** The parts of a release as a plan speaks of them: where one is put, what it could look like, how much work it is. */

import type { Component, ComponentId } from "../model/components.ts";

/** How a part or a passage is added. */
export interface Addition {
  readonly what: string;
  readonly where: string;
  readonly example: string;
  /** A rank below 100: a sentence 1, a document up to 9, code up to 29, data up to 49, other terms 50 and more. */
  readonly work: number;
}

/** Work of stating where something lies, or under which licence it stands. */
export const SENTENCE = 1;
/** Work of putting something that is out already under other terms: everybody who holds rights has to agree. */
export const OTHER_TERMS = 60;

/** The parts, in the order of the model's list. */
export const PARTS: Readonly<Record<ComponentId, Addition>> = {
  weights: {
    what: "the weights",
    where: "model.safetensors",
    example: "all shards and their index, as they were when the results were measured",
    work: 45,
  },
  "intermediate-weights": {
    what: "checkpoints from within the training",
    where: "checkpoints/step-…/model.safetensors, or branches named by step",
    example: "one checkpoint for each thousand steps",
    work: 35,
  },
  architecture: {
    what: "the code that defines the architecture",
    where: "modeling_NAME.py (or src/model.py) beside config.json",
    example: "a class for each kind of layer, and how they are put together",
    work: 15,
  },
  "training-code": {
    what: "the code that trained it",
    where: "train.py (or src/train/), with its settings",
    example: "python train.py --config configs/base.yaml",
    work: 25,
  },
  "inference-code": {
    what: "code that runs it",
    where: "generate.py (or src/inference.py)",
    example: 'python generate.py --prompt "Once"',
    work: 12,
  },
  "preprocessing-code": {
    what: "the code that prepared the data",
    where: "prepare_data.py (or src/data/)",
    example: "download, filter, remove doubles, tokenise: one script each",
    work: 20,
  },
  "evaluation-code": {
    what: "the code that evaluated it",
    where: "evaluate.py (or evaluation/)",
    example: "python evaluate.py --task arithmetic --seed 1",
    work: 16,
  },
  "supporting-tools": {
    what: "the tools it was made with",
    where: "tools/",
    example: "the tokeniser's trainer, the converter of checkpoints",
    work: 14,
  },
  "training-data": {
    what: "the data it was trained on",
    where: "data/, or a data set repository that release.json names",
    example: '{ "component": "training-data", "origin": "hf:datasets/ORG/NAME" }',
    work: 40,
  },
  "evaluation-data": {
    what: "the data it was evaluated on",
    where: "data/eval.jsonl, or a data set repository that release.json names",
    example: '{ "component": "evaluation-data", "origin": "hf:datasets/ORG/NAME" }',
    work: 30,
  },
  "model-metadata": {
    what: "metadata of the model",
    where: "config.json",
    example: "layers, widths, vocabulary, context length",
    work: 3,
  },
  "model-card": {
    what: "a model card",
    where: "README.md",
    example: "what it is, how it was trained and evaluated, what it is for and what not",
    work: 4,
  },
  "data-card": {
    what: "a data card",
    where: "DATA_CARD.md (or docs/data-card.md)",
    example: "which data, where they come from, how they were chosen, filtered and labelled",
    work: 5,
  },
  "technical-report": {
    what: "a technical report",
    where: "docs/technical-report.md (or .pdf)",
    example: "architecture, data, training, evaluation, with numbers",
    work: 7,
  },
  paper: {
    what: "a research paper",
    where: "docs/paper.pdf",
    example: "the paper itself in the release: a link alone is a pointer",
    work: 9,
  },
  "evaluation-results": {
    what: "results of evaluations",
    where: "evaluation/results.md, or a table in README.md",
    example: "| task | metric | score |, with the setting of each",
    work: 6,
  },
  "sample-outputs": {
    what: "sample outputs",
    where: "examples/outputs.md",
    example: "ten prompts and what it answers, unchosen",
    work: 3,
  },
};

/**
 * Licences that people choose for each kind of part; a framework takes the first that it counts. Apache-2.0 suits code,
 * weights and documents alike, so that one text can govern a release.
 */
export const USUAL_LICENSES: Readonly<Record<Component["type"] | "weights", readonly string[]>> = {
  code: ["Apache-2.0", "MIT", "BSD-3-Clause"],
  data: ["CDLA-Permissive-2.0", "CC-BY-4.0", "Apache-2.0", "OpenMDW-1.0"],
  document: ["Apache-2.0", "CC-BY-4.0", "CC0-1.0"],
  weights: ["Apache-2.0", "MIT", "CDLA-Permissive-2.0", "CC-BY-4.0", "OpenMDW-1.0"],
};
