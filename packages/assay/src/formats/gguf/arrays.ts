/** Arrays of values: they are walked and checked, not kept. */

import { findInvalidUtf8 } from "../../bytes/utf8.ts";
import { assertShort, readLength, type Spot, Unreadable, unknownType } from "./spot.ts";
import { ARRAY, BOOL, FIXED_BYTES, LONGEST_STRING, STRING } from "./value-types.ts";

/** Items of an array; the largest vocabulary known has 262,144 tokens, its list of merges twice as many. */
const LONGEST_ARRAY = 16 << 20;

/** Arrays in arrays; no writer nests them. */
const DEEPEST = 4;

/** Least bytes of an item that has a length: that of a string, and the type and length of an array. */
const LEAST_STRING = 8;
const LEAST_ARRAY = 12;

/** Truth values that are looked at together. */
const STRETCH = 64 << 10;

/** Walks an array and returns how many items it has. @throws Unreadable behind which nothing can be found. */
export async function walkArray(spot: Spot, depth = 1): Promise<number> {
  const { cursor, faults, key } = spot;
  const start = cursor.at;
  if (depth > DEEPEST) {
    faults.add("deep-array", { key, limit: DEEPEST }, { start, end: start });
    throw new Unreadable();
  }
  await cursor.fill(4);
  const type = cursor.u32();
  const length = await readLength(spot, "long-array", LONGEST_ARRAY);
  const bytes = FIXED_BYTES.get(type);
  if (type === BOOL) await walkBools(spot, length);
  else if (bytes !== undefined) cursor.skip(length * bytes);
  else if (type === STRING) await walkStrings(spot, length);
  else if (type === ARRAY) await walkArrays(spot, length, depth);
  else throw unknownType(spot, type, start);
  return length;
}

/** A count that the file cannot hold costs nothing. @throws FormatError `cut-off` for such a count. */
function spendItems({ cursor, spend }: Spot, count: number, least: number): void {
  if (count * least > cursor.left) cursor.skip(count * least);
  spend(count);
}

async function walkArrays(spot: Spot, count: number, depth: number): Promise<void> {
  spendItems(spot, count, LEAST_ARRAY);
  for (let n = 0; n < count; n++) {
    assertShort(spot);
    await walkArray(spot, depth + 1);
  }
}

/** Tokens are short and many: as long as they are present, nothing is waited for. The first that is no text is told. */
async function walkStrings(spot: Spot, count: number): Promise<void> {
  const { cursor, faults, key } = spot;
  spendItems(spot, count, LEAST_STRING);
  let isText = true;
  for (let item = 0; item < count; item++) {
    assertShort(spot);
    const length = await readLength(spot, "long-string", LONGEST_STRING);
    if (!cursor.has(length)) await cursor.fill(length);
    const start = cursor.at;
    const bytes = cursor.take(length);
    if (!isText || findInvalidUtf8(bytes, 0) < 0) continue;
    faults.add("item-not-utf8", { key, item }, { start, end: cursor.at });
    isText = false;
  }
}

/** The first that is neither 0 nor 1 is told. */
async function walkBools({ cursor, faults, key }: Spot, count: number): Promise<void> {
  if (count > cursor.left) cursor.skip(count);
  let isBool = true;
  for (let left = count; left > 0; left -= STRETCH) {
    const size = Math.min(left, STRETCH);
    await cursor.fill(size);
    const start = cursor.at;
    const bytes = cursor.take(size);
    const odd = isBool ? bytes.findIndex((byte) => byte > 1) : -1;
    if (odd < 0) continue;
    faults.add("bad-bool", { key, found: bytes[odd] ?? 0 }, { start: start + odd, end: start + odd + 1 });
    isBool = false;
  }
}
