import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { work } from "../../../test/format-kit.ts";
import { examples } from "./examples/build.ts";
import safetensorsIndex from "./index.ts";
import * as words from "./words.ts";

testExamples(safetensorsIndex, words, { url: import.meta.url, examples });

test("more files than any set has are refused", async () => {
  const map = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`t${n}`, `model-${n}.safetensors`]));
  const done = await work(safetensorsIndex, new TextEncoder().encode(JSON.stringify({ weight_map: map })));
  expect(done.error?.code).toBe("too-many-shards");
});
