/** Holds what a manifest says a file is against what is in it: the tests of the recognisers without the name. */

import type { ComponentId } from "../../model/components.ts";
import { factOf } from "../../model/facts.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { isAtHand } from "./beside.ts";
import { isWorking, showPurpose } from "./code.ts";
import { isData } from "./data.ts";
import { showDocument } from "./documents.ts";
import { showResults } from "./results.ts";
import { isSource } from "./source-text.ts";
import { isStructured, showMeasure, showSettings } from "./structured.ts";
import { showWeights } from "./weights.ts";

/** `shown`: the file is such a component by itself. `fits`: it may belong to one, beside a file that is. */
export type Bearing = "shown" | "fits" | "not";

type Test = (bench: Workbench, artifact: Artifact) => Promise<Bearing>;

/** Whether the content of a file bears out that it is this component; `not` where it is not at hand. */
export async function bearsOut(bench: Workbench, artifact: Artifact, component: ComponentId): Promise<Bearing> {
  if (!(await isAtHand(bench, artifact))) return "not";
  const test = TESTS[component];
  return test === undefined ? await testCode(bench, artifact, component) : await test(bench, artifact);
}

const TESTS: Partial<Record<ComponentId, Test>> = {
  weights: testWeights,
  "intermediate-weights": testWeights,
  "supporting-tools": async (bench, artifact) =>
    isSource(artifact.path) && (await isWorking(bench, artifact)) ? "shown" : "not",
  "training-data": testData,
  "evaluation-data": testData,
  "model-metadata": testMetadata,
  "model-card": testDocument("model-card"),
  "data-card": testDocument("data-card"),
  "technical-report": testDocument("technical-report"),
  paper: testDocument("paper"),
  "sample-outputs": testDocument("sample-outputs"),
  "evaluation-results": async (bench, artifact) =>
    (await showMeasure(bench, artifact)) !== null || (await showResults(bench, artifact)) !== null ? "shown" : "not",
};

async function testWeights(bench: Workbench, artifact: Artifact): Promise<Bearing> {
  return (await showWeights(bench, artifact)) === null ? "not" : "shown";
}

async function testData(bench: Workbench, artifact: Artifact): Promise<Bearing> {
  return (await isData(bench, artifact)) ? "shown" : "not";
}

/** Code rarely stands in one file: what does something belongs to it, where one of the files shows the purpose. */
async function testCode(bench: Workbench, artifact: Artifact, component: ComponentId): Promise<Bearing> {
  if (!isSource(artifact.path)) return "not";
  if ((await showPurpose(bench, artifact, component)) !== null) return "shown";
  return (await isWorking(bench, artifact)) ? "fits" : "not";
}

async function testMetadata(bench: Workbench, artifact: Artifact): Promise<Bearing> {
  const readings = await bench.readings(artifact);
  const isOfModel = factOf(readings, "model") !== undefined || factOf(readings, "tokenizer") !== undefined;
  if (!(await isStructured(bench, artifact))) return isOfModel ? "fits" : "not";
  return isOfModel || (await showSettings(bench, artifact)) !== null ? "shown" : "fits";
}

function testDocument(component: ComponentId): Test {
  return async (bench, artifact) => ((await showDocument(bench, artifact, component)) === null ? "not" : "shown");
}
