/**
 * The bytes of a source around the place that is read. The machine looks into them without waiting; whoever drives it awaits
 * the reads. Bytes that were passed can be looked up once more, from the window before or by a read of their own.
 */

import type { ByteSource } from "../../../model/types.ts";

/** How many bytes a window has at first, and at most. */
export interface WindowSizes {
  readonly first: number;
  readonly most: number;
}

/** What one read of a file brings quickly, and memory bears three times. The strings of one dictionary lie within the first. */
const SIZES: WindowSizes = { first: 1 << 20, most: 4 << 20 };

/** Bytes of one string that are looked up. */
export const LONGEST_TEXT: number = 64 << 10;

/** A stretch of the source in memory. */
interface Stretch {
  readonly bytes: Uint8Array;
  /** Offset of its first byte in the source. */
  readonly base: number;
}

const NOTHING: Stretch = { bytes: new Uint8Array(0), base: 0 };

/** A window that moves forward over a source. */
export class Window implements Stretch {
  readonly #source: ByteSource;
  readonly #signal: AbortSignal;
  #before: Stretch = NOTHING;
  #aside: Stretch = NOTHING;
  #next: number;
  readonly #most: number;
  bytes: Uint8Array = NOTHING.bytes;
  base = 0;

  constructor(source: ByteSource, signal: AbortSignal, { first, most }: WindowSizes = SIZES) {
    this.#source = source;
    this.#signal = signal;
    this.#next = first;
    this.#most = most;
  }

  /** A window over bytes in memory that nothing is read behind of, from a source of this size. */
  static over(bytes: Uint8Array, size: number): Window {
    const window = new Window({ size, read: async () => bytes }, new AbortController().signal);
    window.bytes = bytes;
    return window;
  }

  /** Size of the source. */
  get size(): number {
    return this.#source.size;
  }

  /** Moves the window so that it begins at `start` and holds what stands before `end`, which is at most the size. */
  async move(start: number, end: number): Promise<void> {
    if (start >= this.base && end <= this.base + this.bytes.length) return;
    const until = Math.min(this.size, Math.max(start + this.#next, end));
    this.#next = Math.min(this.#most, this.#next * 4);
    this.#before = { bytes: this.bytes, base: this.base };
    this.bytes = await this.#source.read(start, until, this.#signal);
    this.base = start;
  }

  /** Makes the string that begins at `offset` present, up to the length that is looked up. */
  async fetch(offset: number): Promise<void> {
    const end = Math.min(this.size, offset + LONGEST_TEXT + 16);
    this.#aside = { bytes: await this.#source.read(offset, end, this.#signal), base: offset };
  }

  /** Bytes from `offset` on, at most `count` of them and at most to the source's end; undefined where they are not present. */
  look(offset: number, count: number): Uint8Array | undefined {
    const end = Math.min(offset + count, this.size);
    return within(this, offset, end) ?? within(this.#before, offset, end) ?? within(this.#aside, offset, end);
  }
}

function within({ bytes, base }: Stretch, start: number, end: number): Uint8Array | undefined {
  const isInside = start >= base && end <= base + bytes.length;
  return isInside ? bytes.subarray(start - base, end - base) : undefined;
}
