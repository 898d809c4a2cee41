/** Holds what is read against the model hub's own parser and against what was written, on files that are generated. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { GGMLQuantizationType, type GGUFParseOutput, gguf as parse } from "@huggingface/gguf";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkLaws, work } from "../../../test/format-kit.ts";
import { makeFolder } from "../../../test/support/folder.ts";
import { array, buildGguf, type Entry, list, scalar, text, u32, type WrittenTensor } from "./examples/writer.ts";
import gguf from "./index.ts";
import { TENSOR_TYPES } from "./tensor-types.ts";
import * as words from "./words.ts";

const VALUES: readonly (readonly [string, Entry])[] = [
  ["general.architecture", text("llama")],
  ["general.name", text("Uhu é 梟")],
  ["general.license", text("apache-2.0")],
  ["llama.context_length", u32(4096)],
  ["llama.expert_count", scalar(0, 200)],
  ["llama.offset", scalar(1, -3)],
  ["llama.seed", scalar(10, 2n ** 64n - 1n)],
  ["llama.rope.freq_base", scalar(6, 0.1)],
  ["llama.scale", scalar(12, 0.1)],
  ["general.quantized", scalar(7, 1)],
  ["tokenizer.ggml.model", text("gpt2")],
  ["tokenizer.ggml.tokens", array(8, ["<s>", "a", "b"])],
  ["tokenizer.ggml.token_type", array(4, [3, 1, 1])],
  ["tokenizer.nested", list(9, [array(8, ["x"]), array(4, [])])],
  ["tokenizer.chat_template", text("{{ messages }}")],
];

const TENSORS = [...TENSOR_TYPES].map(([type, { name, block }], index) => ({
  name: `blk.${index}.${name}`,
  type,
  dimensions: index % 2 === 0 ? [block, 3] : [2 * block, 1, 2],
}));

const FILES = [2, 3].flatMap((version) => [true, false].map((littleEndian) => ({ version, littleEndian })));

/** Counts that the parser puts among the metadata under these names; they are no keys of the file. */
const COUNTS: ReadonlySet<string> = new Set(["version", "tensor_count", "kv_count"]);

type Oracle = GGUFParseOutput & { readonly parameterCount: number };

/** Reads bytes with the parser, out of a file. */
async function ask(bytes: Uint8Array, file = join(makeFolder(), "owl.gguf")): Promise<Oracle> {
  writeFileSync(file, bytes);
  return await parse(file, { allowLocalFile: true, computeParametersCount: true });
}

/** What facts say, in the parser's words: scalars by key as text, tensors, where the data begins. */
async function compare(bytes: Uint8Array, oracle: Oracle): Promise<void> {
  const { read } = await work(gguf, bytes);
  expect(read?.faults).toEqual([]);
  const weights = read?.facts.weights;
  const scalars = Object.entries(oracle.metadata).filter(([key, value]) => !COUNTS.has(key) && !Array.isArray(value));
  expect(weights?.metadata).toEqual(Object.fromEntries(scalars.map(([key, value]) => [key, String(value)])));
  expect(weights?.names).toEqual(oracle.tensorInfos.map(({ name }) => name));
  expect(weights?.parameters).toBe(oracle.parameterCount);
  expect(weights?.dtypes).toEqual(countTypes(oracle));
  if (oracle.tensorInfos.length === 0) return;
  expect(read?.spans[0]).toMatchObject({ start: 0, end: Number(oracle.tensorDataOffset), as: "parsed" });
}

/** Elements by type. The parser says types by number: those that it does not name yet have our names. */
function countTypes({ tensorInfos }: Oracle): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { dtype, shape } of tensorInfos) {
    const name = GGMLQuantizationType[dtype] ?? TENSOR_TYPES.get(dtype)?.name ?? "";
    counts[name] = (counts[name] ?? 0) + Number(shape.reduce((product, dimension) => product * dimension, 1n));
  }
  return counts;
}

