import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { assemble, op, push } from "../../../test/support/pickle.ts";
import { examples } from "./examples/build.ts";
import pickle from "./index.ts";
import * as words from "./words.ts";

testExamples(pickle, words, { url: import.meta.url, examples });

test("a text that only begins like an operation is no pickle", () => {
  for (const text of [
    "cat\ndog\nowl\n",
    "N. America",
    "The owl",
    "(see below)",
    "I.\n",
    "",
    "(c) Copyright 1993, Owls\nALL RIGHTS RESERVED\n",
  ]) {
    const bytes = new TextEncoder().encode(text);
    expect(pickle.matches("notes", bytes, bytes), text).toBe(false);
  }
});

test("a pickle behind pickles of data alone is looked for where a file begins otherwise", () => {
  const bytes = assemble(op.BINFLOAT(1), op.STOP, push("owl"), op.STOP, op.GLOBAL("os", "system"), op.STOP);
  expect(pickle.matches("owl.gif", bytes, bytes)).toBe(true);
});
