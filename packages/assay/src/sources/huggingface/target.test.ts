import fc from "fast-check";
import { expect, test } from "vitest";
import { UsageError } from "../../model/errors.ts";
import { handlingOf, isRepositoryId, isRevision, readTarget } from "./target.ts";

const MIRROR = { HF_ENDPOINT: "https://mirror.example/hub/" };
const SHA = "1".repeat(40);
const model = (id: string, revision?: string) => ({
  kind: "model",
  id,
  ...(revision === undefined ? {} : { revision }),
});
const dataset = (id: string, revision?: string) => ({ ...model(id, revision), kind: "dataset" });

test.each([
  ["hf:acme/owl", model("acme/owl")],
  ["hf://acme/owl", model("acme/owl")],
  ["hf:gpt2", model("gpt2")],
  ["hf:acme/owl@v1.0", model("acme/owl", "v1.0")],
  ["hf:acme/owl@refs/pr/7", model("acme/owl", "refs/pr/7")],
  ["hf:datasets/acme/songs", dataset("acme/songs")],
  [`hf:datasets/squad@${SHA}`, dataset("squad", SHA)],
  ["https://huggingface.co/acme/owl", model("acme/owl")],
  ["https://huggingface.co/acme/owl/?library=x#usage", model("acme/owl")],
  ["https://huggingface.co/gpt2", model("gpt2")],
  ["https://huggingface.co/gpt2/tree/v1", model("gpt2", "v1")],
  ["https://hf.co/acme/owl/tree/dev/sub/folder", model("acme/owl", "dev")],
  [`https://huggingface.co/acme/owl/blob/${SHA}/README.md`, model("acme/owl", SHA)],
  [`https://huggingface.co/acme/owl/resolve/${SHA}/a.safetensors?download=true`, model("acme/owl", SHA)],
  ["https://huggingface.co/acme/owl/tree/refs%2Fpr%2F3", model("acme/owl", "refs/pr/3")],
  ["https://huggingface.co/acme/owl/tree/refs/pr/3/x", model("acme/owl", "refs/pr/3")],
  ["https://huggingface.co/acme/owl/discussions/4", model("acme/owl")],
  ["https://huggingface.co/datasets/acme/songs/tree/main", dataset("acme/songs", "main")],
  ["https://mirror.example/hub/datasets/acme/songs", dataset("acme/songs")],
])("%s is sure to be of the hub", (target, named) => {
  expect(handlingOf(target, MIRROR)).toBe("exact");
  expect(readTarget(target, MIRROR)).toEqual(named);
});

test.each([
  ["acme/owl", model("acme/owl")],
  ["acme/owl@v1", model("acme/owl", "v1")],
])("%s may be a name on the hub", (target, named) => {
  expect(handlingOf(target, {})).toBe("name");
  expect(readTarget(target, {})).toEqual(named);
});

test.each([
  "owl",
  "./acme/owl",
  "/acme/owl",
  "~/owl",
  "acme/owl/deep",
  "acme/../owl",
  "acme/owl@",
  "acme/owl@a..b",
  "datasets/songs",
  "github:acme/owl",
  "npm:owl@1",
  "https://example.org/acme/owl",
  "https://huggingface.co.evil.example/acme/owl",
  "https://mirror.example/other/acme/owl",
  "ftp://huggingface.co/acme/owl",
  "acme\\owl",
  "a/b@c d",
])("%s is none of the hub's", (target) => {
  expect(handlingOf(target, MIRROR)).toBe(null);
});

test.each([
  "hf:",
  "hf:a/b/c",
  "hf:acme/..",
  "hf:../../api/whoami",
  "hf:acme/owl@",
  "hf:acme/owl@..",
  "hf:acme/owl@a/./b",
  "hf:acme/owl@a b",
  "hf:spaces/acme/demo",
  "hf:acme/owl.git",
  "https://huggingface.co/spaces/acme/demo",
  "https://huggingface.co/docs/hub",
  "https://huggingface.co/acme/owl/tree/..%2F..%2Fapi",
  "https://huggingface.co/acme/owl%",
  "https://huggingface.co/acme%2Fowl%2Fdeep",
])("%s is written for the hub and names nothing that can be opened", (target) => {
  expect(handlingOf(target, {})).toBe("exact");
  expect(() => readTarget(target, {})).toThrow(UsageError);
});

test("an endpoint that is none makes no address one of the hub's, and throws nothing", () => {
  expect(handlingOf("https://mirror.example/a/b", { HF_ENDPOINT: "no address" })).toBe(null);
});

test("no name and no revision that is let through leaves its place in an address", () => {
  const words = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.stringMatching(/^[.\w/@%~-]{0,30}$/));
  fc.assert(
    fc.property(words, words, (id, revision) => {
      if (!isRepositoryId(id) || !isRevision(revision)) return;
      const { pathname } = new URL(`https://hub.example/api/models/${id}/revision/${encodeURIComponent(revision)}`);
      expect(pathname).toBe(`/api/models/${id}/revision/${encodeURIComponent(revision)}`);
    }),
  );
});
