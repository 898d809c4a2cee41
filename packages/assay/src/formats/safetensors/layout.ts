/** The header's entries against each other and against the file: every byte of the data belongs to one tensor. */

import { DTYPE_BITS } from "./dtypes.ts";
import type { Entry, Faults } from "./header.ts";

/** A tensor whose own entry holds together. */
export interface Tensor {
  readonly name: string;
  readonly dtype: string;
  readonly elements: number;
  readonly begin: number;
  readonly end: number;
}

const MAX_U64 = 2n ** 64n - 1n;

/** The entry as a tensor, or undefined, with at least one fault, when it contradicts itself. */
export function checkEntry(entry: Entry, faults: Faults): Tensor | undefined {
  const { name, dtype, shape, begin, end } = entry;
  if (dtype === undefined || shape === undefined || begin === undefined || end === undefined) {
    faults.add("missing-key", { name, key: missingKey(entry) }, entry.at);
    return undefined;
  }
  const bits = DTYPE_BITS.get(dtype);
  if (bits === undefined) {
    faults.add("unknown-dtype", { name, dtype }, entry.at);
    return undefined;
  }
  const elements = countElements(shape, bits);
  if (elements === undefined) {
    faults.add("shape-overflow", { name }, entry.at);
    return undefined;
  }
  if (!fits(entry, elements * bits, faults)) return undefined;
  return { name, dtype, elements, begin, end };
}

function missingKey(entry: Entry): string {
  if (entry.dtype === undefined) return "usable dtype";
  return entry.shape === undefined ? "usable shape" : "usable data_offsets";
}

/** Product of the dimensions; undefined where it, or its size in bits, overflows 64 bits or a double's integers. */
function countElements(shape: readonly (number | bigint)[], bits: number): number | undefined {
  let product = 1;
  for (const dimension of shape) {
    const next = typeof dimension === "number" ? product * dimension : Number.NaN;
    if (!Number.isSafeInteger(next * bits)) return countBig(shape, bits);
    product = next;
  }
  return product;
}

/** As the reference reader counts: an overflow before a dimension of 0 is an overflow still. */
function countBig(shape: readonly (number | bigint)[], bits: number): number | undefined {
  let product = 1n;
  for (const dimension of shape) {
    product *= BigInt(dimension);
    if (product > MAX_U64) return undefined;
  }
  const total = product * BigInt(bits);
  return total > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(product);
}

function fits({ name, at, begin = 0, end = 0 }: Entry, bits: number, faults: Faults): boolean {
  const actual = end - begin;
  if (bits % 8 !== 0) faults.add("partial-byte", { name, bits }, at);
  else if (bits / 8 !== actual) faults.add("size-mismatch", { name, actual, expected: bits / 8 }, at);
  else return true;
  return false;
}

/** Checks that the entries cover the data from 0 without gap or overlap, and returns where they end. */
export function checkCover(entries: readonly Entry[], faults: Faults): number {
  const placed = entries.filter((entry): entry is Placed => entry.begin !== undefined && entry.end !== undefined);
  placed.sort((a, b) => a.begin - b.begin || a.end - b.end);
  let covered = 0;
  for (const { name, begin, end, at } of placed) {
    if (begin > covered) faults.add("gap", { from: covered, to: begin, name }, at);
    if (begin < covered) faults.add("overlap", { name, begin, end: covered }, at);
    covered = Math.max(covered, end);
  }
  return covered;
}

type Placed = Entry & { readonly begin: number; readonly end: number };
