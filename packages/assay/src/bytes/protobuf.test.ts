import fc from "fast-check";
import { expect, test } from "vitest";
import { memorySource } from "./memory-source.ts";
import { nextField, type WireField } from "./protobuf.ts";
import { WindowCursor } from "./window-cursor.ts";

function varint(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return [...bytes, Number(rest)];
}

async function readAll(bytes: readonly number[]): Promise<readonly WireField[]> {
  const cursor = new WindowCursor(memorySource(new Uint8Array(bytes)), new AbortController().signal);
  const fields: WireField[] = [];
  for (
    let field = await nextField(cursor, bytes.length);
    field !== null;
    field = await nextField(cursor, bytes.length)
  ) {
    fields.push(field);
    if (field.kind === "bytes") cursor.skip(field.end - field.start);
  }
  return fields;
}

test("numbers of 64 bits come back, whatever stands around them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 5_000 }), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }))),
      async (all) => {
        const fields = await readAll(
          all.flatMap(([number, value]) => [...varint(BigInt(number * 8)), ...varint(value)]),
        );
        expect(fields.map(({ number, value }) => [number, value])).toEqual(all);
      },
    ),
  );
});

test("bytes are placed and skipped", async () => {
  const fields = await readAll([0x0a, 3, 1, 2, 3, 0x15, 0, 0, 0, 0, 0x19, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(fields.map(({ number, kind, start, end }) => [number, kind, start, end])).toEqual([
    [1, "bytes", 2, 5],
    [2, "fixed", 6, 10],
    [3, "fixed", 11, 19],
  ]);
});

test.each([
  ["a length past the end", [0x0a, 4, 1, 2, 3]],
  ["a group", [0x0b]],
  ["field number 0", [0x00, 0x00]],
  ["a number that does not end", [0x08, 0x80]],
  ["a number of eleven bytes", [0x08, ...Array<number>(11).fill(0xff)]],
  ["a tag of six bytes", [0x88, 0x80, 0x80, 0x80, 0x80, 0x00, 5]],
  ["a length of six bytes", [0x0a, 0x81, 0x80, 0x80, 0x80, 0x80, 0x00, 5]],
  ["half of a fixed number", [0x15, 0, 0]],
])("%s is refused", async (_, bytes) => {
  await expect(readAll(bytes)).rejects.toMatchObject({ code: "bad-wire" });
});
