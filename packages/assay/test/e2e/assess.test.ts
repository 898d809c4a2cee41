import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { assessTarget, ROOT, runAssay } from "../support/command.ts";
import { makeFolder } from "../support/folder.ts";
import { makeSafetensors } from "../support/release.ts";
import { listBreaches } from "../support/schema.ts";

const EXAMPLE = join(ROOT, "examples/tiny-open-model");

test("the example is class I in both readings of MOF, meets OSAID, and all its evidence can be found", () => {
  const { code, assessment } = assessTarget(EXAMPLE);
  expect(code).toBe(0);
  expect(assessment.frameworks.slice(0, 3).map(({ id, reading, level }) => [id, reading, level])).toEqual([
    ["mof", "tool", "I"],
    ["mof", "spec", "I"],
    ["osaid", undefined, "open-source"],
  ]);
  expect(assessment.freedoms.map(({ id, answer }) => [id, answer])).toEqual([
    ["inspect", "yes"],
    ["use", "yes"],
    ["adapt", "yes"],
    ["share", "yes"],
  ]);
  for (const { at, quote, sha256 } of assessment.evidence) {
    if (!("path" in at)) continue;
    const file = assessment.artifacts.find(({ path }) => path === at.path);
    if (sha256 !== undefined) expect(file?.sha256).toBe(sha256);
    if (quote === undefined || at.line === undefined) continue;
    const rest = readFileSync(join(EXAMPLE, at.path), "utf8")
      .split("\n")
      .slice(at.line - 1)
      .join("\n");
    const words = quote.replace(/^[\w-]+: /, "");
    expect(rest, `${at.path}:${at.line}`).toContain(words);
    expect(rest.indexOf(words), `${at.path}:${at.line}`).toBeLessThanOrEqual(rest.indexOf("\n"));
  }
});

test("the report starts with the verdict and fits 80 columns", () => {
  const { code, stdout } = runAssay(["examples/tiny-open-model"]);
  expect(code).toBe(0);
  const lines = stdout.split("\n");
  expect(lines[1]).toContain("tiny-open-model");
  expect(stdout.indexOf("INSPECT")).toBeLessThan(stdout.indexOf("MOF 1.0"));
  expect(stdout.indexOf("MOF 1.0")).toBeLessThan(stdout.indexOf("Components"));
  for (const line of lines.filter((text) => !/\S{40}/.test(text))) expect(line.length, line).toBeLessThanOrEqual(80);
});

test("the same target gives the same bytes, in any place and whatever the order of names", () => {
  const copy = join(makeFolder(), "tiny-open-model");
  cpSync(EXAMPLE, copy, { recursive: true });
  const [first, second] = [assessTarget(EXAMPLE), assessTarget(copy)];
  expect(second.stdout).toBe(first.stdout);
  expect(first.stdout).not.toContain(ROOT);
});

test("every kind of release validates against the schema", () => {
  const broken = makeFolder({
    "model.safetensors": new Uint8Array(20).fill(255),
    "README.md": "---\nlicense: mit\n# Owl\n",
  });
  for (const target of [EXAMPLE, broken, makeFolder()]) {
    const { assessment } = assessTarget(target);
    expect(listBreaches("assessment", assessment)).toEqual([]);
  }
});

test("a part less is a class less, and the report names what is missing", () => {
  const copy = makeFolder();
  cpSync(EXAMPLE, copy, { recursive: true, filter: (path) => !/docs\/paper\.md$|release\.json$/.test(path) });
  const { stdout } = runAssay([copy]);
  expect(stdout).toMatch(/Class II\s+for Class I: not settled:\s+research\s+paper/);
});

test("an altered licence gives no clean name, and rights are open", () => {
  const copy = makeFolder();
  cpSync(EXAMPLE, copy, { recursive: true });
  const license = join(copy, "LICENSE");
  writeFileSync(
    license,
    `${readFileSync(license, "utf8")}\nCommercial use above 100 users needs a separate agreement.\n`,
  );
  const { assessment } = assessTarget(copy);
  expect(assessment.licenses.find(({ path }) => path === "LICENSE")?.match).toMatchObject({
    id: "Apache-2.0",
    kind: "modified",
  });
  expect(assessment.freedoms.find(({ id }) => id === "use")?.answer).toBe("unknown");
  const asking = assessment.frameworks.filter(({ id }) => ["mof", "osaid", "epoch-access", "ai-act"].includes(id));
  expect(asking.map(({ level }) => level)).toEqual([null, null, null, null, null]);
});

test("several targets give a list and the largest exit code", () => {
  const { code, stdout } = runAssay([EXAMPLE, makeFolder(), "--json"]);
  expect(code).toBe(2);
  expect(JSON.parse(stdout).map(({ target }: { readonly target: string }) => target)[0]).toBe("tiny-open-model");
});

test("formats go where they are sent", () => {
  const folder = makeFolder();
  const path = join(folder, "report.json");
  const { stdout } = runAssay([EXAMPLE, "-o", "text", "-o", `json=${path}`]);
  expect(stdout).toContain("INSPECT");
  expect(JSON.parse(readFileSync(path, "utf8")).target).toBe("tiny-open-model");
});

test("--with adds an origin, and its files are told apart", () => {
  const code = makeFolder({ "train.py": "optimizer.step()\nloss.backward()\n" });
  const weights = makeFolder({ "model.safetensors": makeSafetensors({ a: 2 }) });
  const { assessment } = assessTarget(weights, "--with", code);
  expect(assessment.origins.map(({ id, linkedBy }) => [id, linkedBy])).toEqual([
    [basename(weights), "user"],
    [basename(code), "user"],
  ]);
  expect(assessment.components.find(({ id }) => id === "training-code")?.present).toBe(true);
});

test("--listing proves presence and neither absence nor completeness", () => {
  const folder = makeFolder({ "README.md": "# Owl\n" });
  const listing = join(
    makeFolder({ "tree.tsv": "path\tsize\ttype\nmodel.safetensors\t4000\tblob\nsub\t-\tcommit\n" }),
    "tree.tsv",
  );
  const { assessment } = assessTarget(folder, "--listing", listing);
  const claim = (id: string): unknown => assessment.claims.find((one) => one.id === id)?.value;
  expect(claim("weights.published")).toBe(true);
  expect(claim("weights.complete")).toBe("unknown");
  expect(assessment.artifacts.map(({ path, state, size }) => [path, state, size])).toContainEqual([
    "sub",
    "listed",
    null,
  ]);
});
