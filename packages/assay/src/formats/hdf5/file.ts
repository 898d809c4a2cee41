/** The file under the reader: structures by address, what was claimed of its bytes, and how much may be read. */

import { FormatError } from "../../model/errors.ts";
import type { ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { FaultLog } from "../shared/words.ts";
import { broken, Fields, type Widths } from "./fields.ts";
import { FAULTS, type FaultCode } from "./words.ts";

/** Bytes that are read together: structures lie close to each other. */
const PAGE = 64 << 10;

/** Pages that are kept: 16 MiB. */
const MOST_KEPT = 256;

/** Bytes read in all. Structures of the largest files known, with 10^5 data sets, have some 100 MB. */
const MOST_READ = 1 << 30;

/** Stretches that are claimed; files in thousands of pieces have some 10^5. */
const MOST_CLAIMS = 500_000;

/** Bytes of one structure; the longest are collections of long texts. */
const LONGEST = 64 << 20;

/** A stretch of the file that a structure or the data of a data set takes. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  /** Name of the data set whose data it is; left out for structures. */
  readonly data?: string;
}

/** An open file. Addresses count from its base. */
export class Hdf5File {
  readonly size: number;
  readonly faults: FaultLog<FaultCode> = new FaultLog(FAULTS);
  readonly claims: Claim[] = [];
  /** What was not read, in words. */
  readonly unread: Set<string> = new Set();
  widths: Widths = { address: 8, length: 8 };
  base = 0;
  /** Set as long as every structure could be read. */
  isWhole = true;
  readonly #source: ByteSource;
  readonly #ctx: ReadContext;
  readonly #pages: Map<number, Uint8Array> = new Map();
  readonly #visited: Map<string, Set<number>> = new Map();
  #read = 0;
  #steps = 0;

  constructor(source: ByteSource, ctx: ReadContext) {
    this.#source = source;
    this.#ctx = ctx;
    this.size = source.size;
  }

  /** Takes one step of the budget for a structure, the first time only; false where it was visited before. */
  visit(kind: string, address: number): boolean {
    const visited = this.#visited.get(kind) ?? new Set();
    if (visited.has(address)) return false;
    this.#visited.set(kind, visited.add(address));
    this.step(1);
    return true;
  }

  /**
   * Takes steps of the budget for parts of a structure. Each part has bytes of its own, so that a file whose structures do
   * not lie over each other never needs more steps than it has bytes.
   * @throws FormatError `over-limit`
   */
  step(count: number): void {
    this.#steps += count;
    if (this.#steps > this.size)
      throw new FormatError("over-limit", "structures of the file lie over each other", { offset: this.base });
    this.#ctx.spend("steps", count);
  }

  /** Tells why a structure is not read. */
  note(error: FormatError): void {
    const at = Math.min(error.offset, this.size);
    this.faults.add("bad-structure", { what: error.message }, { start: at, end: at });
    this.isWhole = false;
  }

  /** The fields of a structure. @throws FormatError `bad-structure` where the file does not have these bytes. */
  async fields(address: number, count: number): Promise<Fields> {
    const start = this.base + address;
    if (!(start + count <= this.size))
      throw broken(Math.min(start, this.size), "an address leads past the end of the file");
    if (count > LONGEST) throw new FormatError("over-limit", "a structure is longer than is read", { offset: start });
    return new Fields(await this.#bytes(start, start + count), start, this.widths);
  }

  /** As {@link fields}, with as many bytes as there are up to `count`. */
  async beginning(address: number, count: number): Promise<Fields> {
    return await this.fields(address, Math.max(0, Math.min(count, this.size - this.base - address)));
  }

  /** Whether a stretch of the file holds nothing but zeros. */
  async isZero(start: number, end: number): Promise<boolean> {
    return (await this.#bytes(start, end)).every((byte) => byte === 0);
  }

  /** Notes that a stretch belongs to a structure, or to the data of a data set. @throws FormatError `over-limit` */
  claim(address: number, count: number, data?: string): void {
    if (this.claims.length >= MOST_CLAIMS)
      throw new FormatError("over-limit", `file has more than ${MOST_CLAIMS} parts`, { offset: this.base });
    const start = this.base + address;
    const end = Math.min(this.size, start + count);
    if (end > start) this.claims.push({ start, end, ...(data === undefined ? {} : { data }) });
  }

  async #bytes(start: number, end: number): Promise<Uint8Array> {
    if (end - start > PAGE) return await this.#load(start, end);
    const first = await this.#page(Math.floor(start / PAGE));
    const offset = start % PAGE;
    if (offset + end - start <= PAGE) return first.subarray(offset, offset + end - start);
    const joined = new Uint8Array(end - start);
    joined.set(first.subarray(offset));
    const second = await this.#page(Math.floor(start / PAGE) + 1);
    joined.set(second.subarray(0, end - start - (PAGE - offset)), PAGE - offset);
    return joined;
  }

  async #page(index: number): Promise<Uint8Array> {
    const kept = this.#pages.get(index);
    if (kept !== undefined) return kept;
    const page = await this.#load(index * PAGE, Math.min(this.size, (index + 1) * PAGE));
    const [oldest] = this.#pages.keys();
    if (this.#pages.size >= MOST_KEPT && oldest !== undefined) this.#pages.delete(oldest);
    this.#pages.set(index, page);
    return page;
  }

  async #load(start: number, end: number): Promise<Uint8Array> {
    this.#read += end - start;
    if (this.#read > MOST_READ)
      throw new FormatError("over-limit", "structures of the file are larger than is read", { offset: start });
    return await this.#source.read(start, end, this.#ctx.signal);
  }
}
