import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { makeZip } from "../../../test/support/archive.ts";
import { ask, makeSafetensors } from "../../../test/support/release.ts";
import weightsPublished from "../../probes/weights-published/index.ts";
import { examples } from "./examples/build.ts";
import pytorchZip from "./index.ts";
import * as words from "./words.ts";

testExamples(pytorchZip, words, { url: import.meta.url, examples });

const checkpoint = examples["good/checkpoint.pt"] ?? new Uint8Array();

test("another archive is no checkpoint", () => {
  const zip = new Uint8Array(makeZip([{ name: "a/readme.md", content: "x" }]));
  expect(pytorchZip.matches("model.bin", zip, zip)).toBe(false);
  expect(pytorchZip.matches("model.bin", checkpoint, checkpoint)).toBe(true);
});

test("a checkpoint is there as weights, and what it holds is not known", async () => {
  const claims = await ask(weightsPublished, { files: { "pytorch_model.bin": checkpoint } });
  expect(claims.get("weights.published")?.value).toBe(true);
  expect(claims.get("weights.complete")).toMatchObject({ value: "unknown", because: "listed-not-read" });
  expect(claims.get("weights.parameters")?.value).toBe("unknown");
});

test("a checkpoint whose members contradict each other proves nothing", async () => {
  const broken = examples["bad/duplicate-member.pt"] ?? new Uint8Array();
  const claims = await ask(weightsPublished, { files: { "pytorch_model.bin": broken } });
  expect(claims.get("weights.published")?.value).toBe("unknown");
});

test("a checkpoint beside weights that were read spoils nothing", async () => {
  const files = { "pytorch_model.bin": checkpoint, "model.safetensors": makeSafetensors({ a: 4 }) };
  const claims = await ask(weightsPublished, { files });
  expect(claims.get("weights.complete")?.value).toBe(true);
  expect(claims.get("weights.parameters")?.value).toBe(4);
});
