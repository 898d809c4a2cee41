/** Takes numbers and names one after the other out of a structure. All of HDF5 is little-endian but for data itself. */

import { FormatError } from "../../model/errors.ts";

/** Bytes of an address and of a length, as the superblock states them. */
export interface Widths {
  readonly address: number;
  readonly length: number;
}

const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Text of bytes; what is not UTF-8 is replaced. */
export function decodeText(bytes: Uint8Array): string {
  return UTF8.decode(bytes);
}

/** A structure that holds something that cannot be, or that ends too early. */
export function broken(offset: number, what: string): FormatError {
  return new FormatError("bad-structure", what, { offset });
}

/** A cursor over the bytes of one structure. */
export class Fields {
  /** Offset of the first byte in the file. */
  readonly start: number;
  readonly bytes: Uint8Array;
  readonly #widths: Widths;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array, start: number, widths: Widths) {
    this.bytes = bytes;
    this.start = start;
    this.#widths = widths;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Bytes taken so far. */
  get at(): number {
    return this.#at;
  }

  get left(): number {
    return this.bytes.length - this.#at;
  }

  u8(): number {
    return this.#view.getUint8(this.#move(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#move(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#move(4), true);
  }

  /** A number of 1 to 8 bytes; one past 2^53 comes rounded, and is larger than any file. */
  uint(bytes: number): number {
    const from = this.#move(bytes);
    let value = 0;
    for (let at = from + bytes - 1; at >= from; at--) value = value * 256 + (this.bytes[at] ?? 0);
    return value;
  }

  length(): number {
    return this.uint(this.#widths.length);
  }

  /** An address relative to the base of the file, or null where it is not defined. */
  address(): number | null {
    const from = this.#move(this.#widths.address);
    const raw = this.bytes.subarray(from, from + this.#widths.address);
    if (raw.every((byte) => byte === 0xff)) return null;
    this.#at = from;
    return this.uint(this.#widths.address);
  }

  take(count: number): Uint8Array {
    const from = this.#move(count);
    return this.bytes.subarray(from, from + count);
  }

  /** The next bytes as fields of their own. */
  part(count: number): Fields {
    const start = this.start + this.#at;
    return new Fields(this.take(count), start, this.#widths);
  }

  skip(count: number): void {
    this.#move(count);
  }

  /** Goes on at a multiple of 8 from the structure's first byte, or at its end. */
  align(): void {
    this.#at = Math.min(this.bytes.length, Math.ceil(this.#at / 8) * 8);
  }

  /** The next four bytes have to be these letters. */
  expect(signature: string): void {
    const found = decodeText(this.take(4));
    if (found !== signature) throw broken(this.start, `no ${signature} where one has to be`);
  }

  #move(count: number): number {
    if (count > this.left) throw broken(this.start + this.#at, "a structure ends inside of its fields");
    const from = this.#at;
    this.#at += count;
    return from;
  }
}
