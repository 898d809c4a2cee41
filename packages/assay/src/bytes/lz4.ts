/** LZ4 frames (lz4_Frame_format.md, lz4_Block_format.md), which joblib can write. Checksums are passed over. */

import type { ByteFeed } from "./byte-feed.ts";
import { corrupt, unsupported } from "./byte-feed.ts";
import { viewOf } from "./view.ts";

const MAGIC = 0x184d2204;
/** Sixteen magic numbers of frames that readers skip. */
const SKIPPABLE = 0x184d2a50;

/** Most bytes between a match and what it repeats. */
const WINDOW = 64 << 10;

/** Unpacks frames one behind the other. @throws FormatError `corrupt`, `cut-off`, or `over-limit` for a dictionary of its own. */
export async function* unpackLz4(feed: ByteFeed): AsyncGenerator<Uint8Array> {
  while (feed.left >= 4) {
    await feed.want(4);
    const magic = viewOf(feed.bytes.subarray(feed.at, feed.at + 4)).getUint32(0, true);
    if (magic >>> 4 === SKIPPABLE >>> 4) {
      const size = viewOf(await feed.take(8)).getUint32(4, true);
      for (let left = size; left > 0; left -= WINDOW) await feed.take(Math.min(left, WINDOW));
    } else if (magic === MAGIC) {
      await feed.take(4);
      yield* unpackFrame(feed);
    } else return;
  }
}

async function* unpackFrame(feed: ByteFeed): AsyncGenerator<Uint8Array> {
  const [flags = 0, descriptor = 0] = await feed.take(2);
  if (flags >>> 6 !== 1) throw corrupt("a frame of another version", feed.offset);
  if ((flags & 1) !== 0) throw unsupported("LZ4 frame needs a dictionary");
  const isIndependent = (flags & 0x20) !== 0;
  const most = 1 << (8 + 2 * ((descriptor >>> 4) & 7));
  await feed.take(((flags & 8) !== 0 ? 8 : 0) + 1);
  let before: Uint8Array = new Uint8Array(0);
  for (;;) {
    const size = viewOf(await feed.take(4)).getUint32(0, true);
    if (size === 0) break;
    const length = size & 0x7fffffff;
    if (length > most) throw corrupt("a block is longer than blocks may be", feed.offset);
    const packed = await feed.take(length);
    const block =
      size >>> 31 === 1 ? new Uint8Array(packed) : unpackBlock(packed, { before, most, offset: feed.offset });
    if ((flags & 0x10) !== 0) await feed.take(4);
    if (!isIndependent) before = keepWindow(before, block);
    yield block;
  }
  if ((flags & 4) !== 0) await feed.take(4);
}

function keepWindow(before: Uint8Array, block: Uint8Array): Uint8Array {
  if (block.length >= WINDOW) return new Uint8Array(block.subarray(-WINDOW));
  const kept = before.subarray(Math.max(0, before.length + block.length - WINDOW));
  const joined = new Uint8Array(kept.length + block.length);
  joined.set(kept);
  joined.set(block, kept.length);
  return joined;
}

interface Block {
  readonly before: Uint8Array;
  readonly most: number;
  readonly offset: number;
}

function unpackBlock(packed: Uint8Array, { before, most, offset }: Block): Uint8Array {
  const out = new Uint8Array(before.length + most);
  out.set(before);
  let [at, end] = [0, before.length];
  const readLength = (first: number): number => {
    let length = first;
    if (first !== 15) return length;
    for (let next = 255; next === 255; length += next) {
      next = packed[at++] ?? -1;
      if (next < 0) throw corrupt("a length is cut off", offset);
    }
    return length;
  };
  while (at < packed.length) {
    const token = packed[at++] ?? 0;
    const literals = readLength(token >>> 4);
    if (at + literals > packed.length || end + literals > out.length) throw corrupt("literals pass its end", offset);
    out.set(packed.subarray(at, at + literals), end);
    [at, end] = [at + literals, end + literals];
    if (at >= packed.length) break;
    const back = (packed[at] ?? 0) + 256 * (packed[at + 1] ?? 0);
    at += 2;
    const length = readLength(token & 15) + 4;
    if (back === 0 || back > end || end + length > out.length) throw corrupt("a match lies outside", offset);
    for (const stop = end + length; end < stop; end++) out[end] = out[end - back] ?? 0;
  }
  return out.subarray(before.length, end);
}
