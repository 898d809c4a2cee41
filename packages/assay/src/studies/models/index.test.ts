import fc from "fast-check";
import { expect, test } from "vitest";
import { makeRelease, makeSafetensors, openBench, type Sketch } from "../../../test/support/release.ts";
import { type OpenWorkbench, openWorkbench } from "../../assess/workbench.ts";
import { formats } from "../../formats/all.generated.ts";
import type { Models } from "../../model/models.ts";
import type { Artifact, Release } from "../../model/types.ts";
import { platform } from "../../node.ts";
import { models } from "./index.ts";

const study = (sketch: Sketch): Promise<Models> => openBench(sketch).study(models);

function benchOf(release: Release): OpenWorkbench {
  const { signal } = new AbortController();
  return openWorkbench(release, { formats, platform, signal, hash: "all", onBytes: () => undefined });
}

/** Ids of the models with the paths of their weights. */
async function group(sketch: Sketch): Promise<Readonly<Record<string, readonly string[]>>> {
  const { several } = await study(sketch);
  return Object.fromEntries(several.map(({ id, files }) => [id, files.map(({ path }) => path)]));
}

let seed = 0;
/** Weights unlike any other. */
function weights(count = 4): Uint8Array {
  seed += 1;
  return makeSafetensors({ w: count }, { seed: String(seed) });
}

const CARD = `# Llama\n\n${"This model was trained on much text and answers questions about it. ".repeat(8)}\n`;

test("two sizes in folders are two models", async () => {
  const files = { "7B/model.safetensors": weights(), "13B/model.safetensors": weights(), "README.md": CARD };
  expect(await group({ files })).toEqual({
    "it/13B": ["13B/model.safetensors"],
    "it/7B": ["7B/model.safetensors"],
  });
});

test("three quantisations are an entry each, named so; shards of one are one", async () => {
  const listed = ["owl-Q4_K_M.gguf", "owl-Q8_0-00001-of-00002.gguf", "owl-Q8_0-00002-of-00002.gguf", "owl-f16.gguf"];
  expect(Object.keys(await group({ listed }))).toEqual(["it#owl-Q4_K_M", "it#owl-Q8_0", "it#owl-f16"]);
  expect((await study({ listed })).several.map(({ name }) => name)).toEqual(["owl-Q4_K_M", "owl-Q8_0", "owl-f16"]);
});

test("nine ONNX files of different names are nine models, each also in another format", async () => {
  const stems = ["alexa", "embed", "jarvis", "mycroft", "rhasspy", "mel", "vad", "timer", "weather"];
  const listed = stems.flatMap((stem) => [`package/models/${stem}.onnx`, `package/models/${stem}.tflite`]);
  const { several } = await study({ listed });
  expect(several.map(({ name }) => name)).toEqual(stems.toSorted());
  expect(several.every(({ files }) => files.length === 2)).toBe(true);
});

