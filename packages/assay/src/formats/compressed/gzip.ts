/** gzip (RFC 1952) and zlib (RFC 1950): deflated data between a header and a checksum. */

import { ByteFeed, corrupt, unsupported } from "../../bytes/byte-feed.ts";
import { crc32 } from "../../bytes/crc32.ts";
import { viewOf } from "../../bytes/view.ts";
import { FormatError } from "../../model/errors.ts";
import type { ReadContext, Unpacking } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { piecesOf } from "../shared/unpack-deflated.ts";

type Context = Pick<ReadContext, "platform" | "signal">;

/** Longest name or comment of a header that is passed over. */
const LONGEST_TEXT = 64 << 10;

/** Members of one file; tools that make each 64 KiB a member write 640 MB so. */
const MOST_MEMBERS = 10_000;

/** Members one behind the other, as readers take them. A wrong checksum is an error `checksum` behind what came out. */
export function openGzip(source: ByteSource, ctx: Context): Unpacking {
  let at = 0;
  async function* unpack(): AsyncGenerator<Uint8Array> {
    for (let member = 0; ; member++) {
      const feed = new ByteFeed(source, at, ctx.signal);
      await feed.want(3);
      const [one, two, method] = feed.bytes;
      if (one !== 0x1f || two !== 0x8b || method !== 8) return;
      if (member === MOST_MEMBERS) throw unsupported(`gzip data have more than ${MOST_MEMBERS} members`);
      await skipHeader(feed);
      const inflated = ctx.platform.inflate(piecesOf(source, feed.offset, ctx.signal));
      let crc = 0;
      for await (const piece of inflated) {
        crc = crc32(piece, crc);
        yield piece;
      }
      const end = new ByteFeed(source, feed.offset + inflated.used, ctx.signal);
      const stated = viewOf(await end.take(8)).getUint32(0, true);
      at = end.offset;
      if (stated !== crc) throw new FormatError("checksum", "gzip data do not have the checksum that is stated");
    }
  }
  return {
    get used() {
      return at;
    },
    [Symbol.asyncIterator]: unpack,
  };
}

async function skipHeader(feed: ByteFeed): Promise<void> {
  const [, , , flags = 0] = await feed.take(10);
  if ((flags & 4) !== 0) await feed.take(viewOf(await feed.take(2)).getUint16(0, true));
  if ((flags & 8) !== 0) await skipText(feed);
  if ((flags & 16) !== 0) await skipText(feed);
  if ((flags & 2) !== 0) await feed.take(2);
}

async function skipText(feed: ByteFeed): Promise<void> {
  for (let left = LONGEST_TEXT; left > 0; left--) {
    const [byte] = await feed.take(1);
    if (byte === 0) return;
  }
  throw corrupt("a name in its header has no end", feed.offset);
}

/** zlib data; their checksum is passed over. */
export function openZlib(source: ByteSource, ctx: Context): Unpacking {
  const inflated = ctx.platform.inflate(piecesOf(source, 2, ctx.signal));
  return {
    get used() {
      return Math.min(source.size, 2 + inflated.used + 4);
    },
    [Symbol.asyncIterator]: () => inflated[Symbol.asyncIterator](),
  };
}
