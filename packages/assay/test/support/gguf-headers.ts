/** Random headers of GGUF, written by the tests' own writer, with what is to be read out of them. */

import fc from "fast-check";
import {
  buildGguf,
  type Entry,
  list,
  scalar,
  text,
  type WrittenTensor,
} from "../../src/formats/gguf/examples/writer.ts";
import { TENSOR_TYPES } from "../../src/formats/gguf/tensor-types.ts";

/** A key-value: what is written, and what a scalar says; undefined of an array. */
export interface MadeValue {
  readonly entry: Entry;
  readonly says?: string | number | boolean | bigint;
}

/** A header as it was made. */
export interface MadeHeader {
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
export const anyHeader: fc.Arbitrary<MadeHeader> = fc
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
export function writeHeader({ values, ...rest }: MadeHeader): Uint8Array {
  return buildGguf({ ...rest, values: values.map(([name, { entry }]) => [name, entry] as const) });
}
