import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import text from "./index.ts";
import { isTextName } from "./read.ts";
import * as words from "./words.ts";

testExamples(text, words, { url: import.meta.url, examples });

test("names of texts", () => {
  for (const name of ["LICENSE", "a/LICENCE-MIT", "COPYING.LESSER", "NOTICE.txt", "train.py", "Licenses.rst"]) {
    expect(isTextName(name), name).toBe(true);
  }
  for (const name of ["LICENSE.md", "LICENSE.pdf", "data.csv", "a.jsonl", "licensed_model.bin", "model.safetensors"]) {
    expect(isTextName(name), name).toBe(false);
  }
});
