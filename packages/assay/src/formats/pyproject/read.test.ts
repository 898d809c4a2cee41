import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, work } from "../../../test/format-kit.ts";
import { examples } from "./examples/build.ts";
import pyproject from "./index.ts";
import * as words from "./words.ts";

testExamples(pyproject, words, { url: import.meta.url, examples });

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test("what stands before a break is kept", async () => {
  const { read } = await work(pyproject, encode("[project]\nname = 'owl'\nlicense = MIT\nversion = '1'\n"));
  expect(read?.facts.package?.name?.value).toBe("owl");
  expect(read?.facts.package?.licenses).toEqual([]);
  expect(read?.faults).toMatchObject([{ code: "not-toml", severity: "warning", at: { start: 23, line: 3 } }]);
});

test("a value that may stand in a text of several lines has the place of the whole file", async () => {
  const text = "a = '''\n[project]\nlicense = \"MIT\"\n'''\n[project]\nlicense = \"MIT\"\n";
  const { read } = await work(pyproject, encode(text));
  expect(read?.facts.package?.licenses[0]?.field).toEqual({
    value: "MIT",
    at: { start: 0, end: text.length, line: 1 },
  });
});

test("a text in a comment is not the place of a value", async () => {
  const text = "[project]\ndependencies = [ # 'owl'\n  'owl',\n]\n";
  const { read } = await work(pyproject, encode(text));
  expect(read?.facts.dependencies?.[0]?.at).toEqual({ start: 38, end: 41, line: 3 });
});

test("keys of a prototype are keys", async () => {
  const { read } = await work(pyproject, encode("__proto__ = 1\n[constructor]\nname = 'a'\n[project]\nname = 'owl'\n"));
  expect(read?.facts.package?.name?.value).toBe("owl");
});

test.each(["[project]\n", "[", "dependencies=['a',", "a.", "'''", "[[a]]\n", "a={", "#'owl'"])(
  "512 KiB of %j end in time",
  async (piece) => {
    const bytes = encode(
      `[project]\ndependencies = [${"'owl',".repeat(9000)}]\n${piece.repeat(2 ** 19 / piece.length)}`,
    );
    checkLaws(await work(pyproject, bytes), bytes.length, words);
  },
);
