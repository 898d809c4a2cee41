import { expect, test } from "vitest";
import { ask, makeSafetensors } from "../../../test/support/release.ts";
import rightsGranted from "../../probes/rights-granted/index.ts";

const WEIGHTS = { "model.safetensors": makeSafetensors({ w: 4 }) };
const README = "---\nlicense: apache-2.0\n---\n# Owl\n";

async function maySell(files: Readonly<Record<string, string>>): Promise<unknown> {
  const release = { files: { ...WEIGHTS, "README.md": README, ...files } };
  return (await ask(rightsGranted, release)).get("rights.sell")?.value;
}

const REUSE = (path: string): string =>
  `version = 1\n[[annotations]]\npath = "${path}"\nSPDX-License-Identifier = "CC-BY-NC-4.0"\n`;

test.each([
  ["config.json", '{ "model_type": "owl", "license": "cc-by-nc-4.0" }'],
  ["configuration.json", '{ "framework": "barn", "license": "non-commercial" }'],
  ["model_index.json", '{ "license_name": "Owl Research License" }'],
  ["croissant.json", '{ "license": "https://creativecommons.org/licenses/by-nc/4.0/" }'],
  ["CITATION.cff", "cff-version: 1.2.0\nlicense: CC-BY-NC-4.0\n"],
  ["rdf.yaml", "type: model\nlicense: 'CC-BY-NC-4.0'\n"],
  ["REUSE.toml", REUSE("*.safetensors")],
  [".reuse/dep5", "Format: x\n\nFiles: *\nCopyright: Barn\nLicense: CC-BY-NC-4.0\n"],
])("a licence against trade in %s is not settled by the tag of the card", async (path, text) => {
  expect(await maySell({ [path]: text })).toBe("unknown");
});

test.each([
  ["config.json", '{ "model_type": "owl", "license": "MIT" }'],
  ["config.json", '{ "license": "other" }'],
  ["CITATION.cff", "license: Apache-2.0\nnotes: cc-by-nc-4.0\n"],
  ["REUSE.toml", REUSE("docs/*.png")],
  ["data/metadata.json", '{ "license": "cc-by-nc-4.0" }'],
  ["vocab.json", '{ "license": "cc-by-nc-4.0" }'],
])("what permits, or speaks of other files, changes nothing: %s", async (path, text) => {
  expect(await maySell({ [path]: text })).toBe("yes");
});

const front = (fields: string): Readonly<Record<string, string>> => ({
  "README.md": `---\n${fields}\n---\n# Owl\n`,
});

test.each([
  "license: apache-2.0\nusage: non-commercial only",
  "license: apache-2.0\nterms_of_use: https://barn.example/terms",
  "license: apache-2.0\ncommercial_use: false",
  "license: apache-2.0\nrights: all rights reserved",
  "license: apache-2.0\ntags:\n- owl\n- non-commercial",
  "license: apache-2.0\ndescription: Commercial use is prohibited.",
  "license: apache-2.0 # weights are cc-by-nc-4.0",
  "license: apache-2.0\n# Weights: non-commercial use only",
  "license: apache-2.0\nmodel-index:\n- name: owl\n  license: cc-by-nc-4.0",
  "license: apache-2.0\nextra_gated_prompt: You may not use it for military purposes",
])("further fields of a front matter are read: %s", async (fields) => {
  const release = { files: { ...WEIGHTS, ...front(fields) } };
  expect((await ask(rightsGranted, release)).get("rights.outputs")?.value).toBe("unknown");
});

test.each([
  "license: apache-2.0\ndatasets:\n- barn/owls-cc-by-nc-4.0",
  "license: apache-2.0\ncommercial_use: true",
  "license: apache-2.0\nterms: none",
  "license: apache-2.0\nwidget:\n- text: Commercial use is prohibited.",
  "license: apache-2.0\ntags:\n- commercial\n- research",
  "license: apache-2.0 # as before",
])("and change nothing where they say nothing of terms: %s", async (fields) => {
  expect(await maySell(front(fields))).toBe("yes");
});
