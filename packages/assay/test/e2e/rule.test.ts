import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { ROOT, runAssay } from "../support/command.ts";
import { makeFolder } from "../support/folder.ts";

function schema(name: string): object {
  return JSON.parse(readFileSync(join(ROOT, `packages/assay/schemas/${name}.schema.json`), "utf8"));
}

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
  const validate = new Ajv({ strict: false }).compile(schema("rule"));
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  expect(document.framework).toBe("mof@1.0/tool");
  expect(document.records).toMatchObject([
    { file: "owl.yml", name: "Owl", level: "III", progress: { 1: 0, 2: 60, 3: 100 } },
    { file: "poor.yml", level: null, progress: { 1: 0, 2: 0 } },
  ]);
});

test("assay frameworks lists what there is, and shows one", () => {
  const { stdout } = runAssay(["frameworks", "--json"]);
  const document = JSON.parse(stdout);
  const validate = new Ajv({ strict: false }).compile(schema("frameworks"));
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  expect(document.frameworks.map(({ address }: { readonly address: string }) => address)).toEqual([
    "mof@1.0/tool",
    "mof@1.0/spec",
    "osaid@1.0",
  ]);
  const shown = runAssay(["frameworks", "mof@1.0/spec"]);
  expect(shown.code).toBe(0);
  expect(shown.stdout).toMatch(/mof:III/);
});
