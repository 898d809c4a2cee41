import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import zip from "./index.ts";
import * as words from "./words.ts";

testExamples(zip, words, { url: import.meta.url, examples });

test("an archive is known by its end, whatever it begins with", () => {
  const bytes = examples["bad/loose-bytes.zip"] ?? new Uint8Array();
  expect(zip.matches("owl.bin", bytes, bytes)).toBe(true);
  expect(zip.matches("owl.bin", bytes.subarray(0, 40), bytes.subarray(0, 40))).toBe(false);
});
