import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, work } from "../../../test/format-kit.ts";
import { examples } from "./examples/build.ts";
import requirements from "./index.ts";
import * as words from "./words.ts";

testExamples(requirements, words, { url: import.meta.url, examples });

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test("names", () => {
  const matches = (path: string): boolean => requirements.matches(path, new Uint8Array(), new Uint8Array());
  for (const path of ["requirements.txt", "a/requirements-gpu.txt", "requirements_mlx.txt"])
    expect(matches(path), path).toBe(true);
  for (const path of ["requirements.in", "my-requirements.txt", "requirementsx.txt", "requirements/dev.txt"])
    expect(matches(path), path).toBe(false);
});

test("another index is stated with its place, the usual one is not", async () => {
  const usual = ["https:/", "pypi.org", "simple"].join("/");
  const lines = ["a", `--index-url ${usual}`, `-i ${usual.replace("https", "http")}`];
  const { read } = await work(requirements, encode(lines.join("\n")));
  expect(read?.facts.indexes).toMatchObject([{ value: usual.replace("https", "http"), at: { start: 38, line: 3 } }]);
});

test.each(["\\\n", "# ", "a;", "-e ", "a[", ",", "a==1,", " ;", "--"])("1 MiB of %j end in time", async (piece) => {
  const bytes = encode(piece.repeat(Math.floor(2 ** 20 / piece.length)));
  checkLaws(await work(requirements, bytes), bytes.length, words);
});

test("1 MiB of spaces amid a line ends in time", async () => {
  const bytes = encode(`a${" ".repeat(2 ** 20)}b\n-r${"\t".repeat(2 ** 20)}b`);
  checkLaws(await work(requirements, bytes), bytes.length, words);
});
