/** What Node does better than portable code. Apart from the front door, so that who asks no network loads none. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import * as zlib from "node:zlib";
import { FormatError } from "./model/errors.ts";
import type { Platform, Unpacking } from "./model/plugin.ts";

/** Bytes of a piece that comes out. */
const PIECE = 64 << 10;

/** Window of Zstandard, as a power of two: 64 MiB, as all levels of its tool but three. */
const LARGEST_WINDOW = 26;

/** Node's hashing and the package's own data files. */
export const platform: Platform = {
  sha256() {
    const hash = createHash("sha256");
    return {
      update: (bytes) => void hash.update(bytes),
      digest: async () => hash.digest("hex"),
    };
  },
  inflate: (pieces) => unpackBy(zlib.createInflateRaw({ chunkSize: PIECE }), pieces),
  inflateSmall(bytes, most) {
    try {
      // With `info` the engine comes along, which the types do not know.
      const { buffer, engine } = zlib.inflateRawSync(bytes, {
        maxOutputLength: Math.max(most, 1),
        info: true,
      }) as unknown as {
        readonly buffer: Uint8Array;
        readonly engine: zlib.InflateRaw;
      };
      return buffer.length > most ? null : { bytes: buffer, used: engine.bytesWritten };
    } catch {
      // Whoever needs the reason, or what came out before, reads piece by piece.
      return null;
    }
  },
  // Node has it from 22.15 on.
  ...("createZstdDecompress" in zlib && {
    unpackZstd: (pieces) =>
      unpackBy(
        zlib.createZstdDecompress({
          chunkSize: PIECE,
          params: { [zlib.constants.ZSTD_d_windowLogMax]: LARGEST_WINDOW },
        }),
        holdEndBack(pieces),
      ),
  }),
  asset: async (name) =>
    name === "fingerprints"
      ? zlib.inflateRawSync(await readFile(new URL("../assets/fingerprints.deflate", import.meta.url)))
      : await readFile(new URL(`../assets/${name}.json`, import.meta.url)),
};

/** Bytes of the checksum at the end of a frame of Zstandard (RFC 8878, 3.1.1). */
const CHECKSUM = 4;

/** The engine gives nothing for a piece that it fails in: what is in front of a wrong or cut checksum comes out all the same. */
async function* holdEndBack(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array | undefined;
  for await (const piece of pieces) {
    if (held !== undefined) yield held;
    held = piece;
  }
  if (held === undefined) return;
  yield held.subarray(0, -CHECKSUM);
  for (const byte of held.subarray(-CHECKSUM)) yield Uint8Array.of(byte);
}

/** Pieces pass through the engine as they are asked for. */
function unpackBy(engine: zlib.InflateRaw | zlib.ZstdDecompress, pieces: AsyncIterable<Uint8Array>): Unpacking {
  return {
    get used() {
      return engine.bytesWritten;
    },
    async *[Symbol.asyncIterator]() {
      pipeline(Readable.from(pieces), engine, () => undefined);
      try {
        yield* engine;
      } catch (error) {
        throw describeFailure(error);
      }
    },
  };
}

/** The engine's errors have codes of zlib's; any other is the input's own. */
function describeFailure(error: unknown): unknown {
  if (!(error instanceof Error && "code" in error && /^Z(?:STD)?_/.test(String(error.code)))) return error;
  return error.code === "Z_BUF_ERROR"
    ? new FormatError("cut-off", "packed data end before their end mark")
    : new FormatError("corrupt", `packed data are broken: ${error.message}`);
}
