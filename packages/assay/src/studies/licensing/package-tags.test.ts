import { expect, test } from "vitest";
import { licenseText } from "../../../test/support/license-text.ts";
import { makeSafetensors, openBench, type Sketch } from "../../../test/support/release.ts";
import type { ComponentId } from "../../model/components.ts";
import { licensing } from "./index.ts";

const FILES = {
  "model.safetensors": makeSafetensors({ a: 2 }),
  "train.py": "optimizer.zero_grad()\nloss.backward()\n",
  "train.txt": "a\nb\n",
};
const APACHE = licenseText("Apache-2.0");
const MIT = licenseText("MIT");
const GPL = licenseText("GPL-3.0-only");

async function licenseOf(component: ComponentId, sketch: Sketch): Promise<unknown> {
  const { components } = await openBench(sketch).study(licensing);
  const terms = components.get(component)?.terms;
  return terms !== undefined && "ids" in terms ? terms.ids : terms?.because;
}

type Files = Readonly<Record<string, string>>;

/** Licences of weights and code where these files are added. */
async function licensesWith(added: Files): Promise<readonly unknown[]> {
  const sketch = { files: { ...FILES, ...added } };
  return [await licenseOf("weights", sketch), await licenseOf("training-code", sketch)];
}

const npm = (license: unknown): string => JSON.stringify({ name: "owl", license });
const python = (lines: string): string => `[project]\nname = "owl"\n${lines}\n`;
const cff = (lines: string): string => `cff-version: 1.2.0\nmessage: m\ntitle: t\nauthors: [{name: a}]\n${lines}\n`;

test.each<[string, Files, unknown]>([
  ["agrees", { "package.json": npm("Apache-2.0") }, ["Apache-2.0"]],
  ["agrees loosely", { "package.json": npm("Apache 2.0") }, ["Apache-2.0"]],
  ["contradicts", { "package.json": npm("MIT") }, "conflicting"],
  ["contradicts loosely", { "package.json": npm("MIT License") }, "conflicting"],
  ["grants nothing", { "package.json": npm("UNLICENSED") }, "conflicting"],
  ["is silent", { "package.json": npm(undefined) }, ["Apache-2.0"]],
  ["points to the text", { "package.json": npm("SEE LICENSE IN LICENSE") }, ["Apache-2.0"]],
  ["points elsewhere", { "package.json": npm("SEE LICENSE IN TERMS.txt") }, "conflicting"],
  ["is damaged", { "package.json": '{"license": "Apache-2.0",}' }, "conflicting"],
  ["is damaged and speaks of none", { "package.json": '{"name": "owl",}' }, ["Apache-2.0"]],
  ["says it twice", { "package.json": '{"license": "Apache-2.0", "license": "MIT"}' }, "conflicting"],
  ["agrees", { "pyproject.toml": python('license = "Apache-2.0"') }, ["Apache-2.0"]],
  ["agrees in a text", { "pyproject.toml": python('license = {text = "Apache License 2.0"}') }, ["Apache-2.0"]],
  ["points to the text", { "pyproject.toml": python('license = {file = "LICENSE.md"}') }, ["Apache-2.0"]],
  [
    "agrees",
    { "pyproject.toml": python('classifiers = ["License :: OSI Approved :: Apache Software License"]') },
    ["Apache-2.0"],
  ],
  [
    "contradicts",
    { "pyproject.toml": python('classifiers = ["License :: Other/Proprietary License"]') },
    "conflicting",
  ],
  ["contradicts", { "pyproject.toml": python("license = 'MIT'") }, "conflicting"],
  ["is silent", { "pyproject.toml": python("") }, ["Apache-2.0"]],
  ["agrees", { "CITATION.cff": cff("license: Apache-2.0") }, ["Apache-2.0"]],
  ["contradicts", { "CITATION.cff": cff("license: MIT") }, "conflicting"],
  ["lets choose", { "CITATION.cff": cff("license: [MIT, Apache-2.0]") }, "conflicting"],
  [
    "leads to its text",
    { "CITATION.cff": cff("license: Apache-2.0\nlicense-url: https://www.apache.org/licenses/LICENSE-2.0") },
    ["Apache-2.0"],
  ],
  ["leads elsewhere", { "CITATION.cff": cff("license-url: https://example.org/terms") }, "conflicting"],
])("beside a text, a manifest that %s (%j) leaves the code under %j", async (_, files, expected) => {
  const [, code] = await licensesWith({ LICENSE: APACHE, ...files });
  expect(code).toEqual(expected);
});