test.each(FILES)("version $version, little-endian $littleEndian: every type of value and tensor", async (kind) => {
  const bytes = buildGguf({ values: VALUES, tensors: TENSORS, ...kind });
  const oracle = await ask(bytes);
  await compare(bytes, oracle);
  const { model, tokenizer } = (await work(gguf, bytes)).read?.facts ?? {};
  const metadata = new Map<string, unknown>(Object.entries(oracle.metadata));
  expect(oracle.littleEndian).toBe(kind.littleEndian);
  expect(model?.contextLength?.value).toBe(metadata.get("llama.context_length"));
  expect(tokenizer?.vocabulary).toBe([metadata.get("tokenizer.ggml.tokens")].flat().length);
});

/** A key-value: what is written, and what a scalar says; undefined of an array. */
interface MadeValue {
  readonly entry: Entry;
  readonly says?: string | number | boolean | bigint;
}

/** A header as it was made. */
interface MadeHeader {
  readonly values: readonly (readonly [string, MadeValue])[];
  readonly tensors: readonly WrittenTensor[];
  readonly littleEndian: boolean;
  readonly version: number;
  readonly alignment: number;
}

/** Keys as writers make them: words of lower case, joined by dots. */
const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,6}(\.[a-z0-9_-]{1,8}){0,3}$/);

const integer = (type: number, min: number, max: number): fc.Arbitrary<MadeValue> =>
  fc.integer({ min, max }).map((says) => ({ entry: scalar(type, says), says }));

const big = (type: number, min: bigint, max: bigint): fc.Arbitrary<MadeValue> =>
  fc.bigInt({ min, max }).map((says) => ({ entry: scalar(type, says), says }));

const SCALARS: ReadonlyMap<number, fc.Arbitrary<MadeValue>> = new Map([
  [0, integer(0, 0, 2 ** 8 - 1)],
  [1, integer(1, -(2 ** 7), 2 ** 7 - 1)],
  [2, integer(2, 0, 2 ** 16 - 1)],
  [3, integer(3, -(2 ** 15), 2 ** 15 - 1)],
  [4, integer(4, 0, 2 ** 32 - 1)],
  [5, integer(5, -(2 ** 31), 2 ** 31 - 1)],
  [6, fc.float().map((says) => ({ entry: scalar(6, says), says }))],
  [7, fc.boolean().map((says) => ({ entry: scalar(7, Number(says)), says }))],
  [8, fc.string({ unit: "grapheme", maxLength: 40 }).map((says) => ({ entry: text(says), says }))],
  [10, big(10, 0n, 2n ** 64n - 1n)],
  [11, big(11, -(2n ** 63n), 2n ** 63n - 1n)],
  [12, fc.double().map((says) => ({ entry: scalar(12, says), says }))],
]);

const anyScalar = fc.oneof(...SCALARS.values());

/** Arrays of scalars of one type, and arrays of such arrays. */
const flat = fc.constantFrom(...SCALARS).chain(([type, item]) =>
  fc.array(item, { maxLength: 5 }).map((items) =>
    list(
      type,
      items.map(({ entry }) => entry),
    ),
  ),
);
const nested = fc.array(flat, { maxLength: 3 }).map((items) => list(9, items));
const anyArray = fc.oneof(flat, nested).map((entry): MadeValue => ({ entry }));

const tensors = fc
  .uniqueArray(
    fc.record({
      name: fc.string({ minLength: 1, maxLength: 20 }).filter((name) => new TextEncoder().encode(name).length <= 64),
      type: fc.constantFrom(...TENSOR_TYPES.keys()),
      blocks: fc.integer({ min: 1, max: 2 }),
      others: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
    }),
    { selector: ({ name }) => name, maxLength: 6 },
  )
  .map((all) =>
    all.map(({ name, type, blocks, others }): WrittenTensor => {
      const { block } = TENSOR_TYPES.get(type) ?? { block: 1 };
      return { name, type, dimensions: [block * blocks, ...others] };
    }),
  );

