/** Component names of the Model Openness Framework 1.0 as its records write them, and our ids for them. */

import type { ComponentId } from "../../model/components.ts";

/** Names as in lfai/model_openness_tool@8b5d30e, mof.settings.yml; they are matched exactly, as the tool does. */
export const NAMES: ReadonlyMap<string, ComponentId> = new Map([
  ["Model parameters (Final)", "weights"],
  ["Model parameters (Intermediate)", "intermediate-weights"],
  ["Model architecture", "architecture"],
  ["Training code", "training-code"],
  ["Inference code", "inference-code"],
  ["Data preprocessing code", "preprocessing-code"],
  ["Evaluation code", "evaluation-code"],
  ["Supporting libraries and tools", "supporting-tools"],
  ["Datasets", "training-data"],
  ["Evaluation data", "evaluation-data"],
  ["Model metadata", "model-metadata"],
  ["Model card", "model-card"],
  ["Data card", "data-card"],
  ["Technical report", "technical-report"],
  ["Research paper", "paper"],
  ["Evaluation results", "evaluation-results"],
  ["Sample model outputs", "sample-outputs"],
]);
