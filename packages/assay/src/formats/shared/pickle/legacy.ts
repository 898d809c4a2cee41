/** The constants with which a PyTorch checkpoint of before 1.6 begins (torch/serialization.py, `_legacy_save`). */

import { OP } from "./operations.ts";

/** Operations that push the magic number 0x1950a86a20f9469cfc6c and stop. */
const MAGIC: readonly number[] = [OP.LONG1, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, OP.STOP];

/** Bytes of PROTO, and of FRAME from protocol 4 on, before the first operation. */
const PROTO_BYTES = 2;
const FRAME_BYTES = 9;

/** Length of the pickle of the magic number with which a file begins; 0 where it does not. */
export function legacyMagicLength(head: Uint8Array): number {
  if (head[0] !== OP.PROTO) return 0;
  const start = PROTO_BYTES + (head[PROTO_BYTES] === OP.FRAME ? FRAME_BYTES : 0);
  return MAGIC.every((byte, at) => head[start + at] === byte) ? start + MAGIC.length : 0;
}

/** Whether a file begins with the magic number of such a checkpoint as a constant. */
export function isLegacyCheckpoint(head: Uint8Array): boolean {
  return legacyMagicLength(head) > 0;
}
