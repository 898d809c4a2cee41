import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { licenseText } from "../../../test/support/license-text.ts";
import {
  makeRelease,
  makeSafetensors,
  openBench,
  openReleaseBench,
  type Sketch,
} from "../../../test/support/release.ts";
import type { Licensing } from "../../model/inventory.ts";
import { licensing } from "./index.ts";

const APACHE = licenseText("Apache-2.0");
const MIT = licenseText("MIT");
const GPL = licenseText("GPL-3.0-only");
const WEIGHTS = { "model.safetensors": makeSafetensors({ a: 2 }) };

function cardOf(front: string): string {
  return `---\n${front}\n---\n# Owl\n`;
}

async function license(front: string, { files = {}, ...rest }: Sketch = {}): Promise<Licensing> {
  return await openBench({ files: { ...WEIGHTS, "README.md": cardOf(front), ...files }, ...rest }).study(licensing);
}

/** How the card stands to the texts of the weights; undefined where nobody can tell. */
async function agreementOf(front: string, sketch: Sketch = {}): Promise<string | undefined> {
  const { components } = await license(front, sketch);
  return components.get("weights")?.governing.find(({ paths }) => paths[0] === "README.md")?.agreement;
}

/** Texts by a short name. */
const TEXTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["MIT", "Apache-2.0", "BSD-3-Clause", "CC-BY-4.0", "BSL-1.0", "BUSL-1.1"].map((id) => [id, licenseText(id)]),
  ),
  GPL,
  "MIT, not for commerce": `${MIT}\nThe Software may not be used for commercial purposes.\n`,
  "MIT, with a duty": `${MIT}\nOwls must be fed by every user of the Software.\n`,
  "own terms": "Owl terms. This model is for non-commercial research only.\n",
  reference: "Licensed under the Apache License, Version 2.0.\n",
};

test.each<[string, Readonly<Record<string, string>>, string]>([
  ["license: mit", { LICENSE: "MIT" }, "same"],
  ["license: gpl-3.0", { LICENSE: "GPL" }, "same"],
  ["license: GPL-3.0-or-later", { LICENSE: "GPL" }, "same"],
  ["license: bsl-1.0", { LICENSE: "BSL-1.0" }, "same"],
  ["license: mit\nlicense_link: LICENSE", { LICENSE: "MIT" }, "same"],
  ["license: MIT OR Apache-2.0", { "LICENSE-MIT": "MIT", "LICENSE-APACHE": "Apache-2.0" }, "same"],
  ["license: mit", { LICENSE: "Apache-2.0", MODEL_LICENSE: "MIT" }, "same"],
  ["license: gpl", { LICENSE: "GPL" }, "family-only"],
  ["license: bsd", { LICENSE: "BSD-3-Clause" }, "family-only"],
  ["license: cc", { LICENSE: "CC-BY-4.0" }, "family-only"],
  ["license: mit", { LICENSE: "Apache-2.0" }, "contradicted"],
  ["license: gpl", { LICENSE: "MIT" }, "contradicted"],
  ["license: openrail", { LICENSE: "MIT" }, "contradicted"],
  ["license: bsl-1.0", { LICENSE: "BUSL-1.1" }, "contradicted"],
  ["license: mit", { "LICENSE-CODE": "MIT", MODEL_LICENSE: "Apache-2.0" }, "contradicted"],
  ["license: mit", { LICENSE: "MIT, not for commerce" }, "narrower"],
  ["license: mit", { LICENSE: "MIT, with a duty" }, "narrower"],
  ["license: mit", { LICENSE: "own terms" }, "narrower"],
  ["license: mit", {}, "text-missing"],
  ["license: gemma", {}, "text-missing"],
  ["license: other\nlicense_name: owl-terms", {}, "text-missing"],
  ["license: other\nlicense_name: owl-terms\nlicense_link: https://owl.example/terms", {}, "pointer-only"],
  ["license: llama2\nlicense_link: https://huggingface.co/acme/other/blob/main/LICENSE", {}, "pointer-only"],
  ["license: apache-2.0", { LICENSE: "reference" }, "pointer-only"],
])("%j beside %j is %s", async (front, texts, expected) => {
  const files = Object.fromEntries(Object.entries(texts).map(([path, name]) => [path, TEXTS[name] ?? ""]));
  expect(await agreementOf(front, { files })).toBe(expected);
});

test.each<[string, string, Sketch]>([
  ["a text that was not read", "license: mit", { listed: ["LICENSE"] }],
  ["a text of which nobody knows what it is", "license: mit", { files: { LICENSE: "Be kind to owls.\n" } }],
  [
    "a changed text that restricts nothing",
    "license: mit",
    { files: { LICENSE: `${MIT}\nOwls are birds of night.\n` } },
  ],
  ["one of several texts", "license: mit", { files: { "LICENSE-MIT": MIT, "LICENSE-APACHE": APACHE } }],
  ["a name of a publisher's own", "license: other\nlicense_name: owl", { files: { LICENSE: MIT } }],
  [
    "a reference to another licence",
    "license: mit",
    { files: { LICENSE: "Licensed under the Apache License, Version 2.0.\n" } },
  ],
  ["a text elsewhere in the release", "license: mit", { files: { "docs/a/LICENSE": MIT } }],
])("%s leaves it open", async (_, front, sketch) => {
  expect(await agreementOf(front, sketch)).toBeUndefined();
});

