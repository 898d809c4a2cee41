import { expect, test } from "vitest";
import { UsageError } from "../../model/errors.ts";
import { handlesTarget, readTarget } from "./target.ts";

test.each([
  ["hf:acme/owl", "exact", "model", "acme/owl", "main"],
  ["hf:gpt2", "exact", "model", "gpt2", "main"],
  ["hf:acme/owl@refs/pr/1", "exact", "model", "acme/owl", "refs/pr/1"],
  ["hf:datasets/acme/owls@v1.0", "exact", "dataset", "acme/owls", "v1.0"],
  ["acme/owl", "name", "model", "acme/owl", "main"],
  ["acme/owl-7B@abc", "name", "model", "acme/owl-7B", "abc"],
  ["https://huggingface.co/acme/owl", "exact", "model", "acme/owl", "main"],
  ["https://huggingface.co/acme/owl/tree/v2", "exact", "model", "acme/owl", "v2"],
  ["https://huggingface.co/acme/owl/blob/main/README.md?x=1#top", "exact", "model", "acme/owl", "main"],
  ["https://hf.co/datasets/acme/owls/", "exact", "dataset", "acme/owls", "main"],
  ["http://127.0.0.1:9/acme/owl", "exact", "model", "acme/owl", "main"],
])("%s", (...[target, handling, kind, id, revision]) => {
  const environment = { HF_ENDPOINT: "http://127.0.0.1:9" };
  expect(handlesTarget(target, environment)).toBe(handling);
  expect(readTarget(target, undefined, environment)).toEqual({ kind, id, revision });
});

test.each(["./acme/owl", "acme", "a/b/c", "github:acme/owl", "https://owl.example/acme/owl", "/acme/owl", "-a/b"])(
  "%s is none of the hub's",
  (target) => {
    expect(handlesTarget(target, {})).toBeNull();
  },
);

test.each(["hf:", "hf:a/b/c", "hf:../x", "hf:acme/ow l", "hf:acme/owl@../x", "hf:acme/owl@-x"])(
  "%s is refused",
  (target) => {
    expect(() => readTarget(target, undefined, {})).toThrow(UsageError);
  },
);
