/** A PyTorch checkpoint of gigabytes that takes a few kilobytes: its storages are holes. */

import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";

import { pickleTensors } from "./pickles.ts";

/** Bytes of one storage, and how many there are: 10 GB. */
const STORAGE = 100_000_000;
const STORAGES = 100;
const F32_BYTES = 4;
const ZEROS = crc32(Buffer.alloc(STORAGE));
/** Where PyTorch begins the bytes of members. */
const ALIGNMENT = 64;

/** A file whose bytes in between are zeros. */
export interface Sparse {
  readonly size: number;
  readonly pieces: readonly (readonly [at: number, bytes: Uint8Array])[];
}

/** What a checkpoint of 100 tensors of 100 MB consists of. */
export function describeCheckpoint(): Sparse {
  const pieces: (readonly [number, Uint8Array])[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const add = (name: string, content: Uint8Array | number): void => {
    const size = typeof content === "number" ? content : content.length;
    const crc = typeof content === "number" ? ZEROS : crc32(content);
    const header = localHeader(name, { size, at, crc });
    pieces.push([at, header]);
    if (typeof content !== "number") pieces.push([at + header.length, content]);
    directory.push(centralHeader(name, { size, at, crc }));
    at += header.length + size;
  };
  add("model/data.pkl", pickleTensors(STORAGES, STORAGE / F32_BYTES));
  add("model/byteorder", Buffer.from("little"));
  for (let key = 0; key < STORAGES; key++) add(`model/data/${key}`, STORAGE);
  add("model/version", Buffer.from("3\n"));
  add("model/.data/serialization_id", Buffer.from("1".repeat(40)));
  const end = Buffer.concat([...directory, endRecords(directory, at)]);
  return { size: at + end.length, pieces: [...pieces, [at, end]] };
}

/** Writes a sparse file. */
export function writeSparse(path: string, { size, pieces }: Sparse): void {
  const file = openSync(path, "w");
  try {
    for (const [at, bytes] of pieces) writeSync(file, bytes, 0, bytes.length, at);
    ftruncateSync(file, size);
  } finally {
    closeSync(file);
  }
}

interface Member {
  readonly size: number;
  readonly at: number;
  readonly crc: number;
}

const LARGE = 2 ** 32 - 1;

/** Version, flags, method, time, date, checksum and sizes. */
function fields({ size, crc }: Member): Buffer {
  const made = Buffer.alloc(22);
  made.writeUInt16LE(45, 0);
  made.writeUInt32LE(crc, 10);
  made.writeUInt32LE(size, 14);
  made.writeUInt32LE(size, 18);
  return made;
}

/** The header ends where PyTorch's padding makes the content begin (caffe2/serialize/inline_container.cc, `getPadding`). */
function localHeader(name: string, member: Member): Buffer {
  const before = 30 + name.length + 4;
  const padding = (ALIGNMENT - ((member.at + before) % ALIGNMENT)) % ALIGNMENT;
  const extra = Buffer.alloc(4 + padding, "Z");
  extra.write("FB", 0, "latin1");
  extra.writeUInt16LE(padding, 2);
  return Buffer.concat([Buffer.from("PK\x03\x04"), fields(member), lengths(name, extra), Buffer.from(name), extra]);
}

/** A place beyond 4 GiB stands in a field of its own (APPNOTE 4.5.3). */
function centralHeader(name: string, member: Member): Buffer {
  const isFar = member.at >= LARGE;
  const extra = Buffer.alloc(isFar ? 12 : 0);
  if (isFar) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(member.at), 4);
  }
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(isFar ? LARGE : member.at, 10);
  const start = Buffer.from("PK\x01\x02\x2d\x00", "latin1");
  return Buffer.concat([start, fields(member), lengths(name, extra), tail, Buffer.from(name), extra]);
}

function lengths(name: string, extra: Uint8Array): Buffer {
  const made = Buffer.alloc(4);
  made.writeUInt16LE(name.length, 0);
  made.writeUInt16LE(extra.length, 2);
  return made;
}

/** The two end records of a large archive and the locator between them (APPNOTE 4.3.14 to 4.3.16). */
function endRecords(directory: readonly Uint8Array[], start: number): Buffer {
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const large = Buffer.alloc(56);
  large.write("PK\x06\x06", 0, "latin1");
  large.writeBigUInt64LE(44n, 4);
  large.writeUInt16LE(45, 12);
  large.writeUInt16LE(45, 14);
  for (const at of [24, 32]) large.writeBigUInt64LE(BigInt(directory.length), at);
  large.writeBigUInt64LE(BigInt(size), 40);
  large.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.write("PK\x06\x07", 0, "latin1");
  locator.writeBigUInt64LE(BigInt(start + size), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  for (const at of [8, 10]) end.writeUInt16LE(directory.length, at);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(LARGE, 16);
  return Buffer.concat([large, locator, end]);
}
