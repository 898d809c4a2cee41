/** The key-values of a header: scalars are kept, arrays are walked. */

import type { Place } from "../../model/facts.ts";
import { walkArray } from "./arrays.ts";
import { type Faults, readLength, type Spot, Unreadable, unknownType, type Walk } from "./spot.ts";
import { ARRAY, BOOL, FIXED_BYTES, LONGEST_STRING, STRING } from "./value-types.ts";

/** A value that is kept: a scalar with its type by number, or how many items an array has. */
export type Value =
  | { readonly kind: "scalar"; readonly type: number; readonly value: string | number | boolean; readonly at: Place }
  | { readonly kind: "array"; readonly length: number; readonly at: Place };

/** Bytes of a key (docs/gguf.md: at most 2^16 - 1). */
const LONGEST_KEY = 65_535;

/** What a key is written in (docs/gguf.md: ASCII); its case and dots are left to writers, who put names of models in. */
const KEY = /^[\x20-\x7e]+$/;

const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const LAX = new TextDecoder("utf-8", { ignoreBOM: true });

/** Reads a key. @throws Unreadable behind which nothing can be found. */
export async function readKey({ cursor, faults }: Walk): Promise<string> {
  const start = cursor.at;
  await cursor.fill(8);
  const length = cursor.u64();
  if (length > LONGEST_KEY) {
    faults.add("long-key", { length: String(length), limit: LONGEST_KEY }, { start, end: cursor.at });
    throw new Unreadable();
  }
  await cursor.fill(Number(length));
  const key = LAX.decode(cursor.take(Number(length)));
  if (!KEY.test(key)) faults.add("bad-key", { key }, { start, end: cursor.at });
  return key;
}

/** Reads the value of a key; its place is that of its bytes. @throws Unreadable behind which nothing can be found. */
export async function readValue(spot: Spot): Promise<Value> {
  const { cursor } = spot;
  const typeAt = cursor.at;
  await cursor.fill(4);
  const type = cursor.u32();
  const start = cursor.at;
  if (type === ARRAY) {
    const length = await walkArray(spot);
    return { kind: "array", length, at: { start, end: cursor.at } };
  }
  if (type === STRING) return { kind: "scalar", type, ...(await readString(spot)) };
  const bytes = FIXED_BYTES.get(type);
  if (bytes === undefined) throw unknownType(spot, type, typeAt);
  await cursor.fill(bytes);
  const value = toValue(spot, type, cursor.view(bytes));
  return { kind: "scalar", type, value, at: { start, end: start + bytes } };
}

async function readString(spot: Spot): Promise<{ readonly value: string; readonly at: Place }> {
  const { cursor, faults, key } = spot;
  const length = await readLength(spot, "long-string", LONGEST_STRING);
  await cursor.fill(length);
  const at = { start: cursor.at, end: cursor.at + length };
  return { value: decode(cursor.take(length), faults, { what: `the text of "${key}"`, at }), at };
}

/** What no JSON number holds (infinite, not a number, past 2^53) is kept as its text. */
function toValue({ cursor, faults, key }: Spot, type: number, view: DataView): string | number | boolean {
  const number = readNumber(view, type, cursor.littleEndian);
  if (type === BOOL) {
    const found = Number(number);
    if (found > 1) faults.add("bad-bool", { key, found }, { start: cursor.at - 1, end: cursor.at });
    return found !== 0;
  }
  const plain = Number(number);
  const isHeld = typeof number === "number" ? Number.isFinite(number) : Number.isSafeInteger(plain);
  return isHeld ? plain : String(number);
}

function readNumber(view: DataView, type: number, little: boolean): number | bigint {
  switch (type) {
    case 0:
    case BOOL:
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

/** The text of these bytes; one that is not UTF-8 is a fault, and shown with replacement characters. */
export function decode(bytes: Uint8Array, faults: Faults, { what, at }: { what: string; at: Place }): string {
  try {
    return STRICT.decode(bytes);
  } catch {
    faults.add("not-utf8", { what }, at);
    return LAX.decode(bytes);
  }
}
