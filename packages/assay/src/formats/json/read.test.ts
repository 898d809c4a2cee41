import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { work } from "../../../test/format-kit.ts";
import { examples } from "./examples/build.ts";
import json from "./index.ts";
import * as words from "./words.ts";

testExamples(json, words, { url: import.meta.url, examples });

test("fields past the bound are a gap, not a loss in silence", async () => {
  const done = await work(json, new TextEncoder().encode(JSON.stringify(Array(10_007).fill(0))));
  expect(Object.keys(done.read?.facts.fields ?? {})).toHaveLength(10_000);
  expect(done.read?.gaps).toMatchObject([{ code: "over-limit", args: { omitted: 7 } }]);
});

test("a file that breaks off keeps the fields before the break", async () => {
  const done = await work(json, new TextEncoder().encode('{"a": 1, "b": [2, }'));
  expect(Object.keys(done.read?.facts.fields ?? {})).toEqual(["/a", "/b/0"]);
  expect(done.read?.spans).toEqual([
    { start: 0, end: 18, as: "parsed" },
    { start: 18, end: 19, as: "unread" },
  ]);
});

test("JSON lines are another format", () => {
  const none = new Uint8Array();
  expect(json.matches("a.jsonl", none, none)).toBe(false);
  expect(json.matches("vocab.JSON", none, none)).toBe(true);
});
