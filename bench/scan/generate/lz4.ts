/** Frames of LZ4 that hold their content as it is (LZ4 Frame Format, v1.6.4). */

const MAGIC = 0x184d2204;
const LARGEST_BLOCK = 4 << 20;

/** Writes a frame of stored blocks. */
export function writeLz4(content: Uint8Array): Buffer {
  // Version 1, blocks independent; blocks of at most 4 MiB.
  const descriptor = Buffer.from([0x60, 0x70]);
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += LARGEST_BLOCK) {
    const block = content.subarray(at, at + LARGEST_BLOCK);
    // The highest bit says that the block is not packed.
    blocks.push(u32(block.length + 2 ** 31), block);
  }
  const check = Buffer.from([(hashShort(descriptor) >>> 8) & 0xff]);
  return Buffer.concat([u32(MAGIC), descriptor, check, ...blocks, u32(0)]);
}

const [P1, P2, P3, P5] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x165667b1];

/** xxHash32 with seed 0 of fewer than four bytes, which the descriptor of a frame has. */
function hashShort(bytes: Uint8Array): number {
  let hash = (P5 + bytes.length) >>> 0;
  for (const byte of bytes) {
    hash = (hash + Math.imul(byte, P5)) >>> 0;
    hash = Math.imul((hash << 11) | (hash >>> 21), P1) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 15), P2) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), P3) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
