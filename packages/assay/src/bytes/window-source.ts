/** A source of which the last stretch that was read stays at hand: for readers that come back to what they just passed. */

import type { ByteSource } from "../model/types.ts";

/** Bytes that stay at hand. */
const WINDOW = 1 << 20;

/** The same bytes; reads beyond the window go to the source. */
export function windowSource(source: ByteSource): ByteSource {
  let from = 0;
  let bytes: Uint8Array = new Uint8Array(0);
  return {
    size: source.size,
    ...(source.isRemote === true && { isRemote: true }),
    async read(start, end, signal) {
      if (end - start > WINDOW) return await source.read(start, end, signal);
      if (start < from || end > from + bytes.length) {
        bytes = await source.read(start, Math.min(source.size, Math.max(end, start + WINDOW)), signal);
        from = start;
      }
      return bytes.subarray(start - from, end - from);
    },
  };
}
