/** Bytes of a source one after the other, for decoders: so many as are needed are at hand. */

import { FormatError } from "../model/errors.ts";
import type { ByteSource } from "../model/types.ts";

/** Bytes that are had at once. */
const PIECE = 256 << 10;

/** Reads on from an offset. */
export class ByteFeed {
  readonly #source: ByteSource;
  readonly #signal: AbortSignal;
  #base: number;
  /** What is at hand, and how much of it was taken. */
  bytes: Uint8Array = new Uint8Array(0);
  at: number = 0;

  constructor(source: ByteSource, from: number, signal: AbortSignal) {
    this.#source = source;
    this.#signal = signal;
    this.#base = from;
  }

  /** Offset in the source of the next byte. */
  get offset(): number {
    return this.#base + this.at;
  }

  /** Bytes from here to the end of the source. */
  get left(): number {
    return this.#source.size - this.offset;
  }

  /** Bytes that are at hand. */
  get ready(): number {
    return this.bytes.length - this.at;
  }

  /** Has so many at hand, or all that are left. */
  async want(count: number): Promise<void> {
    if (this.ready >= count || this.ready === this.left) return;
    const { offset } = this;
    const end = Math.min(this.#source.size, offset + Math.max(count, PIECE));
    this.bytes = await this.#source.read(offset, end, this.#signal);
    this.#base = offset;
    this.at = 0;
  }

  /** Takes so many bytes. @throws FormatError `cut-off` where they are not left. */
  async take(count: number): Promise<Uint8Array> {
    await this.want(count);
    if (this.ready < count)
      throw new FormatError("cut-off", "packed data end before their end mark", { offset: this.offset });
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }
}

/** Data that are packed in a way that is not read. */
export function unsupported(what: string): FormatError {
  return new FormatError("over-limit", what);
}

/** Data that contradict their format. */
export function corrupt(what: string, offset: number): FormatError {
  return new FormatError("corrupt", `packed data are broken: ${what}`, { offset });
}