test.each<[Files, readonly unknown[]]>([
  [{ "package.json": npm("MIT") }, [["MIT"], ["MIT"]]],
  [{ "package.json": npm("Apache 2.0") }, ["unidentified", "unidentified"]],
  [{ "package.json": npm("UNLICENSED") }, ["unidentified", "unidentified"]],
  [{ "package.json": npm([{ type: "MIT" }, { type: "ISC" }]) }, [["ISC OR MIT"], ["ISC OR MIT"]]],
  [{ "package.json": npm({ name: "MIT" }) }, ["unidentified", "unidentified"]],
  [{ "pyproject.toml": python('license = "MIT"') }, ["not-observed", ["MIT"]]],
  [
    { "pyproject.toml": python('classifiers = ["License :: OSI Approved :: BSD License"]') },
    ["not-observed", "unidentified"],
  ],
  [{ "CITATION.cff": cff("type: software\nlicense: [MIT, ISC]") }, ["not-observed", ["ISC OR MIT"]]],
  [{ "CITATION.cff": cff("type: dataset\nlicense: CC-BY-4.0") }, ["not-observed", "not-observed"]],
])("%j alone says of weights and code %j", async (files, expected) => {
  const found = await licensesWith(files);
  const sorted = found.map((ids) => (Array.isArray(ids) ? ids.map((id) => id.split(" OR ").sort().join(" OR ")) : ids));
  expect(sorted).toEqual(expected);
});

test("a citation of a data set speaks for data", async () => {
  const files = { "data/train.txt": "a\nb\n", "CITATION.cff": cff("type: dataset\nlicense: CC-BY-4.0") };
  expect(await licenseOf("training-data", { files })).toEqual(["CC-BY-4.0"]);
});

test("a manifest never gives an unknown text a name", async () => {
  const text = `${MIT}\nNo more than 100 million users.\n`;
  expect(await licensesWith({ LICENSE: text, "package.json": npm("MIT") })).toEqual(["unidentified", "unidentified"]);
});

test.each([
  "node_modules/a/package.json",
  "examples/a/package.json",
  "tests/pyproject.toml",
  "third_party/package.json",
])("%s does not speak for the model", async (path) => {
  const files = { LICENSE: APACHE, [path]: path.endsWith("json") ? npm("MIT") : python('license = "MIT"') };
  expect(await licensesWith(files)).toEqual([["Apache-2.0"], ["Apache-2.0"]]);
});

test("a manifest in a folder speaks for that folder", async () => {
  const files = { ...FILES, LICENSE: APACHE, "owl/package.json": npm("MIT"), "owl/train.py": FILES["train.py"] };
  expect(await licenseOf("weights", { files })).toEqual(["Apache-2.0"]);
  expect(await licenseOf("training-code", { files })).toEqual(["Apache-2.0", "MIT"]);
});

test("a GNU identifier agrees with the text, which leaves later versions open, and is the stricter word", async () => {
  const [weights] = await licensesWith({ LICENSE: GPL, "package.json": npm("GPL-3.0-or-later") });
  expect(weights).toEqual(["GPL-3.0-only OR GPL-3.0-or-later", "GPL-3.0-or-later"]);
  expect((await licensesWith({ LICENSE: GPL, "package.json": npm("LGPL-3.0-only") }))[0]).toBe("conflicting");
});

test("what could not be read leaves open what it may speak for", async () => {
  const files = { ...FILES, LICENSE: APACHE };
  expect(await licenseOf("weights", { files, listed: ["package.json"] })).toBe("listed-not-read");
  expect(await licenseOf("weights", { files, listed: ["pyproject.toml", "web/package.json"] })).toEqual(["Apache-2.0"]);
  const gap = { path: "package.json", code: "unreadable", args: {}, message: "refused", stage: "source" } as const;
  expect(await licenseOf("weights", { files, gaps: [gap] })).toBe("unreadable");
});

test("the statement is shown with its line", async () => {
  const manifest = python('license = "MIT"');
  const { components } = await openBench({ files: { ...FILES, "pyproject.toml": manifest } }).study(licensing);
  expect(components.get("training-code")?.notes).toMatchObject([
    { code: "license-declared", quote: 'license = "MIT"', at: { path: "pyproject.toml", line: 3 }, basis: "declared" },
  ]);
});

const BOTH: Files = { "LICENSE-MIT": MIT, "LICENSE-APACHE": APACHE };

test.each<[string, Files, unknown]>([
  [
    "a choice of exactly the texts beside it",
    { ...BOTH, "package.json": npm("MIT OR Apache-2.0") },
    ["Apache-2.0 OR MIT"],
  ],
  ["no tag: both hold, since nobody says otherwise", BOTH, ["Apache-2.0", "MIT"]],
  ["a choice of one more", { ...BOTH, "package.json": npm("MIT OR Apache-2.0 OR ISC") }, "conflicting"],
  [
    "a choice of which one is not there",
    { "LICENSE-MIT": MIT, "package.json": npm("MIT OR Apache-2.0") },
    "conflicting",
  ],
  [
    "a choice beside a text that is none of it",
    { ...BOTH, "LICENSE-GPL": GPL, "package.json": npm("MIT OR Apache-2.0") },
    "conflicting",
  ],
  [
    "a choice beside an altered text",
    { ...BOTH, "LICENSE-MIT": `${MIT}\nNot for sale.\n`, "package.json": npm("MIT OR Apache-2.0") },
    "unidentified",
  ],
])("two texts side by side, and %s", async (_, files, expected) => {
  expect(await licenseOf("weights", { files: { ...FILES, ...files } })).toEqual(expected);
});
