import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { work } from "../../../test/format-kit.ts";
import { ask } from "../../../test/support/release.ts";
import weightsPublished from "../../probes/weights-published/index.ts";
import { examples } from "./examples/build.ts";
import pytorchLegacy from "./index.ts";
import * as words from "./words.ts";

testExamples(pytorchLegacy, words, { url: import.meta.url, examples });

test("any other file is refused", async () => {
  expect((await work(pytorchLegacy, new Uint8Array(40))).error?.code).toBe("not-legacy");
});

test("a checkpoint is there as weights, and what it holds is not known", async () => {
  const file = examples["good/checkpoint.pt"] ?? new Uint8Array();
  const claims = await ask(weightsPublished, { files: { "pytorch_model.bin": file } });
  expect(claims.get("weights.published")?.value).toBe(true);
  expect(claims.get("weights.complete")).toMatchObject({ value: "unknown", because: "listed-not-read" });
});
