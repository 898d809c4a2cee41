import { expect, test } from "vitest";
import { classifyHeading } from "./classify.ts";

test.each([
  ["## 3.2 Training Data", "training-data"],
  ["🚀 **Quick Start**", "usage"],
  ['<a name="x"></a>Model Checkpoints', "model-sources"],
  ["[Evaluation](#evaluation)", "evaluation-results"],
  ["Out-of-Scope Use", "out-of-scope-use"],
  ["Intended Use", "intended-use"],
  ["Données d’entraînement", "training-data"],
  ["一、训练数据", "training-data"],
])("%s is told: %s", (heading, kind) => {
  expect(classifyHeading(heading)).toBe(kind);
});

test.each([
  "",
  "###",
  "Owl",
  "Frequently asked questions",
  "Training for volunteers",
  "Dataset Card for Training Data",
  "In this section we tell how the training data of the owl were gathered in the woods",
  `Training data${" x".repeat(200)}`,
])("%j has no kind", (heading) => {
  expect(classifyHeading(heading)).toBe("none");
});

test("names of a data set's parts may be anything", () => {
  expect(classifyHeading("evaluation")).toBe("evaluation-results");
  expect(classifyHeading("evaluation", "Data Splits")).toBe("none");
});
