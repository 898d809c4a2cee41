import { expect, test } from "vitest";
import { chooseFormats } from "../../src/assess/choose-formats.ts";
import { formats } from "../../src/formats/all.generated.ts";

const STUB = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 1\n`;
const HEADER = "\u0002\0\0\0\0\0\0\0{}";

function idsFor(name: string, content = ""): readonly string[] {
  const bytes = new TextEncoder().encode(content);
  return chooseFormats(formats, { name, head: bytes, tail: bytes }).map(({ id }) => id);
}

test.each([
  ["config.json", "model-config"],
  ["sub/tokenizer.json", "tokenizer"],
  ["tokenizer_config.json", "tokenizer"],
  ["generation_config.json", "generation-config"],
  ["model.safetensors.index.json", "safetensors-index"],
  ["vocab.JSON", "json"],
  ["vocab.json", "vocabulary-json"],
  ["a/vocab.txt", "vocabulary-text"],
  ["merges.txt", "bpe-merges"],
  ["chat_template.jinja", "chat-template"],
  ["other.jinja", "jinja-template"],
  ["adapter_config.json", "adapter-config"],
  ["modules.json", "sentence-transformers"],
  ["package.json", "package-manifest"],
  ["package-lock.json", "json"],
  ["pyproject.toml", "pyproject"],
  ["poetry.toml", "text"],
  ["requirements-dev.txt", "requirements"],
  ["CITATION.cff", "citation"],
  ["dataset_infos.json", "dataset-infos"],
  ["LICENSE", "text"],
  ["LICENSE.md", "markdown"],
  ["card.yml", "yaml"],
])("%s is read as %s alone", (name, id) => {
  expect(idsFor(name)).toEqual([id]);
});

test("a file whose content has a format of its own is not read as what its name is in general", () => {
  expect(idsFor("weights.json", HEADER)).toEqual(["safetensors"]);
  expect(idsFor("config.json", HEADER)).toEqual(["model-config", "safetensors"]);
});

test.each(["model.safetensors", "config.json", "README.md", "LICENSE", "a.bin"])(
  "a stub named %s is only that",
  (name) => {
    expect(idsFor(name, STUB)).toEqual(["lfs-pointer"]);
  },
);

test("a tokenizer's model is read as what it holds", () => {
  expect(idsFor("tokenizer.model", "\n\u000e\n\u0005<unk>")).toEqual(["sentencepiece"]);
  expect(idsFor("tokenizer.model", "IQ== 0\nIg== 1\n")).toEqual(["tiktoken"]);
  expect(idsFor("tokenizer.model", "anything else")).toEqual([]);
});

test("what no format matches is read by none", () => {
  expect(idsFor("a.jsonl")).toEqual([]);
});
