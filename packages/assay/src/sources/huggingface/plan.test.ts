import fc from "fast-check";
import { expect, test } from "vitest";
import { type Plan, planFiles } from "./plan.ts";
import type { Entry } from "./tree.ts";

const GIB = 2 ** 30;
const MODEL = { kind: "model", hasConfig: true } as const;
const DATASET = { kind: "dataset", hasConfig: false } as const;

function entry(path: string, size = 1000): Entry {
  return { path, size, oid: "0".repeat(40) };
}

function shards(count: number): readonly Entry[] {
  return Array.from({ length: count }, (_, n) =>
    entry(`model-${String(n + 1).padStart(5, "0")}-of-${count}.safetensors`, GIB),
  );
}

const paths = ({ planned }: Plan): readonly string[] => [...planned.keys()];

test("a usual model: rights, card, index and headers come first, then what the requests allow", () => {
  const others = [
    "config.json",
    "generation_config.json",
    "tokenizer_config.json",
    "tokenizer.json",
    "special.json",
    "a.py",
  ];
  const entries = [
    ...shards(4),
    ...others.map((path) => entry(path)),
    entry("model.safetensors.index.json", 30_000),
    entry("LICENSE"),
    entry("README.md"),
    entry("release.json"),
    entry("pytorch_model.bin", GIB),
  ];
  expect(paths(planFiles(entries, MODEL))).toEqual([
    "release.json",
    "README.md",
    "LICENSE",
    "model.safetensors.index.json",
    ...shards(4).map(({ path }) => path),
    "generation_config.json",
    "tokenizer_config.json",
  ]);
});

test.each([
  [1, 1, 0],
  [4, 4, 0],
  [5, 5, 0],
  [6, 6, 0],
  [100, 6, 94],
])("of %i files of weights the headers of %i are read and %i left", (count, read, left) => {
  const plan = planFiles([...shards(count), entry("README.md")], MODEL);
  expect([plan.planned.size - 1, plan.headersLeft]).toEqual([read, left]);
});

test("what the hub counts as a download is asked for only where its answer does not say it", () => {
  const entries = ["config.json", "adapter_config.json", "params.json", "a/config.json"].map((path) => entry(path));
  expect(paths(planFiles(entries, MODEL))).toEqual([]);
  expect(paths(planFiles(entries, { ...MODEL, hasConfig: false }))).toContain("config.json");
  expect(paths(planFiles([entry("a.gguf"), entry("b.bin")], { ...MODEL, hasConfig: false }))).toEqual([]);
});

test("small data of a data set is read, large data is not", () => {
  const entries = [entry("small.csv", 200_000), entry("large.csv", 300_000), entry("README.md"), entry("x.parquet")];
  expect(paths(planFiles(entries, DATASET))).toEqual(["README.md", "small.csv"]);
});

test("of other texts those come first that tell something of a model, and none that is long", () => {
  const names = [
    "a.json",
    "added_tokens.json",
    "modeling_owl.py",
    "eval/mmlu.json",
    "tech-report.md",
    "training_config.yaml",
    "MODEL_CARD.md",
  ];
  const planned = paths(planFiles([...names.map((path) => entry(path)), entry("vocab.json", 1_000_000)], MODEL));
  expect(planned).toEqual([
    "MODEL_CARD.md",
    "training_config.yaml",
    "tech-report.md",
    "eval/mmlu.json",
    "a.json",
    "modeling_owl.py",
    "added_tokens.json",
  ]);
});

test("licences of the root come before those of folders, and leave room for other files", () => {
  const rights = ["LICENSE", "NOTICE", "USE_POLICY.md", "LICENSE-CODE", "sub/LICENSE"].map((path) => entry(path));
  const planned = paths(planFiles([...rights, entry("docs.md")], MODEL));
  expect(planned).toEqual(["LICENSE", "LICENSE-CODE", "NOTICE", "docs.md"]);
});

test("the first window follows the size of the index", () => {
  const window = (index: number): number | undefined =>
    planFiles([...shards(4), entry("model.safetensors.index.json", index)], MODEL).planned.get(shards(4)[0]?.path ?? "")
      ?.window;
  expect([window(1000), window(200_000), window(1_000_000)]).toEqual([64 << 10, 128 << 10, 256 << 10]);
});

test("a scan asks for what loaders unpickle beside everything else, a hundred files at most", () => {
  const entries = [...shards(2), entry("README.md"), entry("pytorch_model.bin", GIB), entry("owl.pkl", 500)];
  const usual = planFiles(entries, MODEL);
  const plan = planFiles(entries, { ...MODEL, isScan: true });
  expect(paths(plan)).toEqual([...paths(usual), "owl.pkl", "pytorch_model.bin"]);
  expect(plan.planned.get("owl.pkl")).toMatchObject({ how: "whole", window: 500 });
  expect(plan.planned.get("pytorch_model.bin")).toMatchObject({ how: "header", window: 256 << 10 });
  const many = Array.from({ length: 103 }, (_, n) => entry(`a-${n}.pt`, GIB));
  expect(planFiles(many, { ...MODEL, isScan: true })).toMatchObject({ headersLeft: 3 });
});

const NAMES = ["README.md", "LICENSE", "config.json", "a.safetensors", "b.safetensors", "m.safetensors.index.json"];
const anyEntry = fc
  .tuple(
    fc.constantFrom("", "sub/", "docs/"),
    fc.oneof(fc.constantFrom(...NAMES), fc.stringMatching(/^[a-z]{1,6}\.(md|py|json|safetensors|bin)$/)),
    fc.nat(5_000_000),
  )
  .map(([folder, name, size]) => entry(folder + name, size));

test("a plan keeps its bounds and does not hang on the order of the list", () => {
  const list = fc.uniqueArray(anyEntry, { selector: ({ path }) => path, maxLength: 60 });
  fc.assert(
    fc.property(list, fc.constantFrom(MODEL, DATASET), (entries, ground) => {
      const { planned, headersLeft } = planFiles(entries, ground);
      const weights = entries.filter(({ path }) => path.endsWith(".safetensors"));
      const bytes = [...planned.values()].reduce((sum, { window }) => sum + window, 0);
      expect(planned.size).toBeLessThanOrEqual(weights.length <= 4 ? 10 : 12);
      expect(bytes).toBeLessThanOrEqual(1_700_000);
      expect(weights.filter(({ path }) => !planned.has(path)).length).toBe(headersLeft);
      const turned = planFiles(entries.toReversed(), ground);
      expect([...turned.planned]).toEqual([...planned]);
    }),
  );
});
