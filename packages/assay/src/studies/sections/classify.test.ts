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
  expect(classifyHeading("evaluation", { above: "Data Splits" })).toBe("none");
});

test("a title is a section's heading only where it says nothing else", () => {
  expect(classifyHeading("Data Filtering Scripts", { isTitle: true })).toBe("none");
  expect(classifyHeading("Training data", { isTitle: true })).toBe("training-data");
});

test("a part of a section is of its kind, unless it has one or is known to have none", () => {
  expect(classifyHeading("No warranty", { above: "License" })).toBe("license");
  expect(classifyHeading("Pretrained models", { above: "Benchmarks" })).toBe("evaluation-results");
  expect(classifyHeading("Limitations", { above: "Usage" })).toBe("limitations");
  expect(classifyHeading("Installation", { above: "Usage" })).toBe("none");
  expect(classifyHeading("Something else", { above: "How to use the training data" })).toBe("none");
});
