import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, work } from "../../../test/format-kit.ts";
import { examples } from "./examples/build.ts";
import yaml from "./index.ts";
import * as words from "./words.ts";

testExamples(yaml, words, { url: import.meta.url, examples });

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test("only what stands before the first error is kept", async () => {
  const { read } = await work(yaml, encode("a: 1\nb: 2\nc: [3\nd: 4\n"));
  expect(Object.keys(read?.facts.fields ?? {})).not.toContain("/d");
  expect(read?.facts.fields?.["/a"]?.value).toBe(1);
});

test("a file that is no YAML from the start says nothing, with a warning", async () => {
  const { read } = await work(yaml, encode("'open\n"));
  expect(read?.facts.fields).toEqual({});
  expect(read?.faults).toMatchObject([{ code: "not-yaml", severity: "warning" }]);
});

test("of a key that stands twice the first counts, and the second has its place", async () => {
  const { read } = await work(yaml, encode("a: 1\nb: 2\na: 3\n"));
  expect(read?.facts.fields?.["/a"]?.value).toBe(1);
  expect(read?.faults).toMatchObject([{ code: "duplicate-key", at: { start: 10, end: 11, line: 3 } }]);
});

test("a later document is a gap", async () => {
  const { read } = await work(yaml, encode("a: 1\n---\nb: 2\n"));
  expect(Object.keys(read?.facts.fields ?? {})).toEqual(["/a"]);
  expect(read?.gaps.map((gap) => gap.code)).toEqual(["more-documents"]);
});

test.each(["[", "- ", "? ", "{a: ", "a: ", '"', "&a ", "!"])(
  "64 KiB of %j end in a reading or a refusal",
  async (piece) => {
    const bytes = encode(piece.repeat(Math.floor(65_536 / piece.length)));
    checkLaws(await work(yaml, bytes), bytes.length, words);
  },
);
