import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, work } from "../../../test/format-kit.ts";
import { assemble, framed, op, type Piece, push } from "../../../test/support/pickle.ts";
import { ask } from "../../../test/support/release.ts";
import weightsPublished from "../../probes/weights-published/index.ts";
import { examples } from "./examples/build.ts";
import pytorchLegacy from "./index.ts";
import * as words from "./words.ts";

testExamples(pytorchLegacy, words, { url: import.meta.url, examples });

test("any other file is refused", async () => {
  expect((await work(pytorchLegacy, new Uint8Array(40))).error?.code).toBe("not-legacy");
});

/** A pickle in each protocol that torch.save can be asked for and that is no text. */
const pickle = (protocol: number, ...pieces: readonly Piece[]): Piece =>
  assemble(op.PROTO(protocol), protocol < 4 ? assemble(...pieces, op.STOP) : framed([...pieces, op.STOP]));

test.each([2, 3, 4, 5])("a checkpoint in protocol %s is one", async (protocol) => {
  const pieces = [push(0x1950a86a20f9469cfc6cn), op.BININT2(1001), op.EMPTY_DICT, op.EMPTY_DICT, op.EMPTY_LIST];
  const pickles = assemble(...pieces.map((piece) => pickle(protocol, piece)));
  const bytes = assemble(pickles, new Uint8Array([1, 2, 3]));
  expect(pytorchLegacy.matches("owl.bin", bytes, bytes)).toBe(true);
  const done = await work(pytorchLegacy, bytes);
  checkLaws(done, bytes.length, words);
  expect(done.read?.faults).toEqual([]);
  expect(done.read?.spans.at(-1)).toEqual({ start: pickles.length, end: bytes.length, as: "unread" });
});

test("a magic number that a call works out is none, and the file is read as pickles", () => {
  const magic = assemble(op.PROTO(2), op.GLOBAL("owls", "magic"), op.EMPTY_TUPLE, op.REDUCE, op.STOP);
  expect(pytorchLegacy.matches("owl.pt", magic, magic)).toBe(false);
});

test("a version that was cut off is none that is unknown", async () => {
  const file = examples["good/checkpoint.pt"] ?? new Uint8Array();
  for (let length = 15; length <= 21; length++) {
    const done = await work(pytorchLegacy, file.slice(0, length));
    checkLaws(done, length, words);
    expect(done.read?.faults.every(({ isDamage }) => isDamage)).toBe(true);
  }
});

test("every byte of a whole checkpoint is accounted for", async () => {
  const { read } = await work(pytorchLegacy, examples["good/checkpoint.pt"] ?? new Uint8Array());
  expect(read?.spans.filter(({ as }) => as === "unread")).toEqual([]);
  expect(read?.facts.weights).toMatchObject({ tensors: 2, parameters: 3, dtypes: { float32: 3 }, bytes: 12 });
  expect(read?.facts.pickle?.weightsOnly.loads).toBe(true);
});

test("a checkpoint is there as weights, and its parameters are counted", async () => {
  const file = examples["good/checkpoint.pt"] ?? new Uint8Array();
  const claims = await ask(weightsPublished, { files: { "pytorch_model.bin": file } });
  expect(claims.get("weights.published")?.value).toBe(true);
  expect(claims.get("weights.parameters")?.value).toBe(3);
});
