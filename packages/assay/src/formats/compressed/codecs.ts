/** The ways in which a single file is packed, by its first bytes. */

import { ByteFeed } from "../../bytes/byte-feed.ts";
import { unpackBzip2 } from "../../bytes/bzip2.ts";
import { unpackLz4 } from "../../bytes/lz4.ts";
import { beginsLzma, unpackLzma, unpackXz } from "../../bytes/xz.ts";
import type { ReadContext, Unpacking } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { piecesOf } from "../shared/unpack-deflated.ts";
import { openGzip, openZlib } from "./gzip.ts";

/** One way of packing. */
export interface Codec {
  readonly name: string;
  /** Ending of names, which what comes out does not have. */
  readonly endings: readonly string[];
  /** Set where its first bytes are so few that other files begin with them too. */
  readonly isWeak?: true;
  begins(head: Uint8Array): boolean;
  /** Unpacks from the beginning; null where the platform does not know how. */
  open(source: ByteSource, ctx: Pick<ReadContext, "platform" | "signal">): Unpacking | null;
}

const startsWith =
  (...bytes: readonly number[]) =>
  (head: Uint8Array): boolean =>
    bytes.every((byte, n) => head[n] === byte);

/** Prefixes of zlib data that writers write: deflate with a window of 32 KiB, at four levels (RFC 1950; joblib). */
const ZLIB_LEVELS: ReadonlySet<number> = new Set([0x01, 0x5e, 0x9c, 0xda]);

/** What follows the first four bytes of bzip2: a block, or the end of an empty file. */
const BZIP2_MARKS = [
  [0x31, 0x41, 0x59],
  [0x17, 0x72, 0x45],
];

/** A frame of zstd or LZ4 that is passed over, and may stand in front of one with data (RFC 8878, 3.1.2). */
function beginsSkipped([first = 0, ...rest]: Uint8Array): boolean {
  return (first & 0xf0) === 0x50 && rest[0] === 0x2a && rest[1] === 0x4d && rest[2] === 0x18;
}

/** A decoder that takes bytes from a feed. */
function fed(unpack: (feed: ByteFeed) => AsyncGenerator<Uint8Array>): Codec["open"] {
  return (source, { signal }) => {
    const feed = new ByteFeed(source, 0, signal);
    return {
      get used() {
        return feed.offset;
      },
      [Symbol.asyncIterator]: () => unpack(feed),
    };
  };
}

/** All of them. */
export const CODECS: readonly Codec[] = [
  { name: "gzip", endings: ["gz", "gzip", "z"], begins: startsWith(0x1f, 0x8b, 8), open: openGzip },
  {
    name: "zlib",
    endings: ["z", "zlib"],
    isWeak: true,
    begins: (head) => head[0] === 0x78 && ZLIB_LEVELS.has(head[1] ?? 0) && ((head[2] ?? 0) & 6) !== 6,
    open: openZlib,
  },
  {
    name: "bzip2",
    endings: ["bz2"],
    begins: (head) =>
      startsWith(0x42, 0x5a, 0x68)(head) && BZIP2_MARKS.some((mark) => mark.every((byte, n) => head[4 + n] === byte)),
    open: fed(unpackBzip2),
  },
  { name: "xz", endings: ["xz"], begins: startsWith(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), open: fed(unpackXz) },
  { name: "lzma", endings: ["lzma"], isWeak: true, begins: beginsLzma, open: fed(unpackLzma) },
  { name: "lz4", endings: ["lz4"], begins: startsWith(0x04, 0x22, 0x4d, 0x18), open: fed(unpackLz4) },
  {
    name: "zstd",
    endings: ["zst", "zstd"],
    begins: (head) => startsWith(0x28, 0xb5, 0x2f, 0xfd)(head) || beginsSkipped(head),
    open: (source, { platform, signal }) => platform.unpackZstd?.(piecesOf(source, 0, signal)) ?? null,
  },
];
