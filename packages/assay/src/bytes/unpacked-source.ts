/** What comes out of packed data as a source of its own, in bounded memory. */

import { FormatError } from "../model/errors.ts";
import type { ByteSource } from "../model/types.ts";
import { crc32 } from "./crc32.ts";

/**
 * Bytes that are kept whole; of larger data the beginning and the end, by which formats know a file. Containers in containers
 * are open at the same time: sixteen of them.
 */
const WHOLE = 8 << 20;
const HEAD = 64 << 10;
const TAIL = 128 << 10;

/** What packed data became. */
export interface UnpackedData {
  /** What came out: all of it, or what came before the failure. */
  readonly source: ByteSource;
  /** CRC-32 of it. */
  readonly crc: number;
  /** Why it ended before its end; null where it did not. */
  readonly failure: FormatError | null;
}

/** How data are unpacked: again from the beginning each time it is asked. */
export interface Unpacker {
  open(): AsyncIterable<Uint8Array>;
  /** Told of bytes that came out, each time they do. @throws FormatError `over-limit` to end it. */
  count(bytes: number): void;
}

/**
 * Unpacks data once, for their size and checksum. What is asked of large ones later is unpacked again: forward as it is
 * asked, and from the beginning for what lies behind.
 */
export async function unpack(unpacker: Unpacker): Promise<UnpackedData> {
  const keep = new Keeper();
  let crc = 0;
  let failure: FormatError | null = null;
  try {
    for await (const piece of unpacker.open()) {
      unpacker.count(piece.length);
      crc = crc32(piece, crc);
      keep.add(piece);
    }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    failure = error;
  }
  return { source: new UnpackedSource(unpacker, keep), crc, failure };
}

/** Keeps all of small data, and the two ends of large ones. */
class Keeper {
  size = 0;
  #whole: Uint8Array[] | null = [];
  #head: Uint8Array = new Uint8Array(0);
  /** The last bytes stand in front of `#end`; there is room for as many again. */
  #tail: Uint8Array = new Uint8Array(0);
  #end = 0;

  add(piece: Uint8Array): void {
    this.size += piece.length;
    if (this.#whole === null) {
      this.#keepTail(piece);
      return;
    }
    // What is handed in may be a view of memory that is used again.
    this.#whole.push(new Uint8Array(piece));
    if (this.size > WHOLE) this.#keepEnds(this.#whole);
  }

  #keepEnds(whole: readonly Uint8Array[]): void {
    this.#head = joinUpTo(whole, HEAD);
    this.#tail = new Uint8Array(2 * TAIL);
    for (const piece of whole) this.#keepTail(piece);
    this.#whole = null;
  }

  #keepTail(piece: Uint8Array): void {
    const last = piece.subarray(Math.max(0, piece.length - TAIL));
    if (this.#end + last.length > this.#tail.length) {
      this.#tail.copyWithin(0, this.#end - TAIL, this.#end);
      this.#end = TAIL;
    }
    this.#tail.set(last, this.#end);
    this.#end += last.length;
  }

  /** The range, or null where it is not kept. */
  get(start: number, end: number): Uint8Array | null {
    if (this.#whole !== null) {
      if (this.#whole.length > 1) this.#whole = [joinUpTo(this.#whole, this.size)];
      return (this.#whole[0] ?? new Uint8Array(0)).subarray(start, end);
    }
    if (end <= this.#head.length) return this.#head.subarray(start, end);
    const back = this.size - start;
    return back > TAIL ? null : this.#tail.subarray(this.#end - back, this.#end - (this.size - end));
  }
}

function joinUpTo(pieces: readonly Uint8Array[], most: number): Uint8Array {
  const joined = new Uint8Array(
    Math.min(
      most,
      pieces.reduce((sum, { length }) => sum + length, 0),
    ),
  );
  let at = 0;
  for (const piece of pieces) {
    if (at >= joined.length) break;
    joined.set(piece.subarray(0, joined.length - at), at);
    at += piece.length;
  }
  return joined;
}

class UnpackedSource implements ByteSource {
  readonly #unpacker: Unpacker;
  readonly #keep: Keeper;
  #running: AsyncIterator<Uint8Array> | null = null;
  /** The last piece that came, and where in the data it begins. */
  #piece: Uint8Array = new Uint8Array(0);
  #at = 0;

  constructor(unpacker: Unpacker, keep: Keeper) {
    this.#unpacker = unpacker;
    this.#keep = keep;
  }

  get size(): number {
    return this.#keep.size;
  }

  async read(start: number, end: number, signal?: AbortSignal): Promise<Uint8Array> {
    if (start < 0 || end < start || end > this.size) {
      throw new FormatError("truncated", `bytes ${start} to ${end} asked of ${this.size}`, {
        offset: Math.max(0, start),
      });
    }
    return this.#keep.get(start, end) ?? (await this.#readAgain(start, end, signal));
  }

  async #readAgain(start: number, end: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const out = new Uint8Array(end - start);
    if (start < this.#at) await this.#restart();
    for (let at = start; at < end; ) {
      signal?.throwIfAborted();
      const from = at - this.#at;
      if (from >= this.#piece.length) {
        await this.#next();
        continue;
      }
      const part = this.#piece.subarray(from, from + end - at);
      out.set(part, at - start);
      at += part.length;
    }
    return out;
  }

  async #restart(): Promise<void> {
    await this.#running?.return?.();
    this.#running = null;
    this.#piece = new Uint8Array(0);
    this.#at = 0;
  }

  async #next(): Promise<void> {
    this.#running ??= this.#unpacker.open()[Symbol.asyncIterator]();
    const { done, value } = await this.#running.next();
    if (done === true) throw new FormatError("changed", "packed data ended before they did the first time");
    this.#unpacker.count(value.length);
    this.#at += this.#piece.length;
    this.#piece = new Uint8Array(value);
  }
}
