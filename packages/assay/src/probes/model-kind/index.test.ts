import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

const CLAIM = "model.modality";

test.each([
  [{ "README.md": "---\npipeline_tag: text-generation\n---\n# Owl\n" }, ["language"]],
  [{ "README.md": "---\npipeline_tag: image-segmentation\n---\n# Owl\n" }, ["vision"]],
  [{ "README.md": "---\ntags:\n- birds\n- weather\n---\n# Owl\n" }, ["science-weather"]],
  [{ "config.json": '{"architectures": ["OwlForCausalLM"]}' }, ["language"]],
  [{ "config.json": '{"architectures": ["WhisperForConditionalGeneration"]}' }, ["speech"]],
  [{ "model.ubj": "x" }, ["tabular"]],
  [{ "README.md": "# Owl\n\nOwl is a small language model that answers questions.\n" }, ["language"]],
  [{ "README.md": "# Owl\n\nOwl predicts protein structure from sequences.\n" }, ["science-protein"]],
])("the kind of %j is %j", async (files, kinds) => {
  const claims = await ask(probe, { files });
  expect(claims.get(CLAIM)?.value).toEqual(kinds);
  expect(claims.get(CLAIM)?.evidence).not.toEqual([]);
});

test("a model of two tasks deals with both", async () => {
  const card = "---\npipeline_tag: [text-generation, image-classification]\n---\n# Owl\n";
  expect((await ask(probe, { files: { "README.md": card } })).get(CLAIM)?.value).toEqual(["language", "vision"]);
});

test("a release that calls its models by several kinds leaves the kind open", async () => {
  const card = "# Owl\n\nOwl 7B is a language model. Owl Eye is a vision-language model.\n";
  const links = "# Owl\n\nOwl is a language model.\n\n## News\n\n- [Owl-VL](https://huggingface.co/acme/Owl-VL-7B)\n";
  for (const text of [card, links]) {
    const claims = await ask(probe, { target: "acme/owl", files: { "README.md": text } });
    expect(claims.get(CLAIM)).toMatchObject({ value: "unknown", because: "conflicting" });
    expect(claims.get(CLAIM)?.evidence.length).toBe(2);
  }
});

test("a narrower kind takes its words from the wider", async () => {
  const card = "# Owl\n\nOwl tags parts and does part-of-speech tagging as a language model.\n";
  expect((await ask(probe, { files: { "README.md": card } })).get(CLAIM)?.value).toEqual(["language"]);
  const eye = "# Owl\n\nOwl is a vision-language model.\n";
  expect((await ask(probe, { files: { "README.md": eye } })).get(CLAIM)?.value).toEqual(["multimodal"]);
});

test("two configurations tell of both kinds", async () => {
  const files = {
    "a/config.json": '{"architectures": ["OwlForCausalLM"]}',
    "b/config.json": '{"architectures": ["OwlForImageClassification"]}',
  };
  expect((await ask(probe, { files })).get(CLAIM)?.value).toEqual(["language", "vision"]);
});

test("the task decides before what a sentence calls it", async () => {
  const card = "---\npipeline_tag: object-detection\n---\n# Owl\n\nUnlike a language model, Owl finds birds.\n";
  expect((await ask(probe, { files: { "README.md": card } })).get(CLAIM)?.value).toEqual(["vision"]);
});

test.each([
  { "README.md": "# Owl\n\nOwl is a model.\n" },
  { "README.md": "---\npipeline_tag: other\n---\n# Owl\n" },
  { "README.md": "# Owl\n\n## News\n\nOur new vision-language model is out.\n" },
  { "tests/model.ubj": "x" },
])("of %j no kind is told", async (files) => {
  expect((await ask(probe, { files })).get(CLAIM)).toMatchObject({ value: "unknown", because: "not-observed" });
});

test("intermediate checkpoints do not apply to what is fitted in one go", async () => {
  const trees = await ask(probe, { files: { "README.md": "---\nlibrary_name: sklearn\n---\n# Owl\n" } });
  expect(trees.get("intermediate-weights.applies")?.value).toBe(false);
  expect(trees.seen.evidence.find(({ code }) => code === "fitted-at-once")).toMatchObject({ quote: "sklearn" });
  const network = await ask(probe, { files: { "README.md": "---\nlibrary_name: transformers\n---\n# Owl\n" } });
  expect(network.get("intermediate-weights.applies")?.value).toBe("unknown");
});
