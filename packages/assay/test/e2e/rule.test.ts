import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Ruling } from "../../src/model/types.ts";
import { assessTarget, ROOT, runAssay } from "../support/command.ts";
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

const OWN = "docs/examples/office-levels.json";

test("levels of one's own are checked, shown and ruled by", () => {
  const shown = runAssay(["frameworks", "--validate", OWN]);
  expect([shown.code, shown.stdout]).toEqual([0, expect.stringMatching(/office:gold/)]);
  const { code, stdout } = runAssay(["examples/tiny-open-model", "--framework", OWN, "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).frameworks).toMatchObject([{ id: "office", version: "1", verdict: "met" }]);
});

test("a mistake in one's own levels is one line with its place", () => {
  const text = readFileSync(join(ROOT, OWN), "utf8");
  const folder = makeFolder({ "own.json": text.replace("weights.complete", "weights.complet"), "other.json": "{" });
  const typo = runAssay(["frameworks", "--validate", join(folder, "own.json")]);
  expect([typo.code, typo.stdout]).toEqual([64, ""]);
  expect(typo.stderr).toMatch(/requirements\/0\/grades\/0\/when\/all\/1.*do you mean "weights\.complete"/);
  expect(typo.stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(runAssay(["examples/tiny-open-model", "--framework", join(folder, "other.json")]).code).toBe(64);
  expect(runAssay(["frameworks", "--validate", join(folder, "none.json")]).code).toBe(64);
});

test("who moves between two frameworks is told, with the requirement", () => {
  const folder = makeFolder({ "owl.yml": record(CLASS_III), "poor.yml": record(["Model card"]) });
  const records = [join(folder, "owl.yml"), join(folder, "poor.yml")];
  const run = ["rule", "--framework", "osaid", "--against", "mof", "--record", ...records];
  const document = JSON.parse(runAssay([...run, "--json"]).stdout);
  expect(listBreaches("rule", document)).toEqual([]);
  expect(document).toMatchObject({ framework: "osaid@1.0", against: "mof@1.0/tool" });
  expect(document.moves).toMatchObject([{ name: "Owl", from: "III", to: null, direction: "loses" }]);
  expect(document.moves[0].because).toContain("training-code");
  expect(document.records[1].next).toMatchObject({ level: "open-source" });
  expect(runAssay(run).stdout).toMatch(/1 record move[\s\S]*loses/);
});
