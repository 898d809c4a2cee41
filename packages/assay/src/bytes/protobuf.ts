/** The wire format of Protocol Buffers (encoding, "Message Structure"), field by field over a source of any size. */

import { FormatError } from "../model/errors.ts";
import type { WindowCursor } from "./window-cursor.ts";

/** Kinds of fields on the wire that are read; groups are deprecated and refused. */
const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/** Bytes of the longest tag with the longest length or number behind it. */
const LONGEST_HEAD = 20;

/** Bytes of a tag or a length, which parsers do not take when they are more, whatever they come to. */
const LONGEST_COUNT = 5;

/** Bits of a varint that count. */
const MOST_BITS = 70n;

/** A field: its number, its value where it is a number, and where its content stands. */
export interface WireField {
  readonly number: number;
  readonly kind: "number" | "fixed" | "bytes";
  /** Of a varint, as two's complement of 64 bits. */
  readonly value: bigint;
  readonly start: number;
  readonly end: number;
}

/**
 * The next field of a message that ends at `end`, or null behind the last one. The cursor stands behind a number, and at
 * the content of a field of bytes.
 * @throws FormatError `bad-wire` where there is no field, `cut-off` where the file ends.
 */
export async function nextField(cursor: WindowCursor, end: number): Promise<WireField | null> {
  if (cursor.at >= end) return null;
  if (!cursor.has(LONGEST_HEAD)) await cursor.fill(Math.min(LONGEST_HEAD, cursor.left));
  const at = cursor.at;
  const tag = takeCount(cursor, end);
  const number = Math.floor(tag / 8);
  if (number < 1 || number > 0x1fffffff) throw broken(at, `the field number ${number}`);
  switch (tag % 8) {
    case VARINT: {
      const value = takeNumber(cursor, end);
      return { number, kind: "number", value, start: at, end: cursor.at };
    }
    case FIXED64:
      return skipFixed(cursor, { number, bytes: 8, end });
    case FIXED32:
      return skipFixed(cursor, { number, bytes: 4, end });
    case BYTES: {
      const length = takeCount(cursor, end);
      const start = cursor.at;
      if (length > end - start) throw broken(at, `a field of ${length} bytes where ${end - start} are left`);
      return { number, kind: "bytes", value: 0n, start, end: start + length };
    }
    default:
      throw broken(at, `the wire type ${tag % 8}`);
  }
}

interface Fixed {
  readonly number: number;
  readonly bytes: number;
  readonly end: number;
}

function skipFixed(cursor: WindowCursor, { number, bytes, end }: Fixed): WireField {
  const start = cursor.at;
  if (bytes > end - start) throw broken(start, `a number of ${bytes} bytes where ${end - start} are left`);
  cursor.skip(bytes);
  return { number, kind: "fixed", value: 0n, start, end: start + bytes };
}

/**
 * The next number, as two's complement of 64 bits; its bytes have to be present up to `end`.
 * @throws FormatError `bad-wire` where it does not end before.
 */
export function takeNumber(cursor: WindowCursor, end: number): bigint {
  return BigInt.asIntN(64, takeVarint(cursor, end));
}

function takeCount(cursor: WindowCursor, end: number): number {
  const { at } = cursor;
  const count = Number(takeVarint(cursor, end));
  if (cursor.at - at > LONGEST_COUNT) throw broken(at, `a tag or a length of ${cursor.at - at} bytes`);
  return count;
}

function takeVarint(cursor: WindowCursor, end: number): bigint {
  let value = 0;
  // Most are below 2^28, where plain numbers are exact and fast.
  for (let shift = 0; shift < 28; shift += 7) {
    const byte = takeByte(cursor, end);
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return BigInt(value);
  }
  let large = BigInt(value);
  for (let shift = 28n; shift < MOST_BITS; shift += 7n) {
    const byte = takeByte(cursor, end);
    large |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt.asUintN(64, large);
  }
  throw broken(cursor.at, "a number of more than ten bytes");
}

function takeByte(cursor: WindowCursor, end: number): number {
  if (cursor.at >= end || !cursor.has(1)) throw broken(cursor.at, "a number that does not end");
  return cursor.u8();
}

function broken(offset: number, found: string): FormatError {
  return new FormatError("bad-wire", `not a field of a message · found ${found}`, { offset });
}
