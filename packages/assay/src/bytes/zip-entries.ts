/** Entries of the central directory of a ZIP archive (PKWARE APPNOTE 6.3.10, 4.3.12). */

import { viewOf } from "./view.ts";
import { CENTRAL, CENTRAL_SIGNATURE, MOST_MEMBERS } from "./zip-end.ts";
import { decodeName, UTF8 } from "./zip-name.ts";
import type { ZipStated } from "./zip-stated.ts";

/** One entry as it is written. */
export interface ZipEntry extends ZipStated {
  /** A name that some readers take instead. */
  readonly otherName: string | null;
  /** Where its header lies in the file. */
  readonly offset: number;
  readonly mode: number;
}

/** Reads entries one behind the other; `base` is what their offsets count from, `length` how many bytes they take. Not more than `most`. */
export function readEntries(
  bytes: Uint8Array,
  base: number,
  most: number = MOST_MEMBERS,
): { readonly entries: readonly ZipEntry[]; readonly length: number } {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + CENTRAL <= bytes.length && view.getUint32(at, true) === CENTRAL_SIGNATURE) {
    const [name, extra, comment] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    const next = at + CENTRAL + name + extra + comment;
    if (next > bytes.length || entries.length >= most) break;
    entries.push(readEntry(bytes.subarray(at, next), { name, extra, base }));
    at = next;
  }
  return { entries, length: at };
}

function readEntry(
  bytes: Uint8Array,
  { name, extra, base }: { readonly name: number; readonly extra: number; readonly base: number },
): ZipEntry {
  const view = viewOf(bytes);
  const flags = view.getUint16(8, true);
  const fields = readExtra(bytes.subarray(CENTRAL + name, CENTRAL + name + extra));
  const stated = {
    packed: view.getUint32(20, true),
    size: view.getUint32(24, true),
    offset: view.getUint32(42, true),
  };
  const sizes = widen(stated, fields.get(SIZES_64));
  return {
    name: decodeName(bytes.subarray(CENTRAL, CENTRAL + name), flags),
    otherName: readOtherName(fields.get(UNICODE_PATH)),
    nameLength: name,
    flags,
    method: view.getUint16(10, true),
    crc32: view.getUint32(16, true),
    // The upper half holds the mode where a Unix made the archive (4.4.2: host 3).
    mode: view.getUint8(5) === 3 ? view.getUint32(38, true) >>> 16 : 0,
    ...sizes,
    offset: sizes.offset + base,
  };
}

/** Ids of extra fields (4.5.2, 4.6.9). */
export const SIZES_64 = 1;
const UNICODE_PATH = 0x7075;

/** Extra fields by id; the first of an id counts. */
export function readExtra(extra: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const view = viewOf(extra);
  const fields = new Map<number, Uint8Array>();
  for (let at = 0; at + 4 <= extra.length; ) {
    const [id, next] = [view.getUint16(at, true), at + 4 + view.getUint16(at + 2, true)];
    if (!fields.has(id)) fields.set(id, extra.subarray(at + 4, next));
    at = next;
  }
  return fields;
}

type Sizes = Pick<ZipEntry, "packed" | "size" | "offset">;

/** Sizes that do not fit into 32 bits stand in a field of their own, in this order, each only where it is needed (4.5.3). */
export function widen(sizes: Sizes, field: Uint8Array | undefined): Sizes {
  if (field === undefined) return sizes;
  const view = viewOf(field);
  let next = 0;
  const take = (value: number): number => {
    if (value !== 0xffffffff || next + 8 > field.length) return value;
    next += 8;
    return Number(view.getBigUint64(next - 8, true));
  };
  const size = take(sizes.size);
  return { size, packed: take(sizes.packed), offset: take(sizes.offset) };
}

/** The name that Info-ZIP takes instead of the one in the directory: behind a version and a checksum (4.6.9). */
function readOtherName(field: Uint8Array | undefined): string | null {
  return field === undefined || field.length < 5 ? null : decodeName(field.subarray(5), UTF8);
}
