/**
 * A small assembler of pickles: every operation under its name of CPython's Lib/pickletools.py, also in ways in which no honest
 * writer puts them together. `assemble(op.PROTO(2), op.GLOBAL("owl", "hoot"), op.EMPTY_TUPLE, op.REDUCE, op.STOP)`.
 */

import { joinBytes } from "../../src/bytes/join.ts";

/** Bytes of one operation or of several. */
export type Piece = Uint8Array;

const encoder = new TextEncoder();

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? encoder.encode(content) : content;
}

/** A whole number in so many bytes, little-endian. */
function little(value: number | bigint, bytes: number): Uint8Array {
  const made = new Uint8Array(bytes);
  let rest = BigInt.asUintN(bytes * 8, BigInt(value));
  for (let at = 0; at < bytes; at++, rest >>= 8n) made[at] = Number(rest & 255n);
  return made;
}

function plain(code: number): Piece {
  return new Uint8Array([code]);
}

function sized(code: number, bytes: number): (value: number | bigint) => Piece {
  return (value) => joinBytes([plain(code), little(value, bytes)]);
}

/** An operation with a length in so many bytes and content behind it; a false length can be stated. */
function counted(code: number, bytes: number): (content: string | Uint8Array, length?: number | bigint) => Piece {
  return (content, length = bytesOf(content).length) =>
    joinBytes([plain(code), little(length, bytes), bytesOf(content)]);
}

function line(code: number): (text: string | number) => Piece {
  return (text) => joinBytes([plain(code), encoder.encode(`${text}\n`)]);
}

function twoLines(code: number): (module: string, name: string) => Piece {
  return (module, name) => joinBytes([plain(code), encoder.encode(`${module}\n${name}\n`)]);
}

function float(value: number): Piece {
  const made = new Uint8Array(9);
  made[0] = 0x47;
  new DataView(made.buffer).setFloat64(1, value);
  return made;
}

/** All 68 operations. */
export const op = {
  MARK: plain(0x28),
  STOP: plain(0x2e),
  POP: plain(0x30),
  POP_MARK: plain(0x31),
  DUP: plain(0x32),
  FLOAT: line(0x46),
  BINFLOAT: float,
  INT: line(0x49),
  BININT: sized(0x4a, 4),
  BININT1: sized(0x4b, 1),
  LONG: line(0x4c),
  BININT2: sized(0x4d, 2),
  NONE: plain(0x4e),
  PERSID: line(0x50),
  BINPERSID: plain(0x51),
  REDUCE: plain(0x52),
  STRING: line(0x53),
  BINSTRING: counted(0x54, 4),
  SHORT_BINSTRING: counted(0x55, 1),
  UNICODE: line(0x56),
  BINUNICODE: counted(0x58, 4),
  APPEND: plain(0x61),
  BUILD: plain(0x62),
  GLOBAL: twoLines(0x63),
  DICT: plain(0x64),
  EMPTY_DICT: plain(0x7d),
  APPENDS: plain(0x65),
  GET: line(0x67),
  BINGET: sized(0x68, 1),
  INST: twoLines(0x69),
  LONG_BINGET: sized(0x6a, 4),
  LIST: plain(0x6c),
  EMPTY_LIST: plain(0x5d),
  OBJ: plain(0x6f),
  PUT: line(0x70),
  BINPUT: sized(0x71, 1),
  LONG_BINPUT: sized(0x72, 4),
  SETITEM: plain(0x73),
  TUPLE: plain(0x74),
  EMPTY_TUPLE: plain(0x29),
  SETITEMS: plain(0x75),
  PROTO: sized(0x80, 1),
  NEWOBJ: plain(0x81),
  EXT1: sized(0x82, 1),
  EXT2: sized(0x83, 2),
  EXT4: sized(0x84, 4),
  TUPLE1: plain(0x85),
  TUPLE2: plain(0x86),
  TUPLE3: plain(0x87),
  NEWTRUE: plain(0x88),
  NEWFALSE: plain(0x89),
  LONG1: counted(0x8a, 1),
  LONG4: counted(0x8b, 4),
  BINBYTES: counted(0x42, 4),
  SHORT_BINBYTES: counted(0x43, 1),
  SHORT_BINUNICODE: counted(0x8c, 1),
  BINUNICODE8: counted(0x8d, 8),
  BINBYTES8: counted(0x8e, 8),
  EMPTY_SET: plain(0x8f),
  ADDITEMS: plain(0x90),
  FROZENSET: plain(0x91),
  NEWOBJ_EX: plain(0x92),
  STACK_GLOBAL: plain(0x93),
  MEMOIZE: plain(0x94),
  FRAME: sized(0x95, 8),
  BYTEARRAY8: counted(0x96, 8),
  NEXT_BUFFER: plain(0x97),
  READONLY_BUFFER: plain(0x98),
} as const;

/** Puts pieces together. */
export function assemble(...pieces: readonly Piece[]): Uint8Array {
  return joinBytes(pieces);
}

/** The pieces in a frame of their length, or of another one that is stated. */
export function framed(pieces: readonly Piece[], length?: number): Piece {
  const content = assemble(...pieces);
  return joinBytes([op.FRAME(length ?? content.length), content]);
}

/** A name as protocol 4 pushes it. */
export function stackGlobal(module: string, name: string): Piece {
  return assemble(op.SHORT_BINUNICODE(module), op.SHORT_BINUNICODE(name), op.STACK_GLOBAL);
}

/** What {@link push} can write. */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly Value[]
  | { readonly [key: string]: Value };

/** Operations that push a value: arrays as tuples, objects as dictionaries. */
export function push(value: Value): Piece {
  if (value === null) return op.NONE;
  if (typeof value === "boolean") return value ? op.NEWTRUE : op.NEWFALSE;
  if (typeof value === "number" && !Number.isInteger(value)) return op.BINFLOAT(value);
  if (typeof value === "number" || typeof value === "bigint") return pushWhole(BigInt(value));
  if (typeof value === "string") return op.BINUNICODE(value);
  if (value instanceof Uint8Array) return op.BINBYTES(value);
  if (Array.isArray(value)) return assemble(op.MARK, ...value.map((item) => push(item)), op.TUPLE);
  const pairs = Object.entries(value).flatMap(([key, item]) => [push(key), push(item)]);
  return assemble(op.EMPTY_DICT, op.MARK, ...pairs, op.SETITEMS);
}

function pushWhole(value: bigint): Piece {
  if (value >= 0n && value < 256n) return op.BININT1(value);
  if (value >= -(2n ** 31n) && value < 2n ** 31n) return op.BININT(value);
  let bytes = 1;
  while (BigInt.asIntN(8 * bytes, value) !== value) bytes++;
  return op.LONG1(little(value, bytes));
}

/** A call of a named function with a tuple of arguments. */
export function call(named: Piece, ...args: readonly Value[]): Piece {
  return assemble(named, push(args), op.REDUCE);
}
