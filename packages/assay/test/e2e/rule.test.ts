import { join } from "node:path";
import { expect, test } from "vitest";
import type { Ruling } from "../../src/model/types.ts";
import { assessTarget, runAssay } from "../support/command.ts";
import { makeFolder } from "../support/folder.ts";
import { listBreaches } from "../support/schema.ts";

function record(components: readonly string[]): string {
  const listed = components.map((name) => `    - name: '${name}'\n`).join("");
  return `framework:\n  name: 'Model Openness Framework'\n  version: '1.0'\nrelease:\n  name: Owl\n  license:\n    distribution:\n      name: Apache-2.0\n  components:\n${listed}`;
}

const CLASS_III = [
  "Model architecture",
  "Model parameters (Final)",
  "Technical report",
  "Evaluation results",
  "Model card",
  "Data card",
];

test("records are classed by the engine that rules releases, and the document follows its schema", () => {
  const folder = makeFolder({ "owl.yml": record(CLASS_III), "poor.yml": record(["Model card"]) });
  const { code, stdout } = runAssay([
    "rule",
    "--framework",
    "mof",
    "--record",
    join(folder, "owl.yml"),
    join(folder, "poor.yml"),
    "--json",
  ]);
  expect(code).toBe(0);
  const document = JSON.parse(stdout);
  expect(listBreaches("rule", document)).toEqual([]);
  expect(document.framework).toBe("mof@1.0/tool");
  expect(document.records).toMatchObject([
    { file: "owl.yml", name: "Owl", level: "III", progress: { 1: 0, 2: 60, 3: 100 } },
    { file: "poor.yml", level: null, progress: { 1: 0, 2: 0 } },
  ]);
});

test("the record of the example reaches the class that the example itself reaches", () => {
  const path = "docs/examples/tiny-open-model.mof.yml";
  const { assessment } = assessTarget("examples/tiny-open-model");
  for (const reading of ["tool", "spec"]) {
    const { code, stdout } = runAssay(["rule", "--framework", `mof@1.0/${reading}`, "--record", path, "--json"]);
    expect(code).toBe(0);
    const [record] = JSON.parse(stdout).records;
    const ruled = assessment.frameworks.find((framework) => framework.reading === reading);
    expect(record.level).toBe("I");
    expect(record.level).toBe(ruled?.level);
    const verdicts = (rulings: readonly Ruling[]): readonly unknown[] =>
      rulings.map((ruling) => [ruling.id, ruling.applies && ruling.verdict]);
    expect(verdicts(record.requirements)).toEqual(verdicts(ruled?.requirements ?? []));
  }
});

test("assay frameworks lists what there is, and shows one", () => {
  const { stdout } = runAssay(["frameworks", "--json"]);
  const document = JSON.parse(stdout);
  expect(listBreaches("frameworks", document)).toEqual([]);
  expect(document.frameworks.map(({ address }: { readonly address: string }) => address)).toEqual(
    expect.arrayContaining(["mof@1.0/tool", "mof@1.0/spec", "osaid@1.0", "eu-index@2025", "eu-index@2026"]),
  );
  const shown = runAssay(["frameworks", "mof@1.0/spec"]);
  expect(shown.code).toBe(0);
  expect(shown.stdout).toMatch(/mof:III/);
});
