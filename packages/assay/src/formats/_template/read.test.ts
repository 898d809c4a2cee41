import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { work } from "../../../test/format-kit.ts";
import { examples } from "./examples/build.ts";
import templateId from "./index.ts";
import * as words from "./words.ts";

testExamples(templateId, words, { url: import.meta.url, examples });

test("what follows the header counts as unread", async () => {
  const { read } = await work(templateId, new Uint8Array([7, 0, 0, 0, 1]));
  expect(read?.spans.at(-1)).toEqual({ start: 4, end: 5, as: "unread" });
});
