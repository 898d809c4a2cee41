import { expect, test } from "vitest";
import { readBaseName, splitTarget } from "./base-names.ts";

test.each([
  ["acme/owl-1b", "acme/owl-1b", "repository"],
  ["https://huggingface.co/acme/owl-1b/tree/main", "acme/owl-1b", "repository"],
  ["hf:datasets/acme/owls", "acme/owls", "repository"],
  ["acme/owl-1b@main", "acme/owl-1b", "repository"],
  ["gpt2", "gpt2", "word"],
  ["Owl 1B Instruct", "Owl 1B Instruct", "word"],
  ["/data/models/owl", "/data/models/owl", "path"],
  ["../owl", "../owl", "path"],
  ["C:\\models\\owl", "C:\\models\\owl", "path"],
  ["outputs/checkpoint-500", "outputs/checkpoint-500", "path"],
  ["runs/2024/owl", "runs/2024/owl", "path"],
])("%s is %s, a %s", (words, base, naming) => {
  expect(readBaseName(words)).toEqual({ base, naming });
});

test("a long word is cut, and read in time linear in its length", () => {
  const started = performance.now();
  expect(readBaseName("a\\".repeat(200_000)).base.length).toBe(200);
  expect(readBaseName("a/".repeat(200_000)).naming).toBe("path");
  expect(performance.now() - started).toBeLessThan(1_000);
});

test.each([
  ["hf:acme/owl@main", "acme", "owl"],
  ["npm:@acme/owl@1.0.0", "acme", "owl"],
  ["acme__owl", "acme", "owl"],
  ["owl-folder", null, "owl-folder"],
])("%s is owned by %s and called %s", (target, owner, name) => {
  expect(splitTarget(target)).toEqual({ owner, name });
});
