import { deflateRawSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../model/errors.ts";
import type { Unpacking } from "../model/plugin.ts";
import { platform } from "../node.ts";
import { crc32 } from "./crc32.ts";
import { unpack } from "./unpacked-source.ts";

/** More than is kept whole, and not all alike. */
const LARGE = Uint8Array.from({ length: (9 << 20) + 5 }, (_, n) => (n >> 10) % 251);

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const open = (packed: Uint8Array): Unpacking => platform.inflate(pieces(packed, 100_000));

test("whatever is read of large data, in whatever order, is right", async () => {
  const packed = deflateRawSync(LARGE);
  const { source, crc, failure } = await unpack({ open: () => open(packed), count: () => undefined });
  expect([source.size, crc, failure]).toEqual([LARGE.length, crc32(LARGE), null]);
  const start = fc.oneof(
    fc.nat(LARGE.length),
    fc.nat(70_000),
    fc.nat(140_000).map((back) => LARGE.length - back),
  );
  const range = fc.tuple(start, fc.nat(300_000)).map(([from, count]) => [from, Math.min(LARGE.length, from + count)]);
  await fc.assert(
    fc.asyncProperty(range, async ([from = 0, to = 0]) => {
      expect(Buffer.compare(await source.read(from, to), LARGE.subarray(from, to))).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test("what came before data broke is there, and the reason", async () => {
  const packed = deflateRawSync(LARGE);
  const cut = await unpack({ open: () => open(packed.subarray(0, packed.length / 2)), count: () => undefined });
  expect(cut.failure?.code).toBe("cut-off");
  expect(cut.source.size).toBeGreaterThan(1_000_000);
  expect(Buffer.compare(await cut.source.read(0, 5000), LARGE.subarray(0, 5000))).toBe(0);
  const broken = await unpack({ open: () => open(new Uint8Array([7, 7, 7])), count: () => undefined });
  expect(broken.failure?.code).toBe("corrupt");
});

test("a count that is over its limit ends it", async () => {
  const count = (): void => {
    throw new FormatError("over-limit", "too much");
  };
  expect((await unpack({ open: () => open(deflateRawSync(LARGE)), count })).failure?.code).toBe("over-limit");
});

test("a platform tells how much of its input was packed data", async () => {
  const packed = deflateRawSync(LARGE.subarray(0, 300_000));
  const behind = Buffer.concat([packed, Buffer.from("hoot")]);
  const inflation = open(behind);
  let size = 0;
  for await (const piece of inflation) size += piece.length;
  expect([size, inflation.used]).toEqual([300_000, packed.length]);
  expect(platform.inflateSmall(behind, 300_000)?.used).toBe(packed.length);
  expect(platform.inflateSmall(behind, 299_999)).toBeNull();
  expect(platform.inflateSmall(gzipSync("hoot"), 100)).toBeNull();
});
