/** The header's entries against each other and against the file: every byte of the data belongs to one tensor. */

import { DTYPE_BITS } from "./dtypes.ts";
import type { Entry, Faults } from "./header.ts";
import { multiply } from "./product.ts";

/** What the sound tensors of a header come to. */
export interface Totals {
  readonly tensors: number;
  readonly parameters: number;
  readonly dtypes: Readonly<Record<string, number>>;
  readonly bytes: number;
  readonly names: readonly string[];
}

/** A tensor's type and shape, where its own entry holds together. */
interface Tensor {
  readonly dtype: string;
  readonly elements: number;
}

/**
 * Entries by where their data lies, in columns: a header of 100 MB states over a million of them, and each would be some
 * 300 bytes as an object.
 */
interface Placed {
  readonly names: string[];
  /** Offsets in the data. */
  readonly begins: Float64Array;
  readonly ends: Float64Array;
  /** Where the entry stands in the file. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Bytes of the shortest entry that states where its data lies: `"":{"data_offsets":[0,0]},`. */
const LEAST_ENTRY = 26;

/** Takes the entries of a header one by one, checks each, and then all of them against each other. */
export class Layout {
  /** Entries taken, sound or not. */
  entries = 0;
  readonly #faults: Faults;
  readonly #placed: Placed;
  /** Indexes of those that count for nothing but the bytes they claim. */
  readonly #unsound: Set<number> = new Set();
  readonly #dtypes: Map<string, number> = new Map();
  #parameters = 0;
  #bytes = 0;

  /** Takes the length of the header in bytes, which bounds how many entries there can be. */
  constructor(length: number, faults: Faults) {
    const most = Math.ceil(length / LEAST_ENTRY);
    this.#faults = faults;
    this.#placed = {
      names: [],
      begins: new Float64Array(most),
      ends: new Float64Array(most),
      from: new Uint32Array(most),
      to: new Uint32Array(most),
    };
  }

  /** Takes an entry; one that contradicts itself is a fault and counts for nothing but the bytes that it claims. */
  add(entry: Entry): void {
    this.entries++;
    const { name, at, begin, end } = entry;
    if (begin !== undefined && end !== undefined) {
      const { names, begins, ends, from, to } = this.#placed;
      const index = names.push(name) - 1;
      begins[index] = begin;
      ends[index] = end;
      from[index] = at.start;
      to[index] = at.end;
    }
    const tensor = checkEntry(entry, this.#faults);
    if (tensor !== undefined) this.#count(tensor, entry);
    else if (begin !== undefined) this.#unsound.add(this.#placed.names.length - 1);
  }

  #count({ dtype, elements }: Tensor, { begin = 0, end = 0 }: Entry): void {
    this.#parameters += elements;
    this.#bytes += end - begin;
    this.#dtypes.set(dtype, (this.#dtypes.get(dtype) ?? 0) + elements);
  }

  /** Sums of sound tensors, which may overlap: only a clean reading adds up to the file. */
  totals(): Totals {
    const names = this.#placed.names.filter((_, index) => !this.#unsound.has(index));
    const dtypes = Object.fromEntries(this.#dtypes);
    return { tensors: names.length, parameters: this.#parameters, dtypes, bytes: this.#bytes, names };
  }

  /** Checks that the entries cover the data from 0 without gap or overlap, and returns where they end. */
  checkCover(): number {
    const { names, begins, ends, from, to } = this.#placed;
    let covered = 0;
    for (const index of orderOf(this.#placed)) {
      // The columns are of one length, so each has this index.
      const [begin = 0, end = 0, name = ""] = [begins[index], ends[index], names[index]];
      const at = { start: from[index] ?? 0, end: to[index] ?? 0 };
      if (begin > covered) this.#faults.add("gap", { from: covered, to: begin, name }, at);
      if (begin < covered) this.#faults.add("overlap", { name, begin, end: covered }, at);
      covered = Math.max(covered, end);
    }
    return covered;
  }
}

/** Indexes of the ranges by their begin, then their end. Writers sort them, so most headers need no sorting. */
function orderOf({ names, begins, ends }: Placed): Uint32Array {
  const order = new Uint32Array(names.length);
  for (let index = 0; index < order.length; index++) order[index] = index;
  const compare = (a: number, b: number): number =>
    (begins[a] ?? 0) - (begins[b] ?? 0) || (ends[a] ?? 0) - (ends[b] ?? 0);
  return order.every((index) => index === 0 || compare(index - 1, index) <= 0) ? order : order.sort(compare);
}

/** The entry as a tensor, or undefined, with at least one fault, when it contradicts itself. */
function checkEntry(entry: Entry, faults: Faults): Tensor | undefined {
  const { name, dtype, product, begin, end } = entry;
  if (dtype === undefined || product === undefined || begin === undefined || end === undefined) {
    faults.add("missing-key", { name, key: missingKey(entry) }, entry.at);
    return undefined;
  }
  const bits = DTYPE_BITS.get(dtype);
  if (bits === undefined) {
    faults.add("unknown-dtype", { name, dtype }, entry.at);
    return undefined;
  }
  const elements = countElements(product, bits);
  if (elements === undefined) {
    faults.add("shape-overflow", { name }, entry.at);
    return undefined;
  }
  if (!fits(entry, elements * bits, faults)) return undefined;
  return { dtype, elements };
}

function missingKey(entry: Entry): string {
  if (entry.dtype === undefined) return "usable dtype";
  return entry.product === undefined ? "usable shape" : "usable data_offsets";
}

/** The number of elements; undefined where it, or its size in bits, overflows 64 bits or a double's integers. */
function countElements(product: number | bigint, bits: number): number | undefined {
  const size = multiply(product, bits);
  return typeof size === "number" && Number.isSafeInteger(size) ? Number(product) : undefined;
}

function fits({ name, at, begin = 0, end = 0 }: Entry, bits: number, faults: Faults): boolean {
  const actual = end - begin;
  if (bits % 8 !== 0) faults.add("partial-byte", { name, bits }, at);
  else if (bits / 8 !== actual) faults.add("size-mismatch", { name, actual, expected: bits / 8 }, at);
  else return true;
  return false;
}
