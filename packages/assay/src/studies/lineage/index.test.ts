import { expect, test } from "vitest";
import {
  makeRelease,
  makeSafetensors,
  openBench,
  openReleaseBench,
  type Sketch,
} from "../../../test/support/release.ts";
import { KNOWN_FILES } from "../../licenses/known-files.ts";
import type { FoundLineage } from "../../model/lineage.ts";
import type { HostRecord } from "../../model/types.ts";
import { lineage } from "./index.ts";

async function find(files: Sketch["files"], more: Omit<Sketch, "files"> = {}): Promise<FoundLineage> {
  return await openBench({ files: files ?? {}, ...more }).study(lineage);
}

async function named(files: Sketch["files"]): Promise<readonly (readonly [string, string])[]> {
  return (await find(files)).bases.map(({ relation, base }) => [relation, base]);
}

function card(front: string, prose = "It answers."): string {
  return `---\n${front}\n---\n# It\n\n${prose}\n`;
}

test("a card names bases, their relation and data, each with its place and words", async () => {
  const { bases } = await find({
    "README.md": card("base_model:\n  - acme/owl\n  - acme/crow\nbase_model_relation: merge\ndatasets: [acme/seeds]"),
  });
  expect(bases.map(({ relation, base }) => [relation, base])).toEqual([
    ["merge", "acme/owl"],
    ["merge", "acme/crow"],
    ["dataset", "acme/seeds"],
  ]);
  expect(bases[1]?.notes[0]).toMatchObject({
    code: "base-named",
    basis: "declared",
    at: { path: "README.md", line: 4 },
    quote: "acme/crow",
  });
});

test("the hub's tags name bases, and the same base twice is one with both places", async () => {
  const { bases } = await find({
    "README.md": card("base_model: acme/owl\ntags:\n  - base_model:quantized:Acme/Owl\n  - dataset:acme/seeds"),
  });
  expect(bases.map(({ relation, notes }) => [relation, notes.length])).toEqual([
    ["quantized", 2],
    ["dataset", 1],
  ]);
});

test("an adapter is laid over what its configuration names", async () => {
  expect(await named({ "adapter_config.json": '{"base_model_name_or_path":"acme/owl"}' })).toEqual([
    ["adapter", "acme/owl"],
  ]);
});

test("a recipe makes a merge of what it names", async () => {
  const recipe = "merge_method: slerp\nbase_model: acme/owl\nmodels:\n  - model: acme/owl\n  - model: acme/crow\n";
  expect(await named({ "mergekit_config.yml": recipe })).toEqual([
    ["merge", "acme/owl"],
    ["merge", "acme/crow"],
  ]);
});

test.each([
  ["tags: [gguf]", "quantized"],
  ["library_name: peft", "adapter"],
  ["tags: [merge]", "finetune"],
  ["tags: [other]", "finetune"],
])("with %s alone the relation is %s", async (front, relation) => {
  expect(await named({ "README.md": card(`base_model: acme/owl\n${front}`) })).toEqual([[relation, "acme/owl"]]);
});

test("a configuration that was loaded from elsewhere is a hint, and none beside a base that is named", async () => {
  const config = '{"_name_or_path":"acme/owl","model_type":"owl"}';
  expect((await find({ "config.json": config })).bases).toMatchObject([{ base: "acme/owl", isHint: true }]);
  const both = await find({ "config.json": config, "README.md": card("base_model: acme/crow") });
  expect(both.bases.map(({ base, isHint }) => [base, isHint])).toEqual([["acme/crow", false]]);
});

test("a release is not its own base", async () => {
  const release = makeRelease({ files: { "config.json": '{"_name_or_path":"acme/owl"}' } });
  const [origin] = release.origins;
  const found = await openReleaseBench({ ...release, origins: [{ ...origin, target: "hf:acme/owl" }] }).study(lineage);
  expect(found.bases).toEqual([]);
  expect(found.owners).toEqual(["acme"]);
});

test("who quantised a model that is not named had one", async () => {
  expect(await named({ "README.md": card("quantized_by: somebody") })).toEqual([["quantized", "not named"]]);
  expect(await named({ "README.md": card("quantized_by: somebody\nbase_model: acme/owl") })).toEqual([
    ["finetune", "acme/owl"],
  ]);
});