test("a finding names both places", async () => {
  const { disagreements } = await license("tags: [owl]\nlicense: mit", { files: { LICENSE: APACHE } });
  expect(disagreements.map(({ message }) => message)).toEqual([
    "The card says mit (README.md:3). The licence says Apache-2.0 (LICENSE:1). These do not agree.",
  ]);
  expect(disagreements[0]).toMatchObject({ code: "license-contradicted", at: { path: "README.md", line: 3 } });
});

test("a finding on a narrower text gives the term, or the words that were put in", async () => {
  const line = MIT.trimEnd().split("\n").length + 2;
  const told = async (clause: string): Promise<readonly string[]> => {
    const files = { LICENSE: `${MIT.trimEnd()}\n\n${clause}\n` };
    return (await license("license: mit", { files })).disagreements.map(({ message }) => message);
  };
  expect(await told("The Software may not be used for commercial purposes.")).toEqual([
    `The card says mit (README.md:2). The licence says: commercial use is not granted (LICENSE:${line}). These do not agree.`,
  ]);
  expect(await told("Owls must be fed by every user.")).toEqual([
    `The card says mit (README.md:2). The licence says: “Owls must be fed by every user.” (LICENSE:${line}). These do not agree.`,
  ]);
});

test("what is said of several components is found once, and agreement finds nothing", async () => {
  const files = { LICENSE: APACHE, "config.json": '{"model_type":"gpt2","architectures":["GPT2LMHeadModel"]}' };
  expect((await license("license: mit", { files })).disagreements).toHaveLength(1);
  expect((await license("license: apache-2.0", { files })).disagreements).toEqual([]);
});

test("a family whose text is here is that text's licence", async () => {
  const { components } = await license("license: bsd", { files: { LICENSE: licenseText("BSD-3-Clause") } });
  expect(components.get("weights")?.terms).toEqual({ ids: ["BSD-3-Clause"] });
});

test("a header of one file is no contradiction to the text of its folder", async () => {
  const files = {
    LICENSE: APACHE,
    "train.py": "# SPDX-License-Identifier: MIT\noptimizer.zero_grad()\nloss.backward()\n",
  };
  const { components, disagreements } = await openBench({ files }).study(licensing);
  const governing = components.get("training-code")?.governing ?? [];
  expect(governing.find(({ declared }) => declared === "MIT")?.agreement).toBe("text-missing");
  expect(disagreements).toEqual([]);
});

test("metadata of a weight file and the text beside it do not agree, and both hold", async () => {
  const files = { LICENSE: APACHE, "model.safetensors": makeSafetensors({ a: 2 }, { license: "cc-by-nc-4.0" }) };
  const { components, disagreements } = await openBench({ files }).study(licensing);
  expect(components.get("weights")?.terms).toEqual({ ids: ["Apache-2.0", "CC-BY-NC-4.0"] });
  expect(disagreements.map(({ message }) => message)).toEqual([
    "The file's metadata says cc-by-nc-4.0 (model.safetensors). The licence says Apache-2.0 (LICENSE:1). These do not agree.",
  ]);
});

test("what a host declares with a link is a pointer", async () => {
  const release = makeRelease({ listed: ["model.safetensors"] });
  const said = (kind: "id" | "link", words: string) => ({ kind, pointer: `/cardData/${kind}`, words });
  const licenses = [said("id", "other"), said("link", "https://owl.example/terms")];
  const record = {
    origin: "it",
    url: "https://hub.example/it",
    sha256: "a".repeat(64),
    access: "open" as const,
    gate: [],
    licenses,
    model: {},
  };
  const { components } = await openReleaseBench({ ...release, hostRecords: [record] }).study(licensing);
  expect(components.get("weights")?.governing.map(({ agreement }) => agreement)).toEqual([
    "pointer-only",
    "pointer-only",
  ]);
});

const RELEASES = join(
  process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../../../shared/corpora"),
  "releases",
);

test.skipIf(!existsSync(RELEASES)).each([
  ["MiniMax-AI__MiniMax-M2/LICENSE", "license: mit", "narrower", "conflicting"],
  [
    "MiniMax-AI__MiniMax-M2/LICENSE",
    "license: other\nlicense_name: modified-mit",
    undefined,
    ["LicenseRef-minimax-m2"],
  ],
  ["MoonshotAI__Kimi-K2/LICENSE", "license: mit", "narrower", "conflicting"],
  ["MoonshotAI__Kimi-K2/LICENSE", "license: other\nlicense_name: modified-mit", undefined, ["LicenseRef-kimi-k2"]],
  ["facebookresearch__llama/LICENSE", "license: llama2", "same", ["LicenseRef-llama2"]],
  ["facebookresearch__llama/LICENSE", "license: other\nlicense_name: llama2", "same", ["LicenseRef-llama2"]],
  ["facebookresearch__llama/LICENSE", "license: other\nlicense_name: llama3", "contradicted", "conflicting"],
  ["facebookresearch__llama/LICENSE", "license: apache-2.0", "contradicted", "conflicting"],
  ["deepseek-ai__DeepSeek-LLM/LICENSE-MODEL", "license: openrail", undefined, "conflicting"],
  ["deepseek-ai__DeepSeek-LLM/LICENSE-MODEL", "license: mit", "contradicted", "conflicting"],
])("%s under %j is %s", async (...[path, front, expected, terms]) => {
  const files = { [path.split("/")[1] ?? ""]: readFileSync(join(RELEASES, path), "utf8") };
  expect(await agreementOf(front, { files })).toBe(expected);
  const found = (await license(front, { files })).components.get("weights")?.terms;
  expect(found).toEqual(typeof terms === "string" ? { because: terms } : { ids: terms });
});
