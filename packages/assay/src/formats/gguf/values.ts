/** The key-values of a header: scalars are kept, arrays are walked. */

import type { WindowCursor } from "../../bytes/window-cursor.ts";
import { FormatError } from "../../model/errors.ts";
import type { Place } from "../../model/facts.ts";
import type { FaultLog } from "../shared/words.ts";
import type { FaultCode } from "./words.ts";

/** Faults of this format. */
export type Faults = FaultLog<FaultCode>;

/** A value that is kept: a scalar, or how many items an array has. */
export type Value =
  | { readonly kind: "scalar"; readonly value: string | number | boolean; readonly at: Place }
  | { readonly kind: "array"; readonly length: number; readonly at: Place };

/** Bytes of a key (docs/gguf.md: at most 2^16 - 1). */
const LONGEST_KEY = 65_535;

/** Bytes of a string; chat templates, the longest known, have some 20,000, and a licence's text below 100,000. */
const LONGEST_STRING = 1 << 20;

/** Items of an array; the largest vocabulary known has 262,144 tokens, its list of merges twice as many. */
const LONGEST_ARRAY = 16 << 20;

/** Arrays in arrays; no writer nests them. */
const DEEPEST = 4;

/** Types of values by number (docs/gguf.md, `gguf_metadata_value_type`). */
const STRING = 8;
const ARRAY = 9;
const BOOL = 7;
const BYTES: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 4],
  [5, 4],
  [6, 4],
  [BOOL, 1],
  [10, 8],
  [11, 8],
  [12, 8],
]);

/** What a value's reading needs to know of it. */
interface Spot {
  readonly cursor: WindowCursor;
  readonly faults: Faults;
  readonly key: string;
  /** Told of items that were walked. */
  readonly spend: (count: number) => void;
}

/** Ends the reading of a header at a fault behind which nothing can be found. */
export class Unreadable extends Error {}

/** Reads a key. @throws Unreadable behind which nothing can be found. */
export async function readKey(cursor: WindowCursor, faults: Faults): Promise<string> {
  const start = cursor.at;
  await cursor.fill(8);
  const length = Number(cursor.u64());
  if (length > LONGEST_KEY) {
    faults.add("long-key", { length, limit: LONGEST_KEY }, { start, end: cursor.at });
    throw new Unreadable();
  }
  await cursor.fill(length);
  return decode(cursor.take(length), { faults, key: "a key", start });
}

/** Reads the value of a key. @throws Unreadable behind which nothing can be found. */
export async function readValue(spot: Spot): Promise<Value> {
  const { cursor } = spot;
  const start = cursor.at;
  await cursor.fill(4);
  const type = cursor.u32();
  if (type === ARRAY) {
    const length = await walkArray(spot, 1);
    return { kind: "array", length, at: { start, end: cursor.at } };
  }
  const value = type === STRING ? await readString(spot) : await readScalar(spot, type);
  return { kind: "scalar", value, at: { start, end: cursor.at } };
}

async function readString(spot: Spot): Promise<string> {
  const { cursor, faults, key } = spot;
  const start = cursor.at;
  const length = await readLength(spot, LONGEST_STRING);
  await cursor.fill(length);
  return decode(cursor.take(length), { faults, key, start });
}

async function readLength({ cursor, faults, key }: Spot, limit: number): Promise<number> {
  const start = cursor.at;
  await cursor.fill(8);
  const length = Number(cursor.u64());
  if (length <= limit) return length;
  const code = limit === LONGEST_STRING ? "long-string" : "long-array";
  faults.add(code, { key, length, limit }, { start, end: cursor.at });
  throw new Unreadable();
}

async function readScalar(spot: Spot, type: number): Promise<string | number | boolean> {
  const { cursor } = spot;
  const start = cursor.at;
  const bytes = BYTES.get(type);
  if (bytes === undefined) throw unknownType(spot, type, start);
  await cursor.fill(bytes);
  const view = cursor.view(bytes);
  if (type !== BOOL) return toValue(readNumber(view, type, cursor.littleEndian));
  const found = view.getUint8(0);
  if (found > 1) spot.faults.add("bad-bool", { key: spot.key, found }, { start, end: cursor.at });
  return found !== 0;
}

/** What no JSON number holds (infinite, not a number, past 2^53) is kept as its text. */
function toValue(number: number | bigint): string | number {
  const plain = Number(number);
  const isHeld = typeof number === "number" ? Number.isFinite(number) : Number.isSafeInteger(plain);
  return isHeld ? plain : String(number);
}

function readNumber(view: DataView, type: number, little: boolean): number | bigint {
  switch (type) {
    case 0:
      return view.getUint8(0);
    case 1:
      return view.getInt8(0);
    case 2:
      return view.getUint16(0, little);
    case 3:
      return view.getInt16(0, little);
    case 4:
      return view.getUint32(0, little);
    case 5:
      return view.getInt32(0, little);
    case 6:
      return view.getFloat32(0, little);
    case 10:
      return view.getBigUint64(0, little);
    case 11:
      return view.getBigInt64(0, little);
    default:
      return view.getFloat64(0, little);
  }
}

/** Walks an array and returns how many items it has. */
async function walkArray(spot: Spot, depth: number): Promise<number> {
  const { cursor, faults, key } = spot;
  const start = cursor.at;
  if (depth > DEEPEST) {
    faults.add("deep-array", { key, limit: DEEPEST }, { start, end: start });
    throw new Unreadable();
  }
  await cursor.fill(4);
  const type = cursor.u32();
  const length = await readLength(spot, LONGEST_ARRAY);
  // Every item has a byte at least, so that a count the file cannot hold costs nothing.
  if (length > cursor.left) cursor.skip(length);
  spot.spend(length);
  const bytes = BYTES.get(type);
  if (bytes !== undefined) cursor.skip(length * bytes);
  else if (type === STRING) await walkStrings(spot, length);
  else if (type === ARRAY) for (let n = 0; n < length; n++) await walkArray(spot, depth + 1);
  else throw unknownType(spot, type, start);
  return length;
}

/** Tokens are short and many: as long as they are present, nothing is waited for. */
async function walkStrings(spot: Spot, count: number): Promise<void> {
  const { cursor } = spot;
  for (let n = 0; n < count; n++) {
    if (!cursor.has(8)) await cursor.fill(8);
    const length = Number(cursor.u64());
    cursor.skip(length);
  }
}

function unknownType({ faults, key, cursor }: Spot, type: number, start: number): Unreadable {
  faults.add("unknown-value-type", { key, type }, { start, end: cursor.at });
  return new Unreadable();
}

interface Named {
  readonly faults: Faults;
  readonly key: string;
  readonly start: number;
}

function decode(bytes: Uint8Array, { faults, key, start }: Named): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Whatever is not UTF-8 is shown with replacement characters.
    faults.add("not-utf8", { key }, { start, end: start + 8 + bytes.length });
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  }
}

/** Whether a reading ends here with what it has: the file does, or a fault behind which nothing can be found. */
export function endsReading(error: unknown): error is Unreadable | FormatError {
  return error instanceof Unreadable || (error instanceof FormatError && error.code === "cut-off");
}
