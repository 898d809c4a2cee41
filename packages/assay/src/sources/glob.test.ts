import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesGlob } from "./glob.ts";

test.each([
  ["data/*.txt", "data/train.txt", true],
  ["data/*.txt", "data/raw/train.txt", false],
  ["data/**", "data/raw/train.txt", true],
  ["data/", "data/raw/train.txt", true],
  ["**/*.md", "README.md", true],
  ["**/*.md", "docs/a/b.md", true],
  ["*.md", "docs/b.md", false],
  ["a?c", "abc", true],
  ["a?c", "a/c", false],
  ["a*b*c", "axxbyyc", true],
  ["a*b*c", "axxbyy", false],
  ["./model.safetensors", "model.safetensors", true],
  ["**", "any/thing", true],
  ["[x].md", "x.md", false],
])("%s names %s: %s", (pattern, path, expected) => {
  expect(matchesGlob(pattern, path)).toBe(expected);
});

test("a path without wildcards names itself and nothing else", () => {
  const name = fc.stringMatching(/^[a-z.]{1,6}$/);
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
  fc.assert(
    fc.property(path, path, (a, b) => {
      fc.pre(!a.startsWith("./"));
      expect(matchesGlob(a, b)).toBe(a === b);
    }),
  );
});
