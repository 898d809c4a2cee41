/** The parts of a release that frameworks speak of. */

/** Which kind of licence suits a component. */
export type ContentType = "code" | "data" | "document";

/** Id of a component. */
export type ComponentId =
  | "weights"
  | "intermediate-weights"
  | "architecture"
  | "training-code"
  | "inference-code"
  | "preprocessing-code"
  | "evaluation-code"
  | "supporting-tools"
  | "training-data"
  | "evaluation-data"
  | "model-metadata"
  | "model-card"
  | "data-card"
  | "technical-report"
  | "paper"
  | "evaluation-results"
  | "sample-outputs";

/** A part of a release. Its claims are `<id>.published` and `<id>.license`. */
export interface Component {
  readonly id: ComponentId;
  /** As a person reads it. */
  readonly name: string;
  readonly type: ContentType;
}

/**
 * Components in reading order: the 17 of the Model Openness Framework 1.0
 * (lfai/model_openness_tool@8b5d30e, mof.settings.yml), under our ids.
 */
export const COMPONENTS: readonly [Component, ...Component[]] = [
  { id: "weights", name: "Weights", type: "data" },
  { id: "intermediate-weights", name: "Intermediate checkpoints", type: "data" },
  { id: "architecture", name: "Model architecture", type: "code" },
  { id: "training-code", name: "Training code", type: "code" },
  { id: "inference-code", name: "Inference code", type: "code" },
  { id: "preprocessing-code", name: "Preprocessing code", type: "code" },
  { id: "evaluation-code", name: "Evaluation code", type: "code" },
  { id: "supporting-tools", name: "Supporting tools", type: "code" },
  { id: "training-data", name: "Training data", type: "data" },
  { id: "evaluation-data", name: "Evaluation data", type: "data" },
  { id: "model-metadata", name: "Model metadata", type: "data" },
  { id: "model-card", name: "Model card", type: "document" },
  { id: "data-card", name: "Data card", type: "document" },
  { id: "technical-report", name: "Technical report", type: "document" },
  { id: "paper", name: "Research paper", type: "document" },
  { id: "evaluation-results", name: "Evaluation results", type: "document" },
  { id: "sample-outputs", name: "Sample outputs", type: "document" },
];
