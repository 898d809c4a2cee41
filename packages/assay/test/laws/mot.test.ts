/** The Model Openness Tool's own fixtures and its 273 published records: same class, same progress, from data alone. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

import { rule } from "../../src/assess/rule.ts";
import { sharedSets } from "../../src/frameworks/all.generated.ts";
import { validateFramework } from "../../src/frameworks/validate.ts";
import { readMofRecord } from "../../src/records/mof-yaml/read.ts";

interface Expected {
  readonly class: number;
  readonly progress: Readonly<Record<string, number>>;
}

const CORPORA = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../../shared/corpora");
const MOT = join(CORPORA, "mot");
const FRAMEWORK = join(import.meta.dirname, "../../src/frameworks/mof-1.0/framework.json");
const CLASSES: Readonly<Record<number, string | null>> = { 0: null, 1: "I", 2: "II", 3: "III" };

const isAbsent = !existsSync(MOT);
const mof = validateFramework(JSON.parse(readFileSync(FRAMEWORK, "utf8")), sharedSets);

async function expectSame(path: string, expected: Expected): Promise<void> {
  const { claims } = await readMofRecord(readFileSync(path, "utf8"));
  const { level, ceiling, progress } = rule(mof, claims, "*");
  const wanted = CLASSES[expected.class];
  expect({ path, level, ceiling, progress }).toEqual({
    path,
    level: wanted,
    ceiling: wanted,
    progress: expected.progress,
  });
}

/** The tool's answer has trailing commas. */
function readFixtureAnswers(): ReadonlyMap<string, Expected> {
  const text = readFileSync(join(MOT, "Test_Data/expected_results.json"), "utf8");
  const { models } = JSON.parse(text.replaceAll(/,(\s*[}\]])/g, "$1")) as {
    readonly models: readonly { readonly release: { readonly name: string }; readonly classification: Expected }[];
  };
  return new Map(models.map(({ release, classification }) => [release.name, classification]));
}

test.skipIf(isAbsent)("the tool's 27 fixtures", async () => {
  const answers = readFixtureAnswers();
  const names = readdirSync(join(MOT, "Test_Data")).filter((name) => name.endsWith(".yml"));
  expect(names).toHaveLength(27);
  expect(answers.size).toBe(27);
  for (const name of names) {
    const path = join(MOT, "Test_Data", name);
    const { name: release } = await readMofRecord(readFileSync(path, "utf8"));
    const answer = answers.get(release);
    if (answer === undefined) throw new Error(`the tool has no answer for ${release}`);
    await expectSame(path, { class: answer.class, progress: answer.progress });
  }
});

test.skipIf(isAbsent)("the 273 published records", async () => {
  const text = readFileSync(join(MOT, "derived_expected_classification.json"), "utf8");
  const { models } = JSON.parse(text) as { readonly models: readonly (Expected & { readonly file: string })[] };
  expect(models).toHaveLength(273);
  for (const model of models) await expectSame(join(MOT, model.file), model);
});
