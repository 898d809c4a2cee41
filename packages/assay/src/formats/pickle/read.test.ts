import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import pickle from "./index.ts";
import * as words from "./words.ts";

testExamples(pickle, words, { url: import.meta.url, examples });

test("a text that only begins like an operation is no pickle", () => {
  for (const text of ["cat\ndog\nowl\n", "N. America", "The owl", "(see below)", "I.\n", ""]) {
    const bytes = new TextEncoder().encode(text);
    expect(pickle.matches("notes", bytes, bytes), text).toBe(false);
  }
});