const USED: ReadonlySet<string> = new Set(["general.alignment", "general.architecture", "owl.context_length"]);

/** Any header that breaks no rule. */
const anyHeader: fc.Arbitrary<MadeHeader> = fc
  .record({
    some: fc.uniqueArray(fc.tuple(key, fc.oneof(anyScalar, anyArray)), { selector: ([name]) => name, maxLength: 8 }),
    tensors,
    littleEndian: fc.boolean(),
    version: fc.constantFrom(2, 3),
    alignment: fc.constantFrom(8, 32, 128),
  })
  .map(({ some, ...rest }) => {
    const fixed: [string, MadeValue][] = [
      ["general.architecture", { entry: text("owl"), says: "owl" }],
      ["general.alignment", { entry: scalar(4, rest.alignment), says: rest.alignment }],
      ["owl.context_length", { entry: scalar(4, 77), says: 77 }],
    ];
    return { ...rest, values: [...fixed, ...some.filter(([name]) => !USED.has(name))] };
  });

/** The bytes of a header with its data. */
function writeHeader({ values, ...rest }: MadeHeader): Uint8Array {
  return buildGguf({ ...rest, values: values.map(([name, { entry }]) => [name, entry] as const) });
}

test("what a writer writes is read back, in both byte orders and versions", async () => {
  await fc.assert(
    fc.asyncProperty(anyHeader, async (made) => {
      const bytes = writeHeader(made);
      const done = await work(gguf, bytes);
      checkLaws(done, bytes.length, words);
      expect(done.read?.faults).toEqual([]);
      const { weights, model, fields } = done.read?.facts ?? {};
      const scalars = made.values.flatMap(([key, { says }]) => (says === undefined ? [] : [[key, says] as const]));
      expect(weights?.metadata).toEqual(Object.fromEntries(scalars.map(([key, says]) => [key, String(says)])));
      expect(Object.values(fields ?? {}).map(({ value }) => String(value))).toEqual(
        expect.arrayContaining(scalars.map(([, says]) => String(says))),
      );
      expect(weights?.names).toEqual(made.tensors.map(({ name }) => name));
      const counts = made.tensors.map(({ dimensions }) =>
        dimensions.reduce<number>((product, dimension) => product * Number(dimension), 1),
      );
      const count = counts.reduce((sum, elements) => sum + elements, 0);
      expect(weights?.parameters).toBe(count);
      expect(Object.values(weights?.dtypes ?? {}).reduce((sum, elements) => sum + elements, 0)).toBe(count);
      expect([model?.architecture?.value, model?.contextLength?.value]).toEqual(["owl", 77]);
      expect(done.read?.spans.every(({ as }) => as !== "unread")).toBe(true);
    }),
  );
});

test("random headers, in both versions and byte orders", async () => {
  const file = join(makeFolder(), "random.gguf");
  await fc.assert(
    fc.asyncProperty(anyHeader, async (made) => {
      const bytes = writeHeader(made);
      await compare(bytes, await ask(bytes, file));
    }),
  );
});

test("where the parser is laxer than the format, the format is followed", async () => {
  // It takes any byte but 0 for true, any alignment, and what stands twice for the last of its values.
  const odd = (key: string, entry: Entry) =>
    buildGguf({
      values: [
        ["general.architecture", text("owl")],
        [key, entry],
      ],
      tensors: [],
    });
  const files = [odd("x", scalar(7, 2)), odd("general.alignment", u32(24)), odd("general.architecture", text("uhu"))];
  const codes: unknown[] = [];
  for (const bytes of files) {
    await ask(bytes);
    codes.push((await work(gguf, bytes)).read?.faults.map(({ code }) => code));
  }
  expect(codes).toEqual([["bad-bool"], ["bad-alignment"], ["duplicate-key"]]);
});