test("a known licence has its source as evidence; another owner's model of that name is none", async () => {
  const { bases } = await find({ "README.md": card("base_model: [Qwen/Qwen2.5-3B, acme/Qwen2.5-3B]") });
  expect(bases[0]).toMatchObject({ license: { ids: ["LicenseRef-qwen-research"] } });
  expect(bases[0]?.notes.at(-1)).toMatchObject({
    code: "base-license-known",
    at: { url: expect.stringMatching(/^https:\/\/github\.com\/QwenLM\/.+\/blob\/[0-9a-f]{40}\//) },
  });
  expect(bases[1]).toMatchObject({ license: null, namesake: "Qwen/Qwen2.5-3B" });
});

test("a host names bases where no file is given out", async () => {
  const record: HostRecord = {
    origin: "it",
    url: "https://hub.example/api/models/it",
    sha256: "0".repeat(64),
    access: "gated",
    gate: [],
    licenses: [],
    bases: [
      { pointer: "/cardData/base_model", words: "acme/owl", kind: "base" },
      { pointer: "/cardData/base_model_relation", words: "adapter", kind: "relation" },
    ],
    model: {},
  };
  const { bases } = await openReleaseBench({ ...makeRelease({}), hostRecords: [record] }).study(lineage);
  expect(bases).toMatchObject([
    { relation: "adapter", base: "acme/owl", notes: [{ at: { url: record.url }, quote: "acme/owl" }] },
  ]);
});

test("a weight file is known by its stated digest, whatever it is called", async () => {
  const [digest = ""] = [...KNOWN_FILES.keys()];
  const release = makeRelease({ listed: ["weights/ears.onnx"] });
  const artifacts = release.artifacts.map((one) => ({ ...one, stated: `sha256:${digest}` as const }));
  const found = await openReleaseBench({ ...release, artifacts }).study(lineage);
  expect(found.bases).toMatchObject([{ relation: "copy", base: "snakers4/silero-vad", license: { ids: ["MIT"] } }]);
  const other = await find({ "weights/ears.safetensors": makeSafetensors({ a: 1 }) });
  expect(other.bases).toEqual([]);
});

test.each([
  ["DO NOT DOWNLOAD, the upload is under way", true],
  ["Sorry: these are the wrong weights.", true],
  ["The weights in this repository are broken.", true],
  ["Please don't download this, see the new one.", true],
  ["Update: the broken weights are fixed.", false],
  ["Do not use it for medical advice.", false],
  ["You do not need to download the weights.", false],
  ["Do not download it manually; the library does.", false],
])("%s: a warning against the files is %s", async (prose, isWarning) => {
  const { warnings } = await find({ "README.md": card("license: mit", prose) });
  expect(warnings.map(({ quote }) => quote)).toEqual(isWarning ? [prose] : []);
});

test("what is trained on the inside of a model says so", async () => {
  expect((await find({ "README.md": card("library_name: sae_lens") })).apart).toMatchObject({ quote: "sae_lens" });
  expect((await find({ "README.md": card("library_name: transformers") })).apart).toBeNull();
});

test("a word for data that lie in the release is no data set of somebody else", async () => {
  const front = { "README.md": card("datasets: [my-sums, gsm8k]") };
  expect(await named(front)).toEqual([
    ["dataset", "my-sums"],
    ["dataset", "gsm8k"],
  ]);
  const { bases } = await find({ ...front, "data/train.txt": "one and one is two\ntwo and one is three\n" });
  expect(bases.map(({ base }) => base)).toEqual(["gsm8k"]);
});

test("a name that goes on and on is cut wherever it is told", async () => {
  const { bases } = await find({ "README.md": card(`base_model: ${"owl ".repeat(20_000)}`) });
  expect(JSON.stringify(bases).length).toBeLessThan(2_000);
});

test("bases are counted to a bound", async () => {
  const many = Array.from({ length: 200 }, (_, n) => `acme/owl-${n}`).join(", ");
  expect(await named({ "README.md": card(`base_model: [${many}]`) })).toHaveLength(64);
});
