/** Walks a source from front to back through windows that grow: few reads for a long header, small ones for a short. */

import { FormatError } from "../model/errors.ts";
import type { ByteSource } from "../model/types.ts";
import { joinBytes } from "./join.ts";

/** First window: the header of a small model with its key-values. */
const FIRST = 64 << 10;

/** Largest window: what a request over a network should bring at once. */
const LARGEST = 1 << 20;

/** A cursor whose `fill` makes bytes present, which the synchronous readers then take. */
export class WindowCursor {
  readonly #source: ByteSource;
  readonly #signal: AbortSignal;
  #window: Uint8Array = new Uint8Array(0);
  #view: DataView = new DataView(new ArrayBuffer(0));
  /** Offset in the file of the window's first byte. */
  #base = 0;
  #at = 0;
  #next = FIRST;
  littleEndian = true;

  constructor(source: ByteSource, signal: AbortSignal) {
    this.#source = source;
    this.#signal = signal;
  }

  /** Offset of the next byte. */
  get at(): number {
    return this.#base + this.#at;
  }

  get left(): number {
    return this.#source.size - this.at;
  }

  /** Whether the next `count` bytes are present. */
  has(count: number): boolean {
    return this.#window.length - this.#at >= count;
  }

  /** Makes the next `count` bytes present. @throws FormatError `cut-off` when the file ends before. */
  async fill(count: number): Promise<void> {
    if (this.has(count)) return;
    const { at } = this;
    if (count > this.left) {
      throw new FormatError("cut-off", `file ends inside of its header · needs ${count} bytes · has ${this.left}`, {
        offset: at,
      });
    }
    const rest = this.#window.subarray(this.#at);
    const from = at + rest.length;
    const until = Math.min(this.#source.size, Math.max(from + this.#next, at + count));
    const more = await this.#source.read(from, until, this.#signal);
    this.#window = rest.length === 0 ? more : joinBytes([rest, more]);
    this.#view = new DataView(this.#window.buffer, this.#window.byteOffset, this.#window.length);
    this.#base = at;
    this.#at = 0;
    this.#next = Math.min(LARGEST, this.#next * 2);
  }

  /** Goes on behind the next `count` bytes, present or not. @throws FormatError `cut-off` when the file ends before. */
  skip(count: number): void {
    if (count > this.left) {
      throw new FormatError("cut-off", `file ends inside of its header · needs ${count} bytes · has ${this.left}`, {
        offset: this.at,
      });
    }
    if (this.has(count)) {
      this.#at += count;
      return;
    }
    this.#base = this.at + count;
    this.#window = new Uint8Array(0);
    this.#at = 0;
  }

  /** The next `count` bytes, which have to be present. */
  take(count: number): Uint8Array {
    const start = this.#at;
    this.#at += count;
    return this.#window.subarray(start, start + count);
  }

  /** A number of this kind, which has to be present. 64-bit ones come as BigInt. */
  u8(): number {
    return this.#view.getUint8(this.#move(1));
  }

  u32(): number {
    return this.#view.getUint32(this.#move(4), this.littleEndian);
  }

  u64(): bigint {
    return this.#view.getBigUint64(this.#move(8), this.littleEndian);
  }

  /** A view on the next `count` bytes, for kinds of numbers that are rare. */
  view(count: number): DataView {
    const bytes = this.take(count);
    return new DataView(bytes.buffer, bytes.byteOffset, count);
  }

  #move(count: number): number {
    const start = this.#at;
    this.#at += count;
    return start;
  }
}
