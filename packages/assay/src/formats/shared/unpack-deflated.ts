/** Inflates a stretch of a file, within what a release may cost. */

import { crc32 } from "../../bytes/crc32.ts";
import { memorySource } from "../../bytes/memory-source.ts";
import { type UnpackedData, unpack } from "../../bytes/unpacked-source.ts";
import { FormatError } from "../../model/errors.ts";
import type { ReadContext, Unpacking } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";

/** Packed bytes up to this, and what may come of them, are inflated at once. */
const SMALL = { packed: 1 << 20, size: 4 << 20 };

/** Bytes that are read at once. */
const PIECE = 256 << 10;

/** What honest data become: 200 times as much at most, above 10 MiB, where nobody would be hurt by less. */
const BOMB = { ratio: 200, least: 10 << 20 };

/** Bytes after which the inflating of a bomb ends. */
export const MOST_OF_BOMB: number = 128 << 20;

/** Whether data became suspiciously large. */
export function isBomb(size: number, packed: number): boolean {
  return size > BOMB.least && size > packed * BOMB.ratio;
}

/** Inflates raw deflate data. `used`: how many of the packed bytes they are. */
export async function unpackDeflated(
  packed: ByteSource,
  ctx: Pick<ReadContext, "platform" | "signal" | "spend">,
): Promise<UnpackedData & { readonly used: number }> {
  if (packed.size <= SMALL.packed) {
    const bytes = await packed.read(0, packed.size, ctx.signal);
    const done = ctx.platform.inflateSmall(bytes, SMALL.size);
    if (done !== null) {
      ctx.spend("unpacked", done.bytes.length);
      return { source: memorySource(done.bytes), crc: crc32(done.bytes), failure: null, used: done.used };
    }
  }
  let first: Unpacking | undefined;
  let total = 0;
  const data = await unpack({
    open() {
      const opened = ctx.platform.inflate(piecesOf(packed, 0, ctx.signal));
      first ??= opened;
      total = 0;
      return opened;
    },
    count(bytes) {
      ctx.spend("unpacked", bytes);
      total += bytes;
      if (total > MOST_OF_BOMB && isBomb(total, packed.size))
        throw new FormatError("bomb", `${packed.size} bytes become more than ${total}`);
    },
  });
  return { ...data, used: first?.used ?? 0 };
}

/** Bytes of a source from an offset on, in pieces. */
export async function* piecesOf(source: ByteSource, from: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for (let at = from; at < source.size; at += PIECE)
    yield await source.read(at, Math.min(source.size, at + PIECE), signal);
}