test.each<[string, Sketch]>([
  ["one file", { files: { "model.safetensors": weights() } }],
  ["no file", { files: { "README.md": CARD } }],
  [
    "default names in several formats",
    {
      files: { "model.safetensors": weights() },
      listed: [
        "pytorch_model.bin",
        "tf_model.h5",
        "flax_model.msgpack",
        "onnx/model.onnx",
        "original/consolidated.00.pth",
      ],
    },
  ],
  ["shards by name", { listed: ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"] }],
  [
    "a pipeline",
    {
      listed: ["model_index.json", "unet/model.safetensors", "vae/model.safetensors", "text_encoder/model.safetensors"],
    },
  ],
  [
    "modules of a sentence encoder",
    { listed: ["model.safetensors", "1_Pooling/config.json", "2_Dense/model.safetensors"] },
  ],
  [
    "parts of an export",
    { listed: ["onnx/encoder_model.onnx", "onnx/decoder_model.onnx", "onnx/decoder_with_past_model.onnx"] },
  ],
  [
    "saved states",
    { listed: ["model.safetensors", "checkpoint-100/model.safetensors", "step_2000/model.safetensors"] },
  ],
  ["an adapter beside", { listed: ["model.safetensors", "adapter_model.safetensors"] }],
  ["one folder with a card", { files: { "README.md": CARD, "models/llama3/MODEL_CARD.md": CARD } }],
  ["licences of code", { files: { "shield/LICENSE": "MIT", "bench/LICENSE": "MIT" } }],
])("%s: one model", async (_, sketch) => {
  expect(await group(sketch)).toEqual({});
});

test("what an index names is one model, whatever its shards are called", async () => {
  const map = { weight_map: { a: "first.safetensors", b: "second.safetensors" } };
  const files = {
    "first.safetensors": makeSafetensors({ a: 1 }),
    "second.safetensors": makeSafetensors({ b: 1 }),
    "model.safetensors.index.json": JSON.stringify({ metadata: { total_size: 8 }, ...map }),
  };
  expect(await group({ files })).toEqual({});
  const beside = { ...files, "small/model.safetensors": weights() };
  expect(await group({ files: beside })).toEqual({
    it: ["first.safetensors", "second.safetensors"],
    "it/small": ["small/model.safetensors"],
  });
});

test("indexes that share a shard are one model", async () => {
  const index = (names: readonly string[]) =>
    JSON.stringify({ weight_map: Object.fromEntries(names.map((name) => [name, `${name}.safetensors`])) });
  const shards = ["a", "b", "c"].map((name) => [`${name}.safetensors`, makeSafetensors({ [name]: 1 })] as const);
  const files = {
    ...Object.fromEntries(shards),
    "x.safetensors.index.json": index(["a", "b"]),
    "y.safetensors.index.json": index(["b", "c"]),
  };
  expect(await group({ files })).toEqual({});
});

test("identical bytes in two places are one model seen twice, named by the outermost place", async () => {
  const [vad, old] = [weights(), weights()];
  const files = {
    "dist/vad.safetensors": vad,
    "vad.safetensors": vad,
    "dist/old.safetensors": old,
    "old.safetensors": old,
  };
  expect(await group({ files })).toEqual({
    "it#old": ["old.safetensors", "dist/old.safetensors"],
    "it#vad": ["vad.safetensors", "dist/vad.safetensors"],
  });
});

test("folders with a card each are models where no weights are", async () => {
  const files = {
    LICENSE: "x",
    "models/llama2/LICENSE": "x",
    "models/llama2/MODEL_CARD.md": CARD,
    "models/llama3/MODEL_CARD.md": CARD,
    "models/llama3/model.py": "import torch\n",
    "shield/LICENSE": "x",
  };
  const { several, isAbout } = await study({ files });
  expect(several.map(({ id, name, folder }) => [id, name, folder])).toEqual([
    ["it/models/llama2", "llama2", "models/llama2"],
    ["it/models/llama3", "llama3", "models/llama3"],
  ]);
  const [two, three] = several;
  const seen = Object.keys(files).map((path) => [two, three].map((one) => one && isAbout(one, { origin: "it", path })));
  expect(seen).toEqual([
    [true, true],
    [true, false],
    [true, false],
    [false, true],
    [false, true],
    [true, true],
  ]);
});

test("folders named like the release with a licence of their own are models", async () => {
  const release = makeRelease({
    files: { "codegen1/LICENSE": "x", "codegen25/LICENSE": "x", "tools/LICENSE": "x", LICENSE: "x" },
  });
  const origins = [{ ...release.origins[0], target: "salesforce/CodeGen" }] as const;
  const { several } = await benchOf({ ...release, origins }).study(models);
  expect(several.map(({ name }) => name)).toEqual(["codegen1", "codegen25"]);
});

test("a manifest's parts win over names", async () => {
  const listed = ["big-a.safetensors", "big-b.safetensors", "small.safetensors"];
  const files = Object.fromEntries(listed.map((path) => [path, weights()]));
  const parts = [
    { component: "weights", files: ["big-a.safetensors", "big-b.safetensors"] },
    { component: "weights", files: ["small.safetensors"] },
  ];
  expect(Object.values(await group({ files, parts }))).toEqual([
    ["big-a.safetensors", "big-b.safetensors"],
    ["small.safetensors"],
  ]);
  expect(await group({ files, parts: [{ component: "weights", files: listed }] })).toEqual({});
});

test("more models than anybody looks at are a gap", async () => {
  const listed = Array.from({ length: 257 }, (_, n) => `m${n}x.onnx`);
  const { several, gaps } = await study({ listed });
  expect(several).toEqual([]);
  expect(gaps).toMatchObject([{ code: "over-limit", stage: "probe", args: { models: 257 } }]);
  expect((await study({ listed: listed.slice(1) })).several).toHaveLength(256);
});

test("ids stay apart however folders are named", async () => {
  const { several } = await study({ listed: ["a#b/model.onnx", "a/b.onnx", "c.onnx"] });
  expect(new Set(several.map(({ id }) => id)).size).toBe(3);
});

const FOLDERS = ["", "7B", "13B", "onnx", "7B/onnx", "unet", "1_Pooling", "original", "a/b"];
const NAMES = [
  "model.safetensors",
  "model.onnx",
  "model_quantized.onnx",
  "x-Q4_K_M.gguf",
  "x-Q8_0.gguf",
  "model-00001-of-00002.safetensors",
  "pytorch_model.bin",
  "model_index.json",
  "config.json",
];
const paths = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES)).map((parts) => parts.filter(Boolean).join("/")),
  { maxLength: 20 },
);

const shape = ({ several }: Models) =>
  several.map(({ files, ...model }) => ({ ...model, files: files.map(({ path }) => path) }));

test("whatever the order of files, each weight file is in exactly one model, and a text changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(paths, fc.func(fc.integer()), async (listed, weigh) => {
      const release = makeRelease({ listed });
      const shuffle = (a: Artifact, b: Artifact): number => weigh(a.path) - weigh(b.path);
      const found = shape(await benchOf(release).study(models));
      expect(
        shape(await benchOf({ ...release, artifacts: release.artifacts.toSorted(shuffle) }).study(models)),
      ).toEqual(found);
      expect(shape(await study({ listed, files: { "notes.txt": "words" } }))).toEqual(found);
      const grouped = found.flatMap(({ files }) => files);
      const named = listed.filter((path) => !path.endsWith(".json"));
      expect(found.length === 0 ? [] : grouped.toSorted()).toEqual(found.length === 0 ? [] : named.toSorted());
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      expect(found.length).not.toBe(1);
    }),
    { numRuns: 200 },
  );
});
