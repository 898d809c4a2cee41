/** Object headers: the messages that say what a group or a data set is (HDF5 File Format Specification 3.0, IV.A). */

import { FormatError } from "../../model/errors.ts";
import { broken, decodeText, type Fields } from "./fields.ts";
import type { Hdf5File } from "./file.ts";

/** Messages of one object; a data set of thousands of attributes keeps them elsewhere. */
const MOST_MESSAGES = 100_000;

/** Types of messages that are read. */
export const DATASPACE = 0x01;
export const LINK_INFO = 0x02;
export const DATATYPE = 0x03;
export const LINK = 0x06;
export const EXTERNAL_FILES = 0x07;
export const LAYOUT = 0x08;
export const FILTERS = 0x0b;
export const ATTRIBUTE = 0x0c;
export const SHARED_TABLE = 0x0f;
const CONTINUATION = 0x10;
export const SYMBOL_TABLE = 0x11;
export const TREE_SIZES = 0x13;
export const DRIVER = 0x14;
export const ATTRIBUTE_INFO = 0x15;
export const FREE_SPACE = 0x17;

/** Flag of a message that stands elsewhere. */
const SHARED = 0x02;

/** A message. */
export interface Message {
  readonly type: number;
  /** Its fields; of one that is shared, a reference to them. */
  readonly isShared: boolean;
  readonly fields: Fields;
}

/** How the messages of a chunk are written. */
interface Style {
  readonly version: 1 | 2;
  /** Bytes in front of the fields of a message. */
  readonly head: number;
}

interface Chunk {
  readonly address: number;
  readonly bytes: number;
}

/**
 * All messages of an object, those of its continuations too; `first` alone looks up what an object states, which is read
 * in full by itself.
 * @throws FormatError `bad-structure`
 */
export async function readMessages(
  file: Hdf5File,
  address: number,
  which: "all" | "first" = "all",
): Promise<readonly Message[]> {
  const start = await file.beginning(address, 64);
  const isNew = decodeText(start.bytes.subarray(0, 4)) === "OHDR";
  const { style, first } = isNew ? startNew(start, address) : startOld(start, address);
  file.claim(address, first.address - address + first.bytes + (isNew ? 4 : 0));
  const messages: Message[] = [];
  const chunks: Chunk[] = [first];
  for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
    const fields = await file.fields(chunk.address, chunk.bytes);
    for (const message of listMessages(fields, style)) {
      if (messages.length >= MOST_MESSAGES) throw broken(fields.start, "an object has more messages than are read");
      file.step(1);
      if (message.type !== CONTINUATION) messages.push(message);
      else if (which === "all") chunks.push(...(await continueAt(file, message.fields, style)));
    }
  }
  return messages;
}

function startOld(start: Fields, address: number): { readonly style: Style; readonly first: Chunk } {
  if (start.u8() !== 1) throw broken(start.start, "an object has a header of no version that is known");
  start.skip(7);
  const bytes = start.u32();
  return { style: { version: 1, head: 8 }, first: { address: address + 16, bytes } };
}

function startNew(start: Fields, address: number): { readonly style: Style; readonly first: Chunk } {
  start.skip(4);
  if (start.u8() !== 2) throw broken(start.start, "an object has a header of no version that is known");
  const flags = start.u8();
  if ((flags & 0x20) !== 0) start.skip(16);
  if ((flags & 0x10) !== 0) start.skip(4);
  const bytes = start.uint(1 << (flags & 3));
  const head = (flags & 0x04) === 0 ? 4 : 6;
  return { style: { version: 2, head }, first: { address: address + start.at, bytes } };
}

async function continueAt(file: Hdf5File, fields: Fields, { version }: Style): Promise<readonly Chunk[]> {
  const address = fields.address();
  const bytes = fields.length();
  if (address === null || !file.visit("chunk", address)) throw broken(fields.start, "an object continues nowhere");
  file.claim(address, bytes);
  if (version === 1) return [{ address, bytes }];
  const start = await file.fields(address, bytes);
  start.expect("OCHK");
  if (bytes < 8) throw broken(start.start, "a part of an object is too short");
  return [{ address: address + 4, bytes: bytes - 8 }];
}

function* listMessages(chunk: Fields, { version, head }: Style): Generator<Message> {
  while (chunk.left >= head) {
    const type = version === 1 ? chunk.u16() : chunk.u8();
    const size = chunk.u16();
    const flags = chunk.u8();
    chunk.skip(head - (version === 1 ? 5 : 4));
    const fields = chunk.part(size);
    if (type !== 0) yield { type, isShared: (flags & SHARED) !== 0, fields };
  }
}

/** Where a shared message stands: the address of an object; null where it is in a table of the file. */
export function readShared(fields: Fields): number | null {
  const version = fields.u8();
  const kind = fields.u8();
  if (version === 1) fields.skip(6);
  return version === 3 && kind === 1 ? null : fields.address();
}

/** Whether an error ends the reading of one structure only. */
export function isLocal(error: unknown): error is FormatError {
  return error instanceof FormatError && error.code === "bad-structure";
}
