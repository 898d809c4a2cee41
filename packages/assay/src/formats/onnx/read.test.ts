import fc from "fast-check";
import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, testContext, work } from "../../../test/format-kit.ts";
import { ask } from "../../../test/support/release.ts";
import weightsPublished from "../../probes/weights-published/index.ts";
import { DATA_TYPES } from "./data-types.ts";
import { examples } from "./examples/build.ts";
import { message, model, type Part, tensor } from "./examples/writer.ts";
import onnx from "./index.ts";
import * as words from "./words.ts";

testExamples(onnx, words, { url: import.meta.url, examples });

const sized = [...DATA_TYPES].flatMap(([number, { name, bits }]) => (bits === null ? [] : [{ number, name, bits }]));
const tensors = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 12 }),
    type: fc.constantFrom(...sized),
    dims: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
  }),
  { selector: ({ name }) => name, maxLength: 6 },
);

test("what a writer writes is read back, in the graph and in its branches", async () => {
  await fc.assert(
    fc.asyncProperty(tensors, fc.boolean(), async (all, isInside) => {
      const parts = all.map(({ name, type, dims }): Part => {
        const count = dims.reduce((product, dimension) => product * dimension, 1);
        const raw = new Uint8Array(Math.ceil((count * type.bits) / 8));
        return [5, [...dims.map((dimension): Part => [1, dimension]), [2, type.number], [8, name], [9, raw]]];
      });
      const bytes = model(isInside ? [[1, [[5, [[6, parts]]]]]] : parts);
      const done = await work(onnx, bytes);
      checkLaws(done, bytes.length, words);
      expect(done.read?.faults).toEqual([]);
      const count = all.reduce((sum, { dims }) => sum + dims.reduce((product, one) => product * one, 1), 0);
      expect(done.read?.facts.weights?.names).toEqual(all.map(({ name }) => name));
      expect(done.read?.facts.weights?.parameters).toBe(count);
    }),
  );
});

test("gigabytes of data cost no read", async () => {
  const head = message([
    [1, 9],
    [
      7,
      [
        [
          5,
          [
            [1, 2 ** 30],
            [2, 1],
            [8, "w"],
          ],
        ],
      ],
    ],
  ]);
  // The lengths of the graph and of the tensor are made to hold four gigabytes behind them.
  const size = 4 * 2 ** 30;
  const raw = [0x4a, 0x80, 0x80, 0x80, 0x80, 0x10];
  const inner = [
    ...message([
      [1, 2 ** 30],
      [2, 1],
      [8, "w"],
    ]),
    ...raw,
  ];
  const varint = (value: number): number[] =>
    value > 0x7f ? [(value % 128) | 0x80, ...varint(Math.floor(value / 128))] : [value];
  const tensorBytes = [0x2a, ...varint(inner.length + size), ...inner];
  const start = new Uint8Array([0x08, 2, 0x3a, ...varint(tensorBytes.length + size), ...tensorBytes]);
  expect(head.length).toBeLessThan(start.length);
  let asked = 0;
  const source = {
    size: start.length + size,
    read: async (from: number, to: number): Promise<Uint8Array> => {
      asked += to - from;
      const bytes = new Uint8Array(to - from);
      bytes.set(start.subarray(from, to));
      return bytes;
    },
  };
  const read = await onnx.read(source, testContext());
  expect(read.faults).toEqual([]);
  expect(read.facts.weights?.parameters).toBe(2 ** 30);
  expect(asked).toBeLessThan(200_000);
});

test("other messages are not taken for models by their beginning", () => {
  const savedModel = message([
    [1, 1],
    [2, [[1, [[4, "serve"]]]]],
  ]);
  const begin = (bytes: Uint8Array): boolean => onnx.matches("file.bin", bytes, bytes);
  expect(begin(model([tensor("w", [1])]))).toBe(true);
  expect(begin(savedModel)).toBe(false);
  expect(begin(new TextEncoder().encode("\x1c\0\0\0TFL3\x14\0"))).toBe(false);
  expect(begin(message([[2, [[1, "pieces"]]]]))).toBe(false);
});

test("a release with such a file has weights, counted and typed", async () => {
  const claims = await ask(weightsPublished, { files: { "owl.onnx": model([tensor("w", [2, 3])]) } });
  expect(claims.get("weights.published")?.value).toBe(true);
  expect(claims.get("weights.complete")?.value).toBe(true);
  expect(claims.get("weights.parameters")?.value).toBe(6);
  expect(claims.get("weights.dtypes")?.value).toEqual(["FLOAT"]);
});
