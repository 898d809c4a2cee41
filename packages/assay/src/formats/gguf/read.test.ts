import fc from "fast-check";
import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, testContext, work } from "../../../test/format-kit.ts";
import { ask } from "../../../test/support/release.ts";
import weightsPublished from "../../probes/weights-published/index.ts";
import { examples } from "./examples/build.ts";
import { buildGguf, text, u32 } from "./examples/writer.ts";
import gguf from "./index.ts";
import { TENSOR_TYPES } from "./tensor-types.ts";
import * as words from "./words.ts";

testExamples(gguf, words, { url: import.meta.url, examples });

const tensors = fc
  .uniqueArray(
    fc.record({
      name: fc.string({ minLength: 1, maxLength: 20 }).filter((name) => new TextEncoder().encode(name).length < 64),
      type: fc.constantFrom(...TENSOR_TYPES.keys()),
      rows: fc.integer({ min: 0, max: 3 }),
    }),
    { selector: ({ name }) => name, maxLength: 6 },
  )
  .map((all) =>
    all.map(({ name, type, rows }) => ({ name, type, dimensions: [TENSOR_TYPES.get(type)?.block ?? 1, rows] })),
  );

const sketch = fc.record({
  tensors,
  littleEndian: fc.boolean(),
  version: fc.constantFrom(2, 3),
  alignment: fc.constantFrom(8, 32, 128),
});

test("what a writer writes is read back, in both byte orders and versions", async () => {
  await fc.assert(
    fc.asyncProperty(sketch, async (made) => {
      const values = [
        ["general.architecture", text("owl")],
        ["general.alignment", u32(made.alignment)],
        ["owl.context_length", u32(77)],
      ] as const;
      const bytes = buildGguf({ values, ...made });
      const done = await work(gguf, bytes);
      checkLaws(done, bytes.length, words);
      expect(done.read?.faults).toEqual([]);
      const { weights, model } = done.read?.facts ?? {};
      expect(weights?.names).toEqual(made.tensors.map(({ name }) => name));
      const count = made.tensors.reduce((sum, { dimensions: [row = 0, rows = 0] }) => sum + row * rows, 0);
      expect(weights?.parameters).toBe(count);
      expect(Object.values(weights?.dtypes ?? {}).reduce((a, b) => a + b, 0)).toBe(count);
      expect([model?.architecture?.value, model?.contextLength?.value]).toEqual(["owl", 77]);
    }),
  );
});

test("a file of 10 GB costs one window", async () => {
  const head = buildGguf({
    values: [["general.architecture", text("owl")]],
    tensors: [{ name: "a", type: 24, dimensions: [10_000_000_000], bytes: 0 }],
    isPadded: false,
  });
  const asked: number[] = [];
  const source = {
    size: head.length + 10_000_000_000,
    read: async (start: number, end: number): Promise<Uint8Array> => {
      asked.push(end - start);
      const bytes = new Uint8Array(end - start);
      bytes.set(head.subarray(start, end));
      return bytes;
    },
  };
  const read = await gguf.read(source, testContext());
  expect(asked).toEqual([65_536]);
  expect(read.faults).toEqual([]);
  expect(read.facts.weights?.parameters).toBe(10_000_000_000);
});

test("a release with such a file has weights, counted and typed", async () => {
  const model = buildGguf({
    values: [["general.architecture", text("owl")]],
    tensors: [
      { name: "a", type: 12, dimensions: [256, 2] },
      { name: "b", type: 0, dimensions: [3] },
    ],
  });
  const claims = await ask(weightsPublished, { files: { "owl-Q4_K_M.gguf": model } });
  expect(claims.get("weights.published")?.value).toBe(true);
  expect(claims.get("weights.complete")?.value).toBe(true);
  expect(claims.get("weights.parameters")?.value).toBe(515);
  expect(claims.get("weights.dtypes")?.value).toEqual(["F32", "Q4_K"]);
});
