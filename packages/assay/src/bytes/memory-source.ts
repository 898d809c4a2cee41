/** Byte sources that need no file: bytes in memory, and a stretch of another source. */

import { FormatError } from "../model/errors.ts";
import type { ByteSource } from "../model/types.ts";

/** A source over bytes in memory. What it returns shares memory with `bytes`. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    async read(start, end) {
      requireInside(start, end, bytes.length);
      return bytes.subarray(start, end);
    },
  };
}

/** The bytes `[start, end)` of a source as a source of their own; its offsets count from `start`. */
export function sliceSource(source: ByteSource, start: number, end: number): ByteSource {
  requireInside(start, end, source.size);
  return {
    size: end - start,
    ...(source.isRemote === true && { isRemote: true }),
    async read(from, to, signal) {
      requireInside(from, to, end - start);
      return source.read(start + from, start + to, signal);
    },
  };
}

function requireInside(start: number, end: number, size: number): void {
  if (start >= 0 && start <= end && end <= size) return;
  throw new FormatError("truncated", `bytes asked for do not exist · ${start} to ${end} · source has ${size}`, {
    offset: Math.min(Math.max(start, 0), size),
  });
}
