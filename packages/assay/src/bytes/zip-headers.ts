/** Headers of members of a ZIP archive (PKWARE APPNOTE 6.3.10, 4.3.7), read in windows: members may be small and many. */

import type { ByteSource } from "../model/types.ts";
import { viewOf } from "./view.ts";
import { readExtra, SIZES_64, widen } from "./zip-entries.ts";
import { decodeName } from "./zip-name.ts";
import type { ZipStated } from "./zip-stated.ts";

/** Fixed length of a header, and its signature. */
export const LOCAL = 30;
const SIGNATURE = 0x04034b50;

/** Bytes that are had at once where the next header is near; of one alone, with names and fields of usual length. */
const WINDOW = 64 << 10;
const ALONE = 512;

/** Bit 3: checksum and sizes stand behind the data. */
const DEFERRED = 8;

/** What a member says of itself. */
export interface ZipHeader extends ZipStated {
  /** Where it stands, and where the member's bytes begin. */
  readonly at: number;
  readonly start: number;
}

/** Reads headers of one source, best in the order in which they stand. */
export class ZipHeaders {
  readonly #source: ByteSource;
  readonly #signal: AbortSignal | undefined;
  #window: Uint8Array = new Uint8Array(0);
  #from = 0;

  constructor(source: ByteSource, signal: AbortSignal | undefined) {
    this.#source = source;
    this.#signal = signal;
  }

  /** The header at an offset, null where none stands there; `next` is where the next one is expected. */
  async read(at: number, next: number): Promise<ZipHeader | null> {
    if (at < 0 || at + LOCAL > this.#source.size) return null;
    const ahead = this.#aheadOf(at, next);
    const fixed = viewOf(await this.#bytes(at, LOCAL, ahead));
    if (fixed.getUint32(0, true) !== SIGNATURE) return null;
    const [name, extra] = [fixed.getUint16(26, true), fixed.getUint16(28, true)];
    const start = at + LOCAL + name + extra;
    if (start > this.#source.size) return null;
    return parseHeader(await this.#bytes(at, start - at, ahead), { at, name, start });
  }

  #aheadOf(at: number, next: number): number {
    if (this.#source.isRemote === true) return 0;
    return next > at && next - at < WINDOW ? WINDOW : ALONE;
  }

  async #bytes(at: number, count: number, ahead: number): Promise<Uint8Array> {
    if (at < this.#from || at + count > this.#from + this.#window.length) {
      this.#window = await this.#source.read(
        at,
        Math.min(this.#source.size, at + Math.max(count, ahead)),
        this.#signal,
      );
      this.#from = at;
    }
    return this.#window.subarray(at - this.#from, at - this.#from + count);
  }
}

function parseHeader(
  bytes: Uint8Array,
  { at, name, start }: { readonly at: number; readonly name: number; readonly start: number },
): ZipHeader {
  const view = viewOf(bytes);
  const flags = view.getUint16(6, true);
  const fields = readExtra(bytes.subarray(LOCAL + name));
  const stated = { packed: view.getUint32(18, true), size: view.getUint32(22, true), offset: 0 };
  const { packed, size } = widen(stated, fields.get(SIZES_64));
  return {
    name: decodeName(bytes.subarray(LOCAL, LOCAL + name), flags),
    nameLength: name,
    flags,
    method: view.getUint16(8, true),
    crc32: view.getUint32(14, true),
    packed,
    size,
    at,
    start,
  };
}

/** Whether a header leaves checksum and sizes to a record behind the data. */
export function isDeferred({ flags, packed, size, crc32 }: ZipHeader): boolean {
  return (flags & DEFERRED) !== 0 && packed === 0 && size === 0 && crc32 === 0;
}

/**
 * Bytes of the record behind the data of a member that states its checksum and sizes (4.3.9): with or without a signature,
 * with sizes of 32 or 64 bits; 0 where none stands there.
 */
export function measureDescriptor(
  bytes: Uint8Array,
  { crc32, packed }: { readonly crc32: number; readonly packed: number },
): number {
  const view = viewOf(bytes);
  const first = bytes.length >= 4 && view.getUint32(0, true) === 0x08074b50 ? 4 : 0;
  for (const width of [8, 4]) {
    const length = first + 4 + 2 * width;
    if (bytes.length < length || view.getUint32(first, true) !== crc32) continue;
    const stated = width === 8 ? Number(view.getBigUint64(first + 4, true)) : view.getUint32(first + 4, true);
    if (stated === packed) return length;
  }
  return 0;
}
