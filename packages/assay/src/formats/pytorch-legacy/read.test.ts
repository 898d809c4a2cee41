import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, work } from "../../../test/format-kit.ts";
import { ask } from "../../../test/support/release.ts";
import weightsPublished from "../../probes/weights-published/index.ts";
import { examples } from "./examples/build.ts";
import pytorchLegacy from "./index.ts";
import * as words from "./words.ts";

testExamples(pytorchLegacy, words, { url: import.meta.url, examples });

test("any other file is refused", async () => {
  expect((await work(pytorchLegacy, new Uint8Array(40))).error?.code).toBe("not-legacy");
});

/** The pickle of a constant, in each protocol that torch.save can be asked for and that is no text. */
const pickle = (protocol: number, ...operations: readonly number[]): readonly number[] => {
  const frame = [0x95, operations.length, 0, 0, 0, 0, 0, 0, 0];
  return [0x80, protocol, ...(protocol < 4 ? [] : frame), ...operations];
};
const NUMBER = [0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e];

test.each([2, 3, 4, 5])("a checkpoint in protocol %s is one", async (protocol) => {
  const start = [...pickle(protocol, ...NUMBER), ...pickle(protocol, 0x4d, 0xe9, 3, 0x2e)];
  const bytes = new Uint8Array([...start, ...pickle(protocol, 0x7d, 0x2e), 1, 2, 3]);
  expect(pytorchLegacy.matches("owl.bin", bytes, bytes)).toBe(true);
  const done = await work(pytorchLegacy, bytes);
  checkLaws(done, bytes.length, words);
  expect(done.read?.faults).toEqual([]);
  expect(done.read?.facts.container?.bytes).toBe(bytes.length - start.length);
});

test("a version that was cut off is none that is unknown", async () => {
  const file = examples["good/checkpoint.pt"] ?? new Uint8Array();
  for (let length = 15; length <= 21; length++) {
    const done = await work(pytorchLegacy, file.slice(0, length));
    checkLaws(done, length, words);
    expect(done.read?.faults.map(({ code }) => code)).toEqual(["nothing-behind"]);
  }
});

test("a checkpoint is there as weights, and what it holds is not known", async () => {
  const file = examples["good/checkpoint.pt"] ?? new Uint8Array();
  const claims = await ask(weightsPublished, { files: { "pytorch_model.bin": file } });
  expect(claims.get("weights.published")?.value).toBe(true);
  expect(claims.get("weights.complete")).toMatchObject({ value: "unknown", because: "listed-not-read" });
});
