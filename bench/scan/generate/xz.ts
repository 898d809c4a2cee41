/** .xz streams that hold their content as it is (The .xz File Format 1.2.1; LZMA2 chunks without compression). */

import { crc32 } from "node:zlib";

const MAGIC = Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]);
const FOOTER = Buffer.from("YZ");
/** Flags of a stream whose blocks carry a CRC32. */
const FLAGS = Buffer.from([0x00, 0x01]);
const LARGEST_CHUNK = 1 << 16;

/** Writes a stream of one block. */
export function writeXz(content: Uint8Array): Buffer {
  const header = blockHeader();
  const data = Buffer.concat([...chunks(content), Buffer.from([0])]);
  const unpadded = header.length + data.length + 4;
  const block = Buffer.concat([header, data, padding(data.length), u32(crc32(content))]);
  const index = writeIndex(unpadded, content.length);
  const backward = u32(index.length / 4 - 1);
  const start = Buffer.concat([MAGIC, FLAGS, u32(crc32(FLAGS))]);
  return Buffer.concat([start, block, index, u32(crc32(Buffer.concat([backward, FLAGS]))), backward, FLAGS, FOOTER]);
}

/** Twelve bytes: its size, no flags, the LZMA2 filter with a dictionary of 64 KiB. */
function blockHeader(): Buffer {
  const fields = Buffer.from([2, 0x00, 0x21, 0x01, 0x08, 0, 0, 0]);
  return Buffer.concat([fields, u32(crc32(fields))]);
}

function chunks(content: Uint8Array): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < content.length; at += LARGEST_CHUNK) {
    const chunk = content.subarray(at, at + LARGEST_CHUNK);
    const head = Buffer.alloc(3);
    head[0] = at === 0 ? 1 : 2;
    head.writeUInt16BE(chunk.length - 1, 1);
    parts.push(head, Buffer.from(chunk));
  }
  return parts;
}

function writeIndex(unpadded: number, size: number): Buffer {
  const fields = Buffer.from([0, 1, ...variable(unpadded), ...variable(size)]);
  const padded = Buffer.concat([fields, padding(fields.length)]);
  return Buffer.concat([padded, u32(crc32(padded))]);
}

/** Seven bits a byte, the lowest first. */
function variable(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...variable(Math.floor(value / 0x80))];
}

function padding(length: number): Buffer {
  return Buffer.alloc((4 - (length % 4)) % 4);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
