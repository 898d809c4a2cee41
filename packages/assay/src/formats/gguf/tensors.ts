/** The list of tensors, each with what its own entry says, and all of them against the file. */

import type { Place } from "../../model/facts.ts";
import { type Faults, Unreadable, type Walk } from "./spot.ts";
import { TENSOR_TYPES } from "./tensor-types.ts";
import { decode } from "./values.ts";

/**
 * Bytes of a name (docs/gguf.md). llama.cpp refuses 64 already; image generators are built with room for 128, so that
 * real files break this rule and are sound otherwise.
 */
const LONGEST_NAME = 64;

/** Names that are longer than this end the reading: a length gone wrong. */
const LONGEST_READ = 1_024;

/** Dimensions of a tensor (docs/gguf.md; ggml, `GGML_MAX_DIMS`), and the largest of them, which ggml holds signed. */
const MOST_DIMENSIONS = 4;
const LARGEST_DIMENSION = 2n ** 63n - 1n;

/** An entry: what it says where it holds together, and where its data begins. */
export interface Listed {
  readonly name: string;
  readonly at: Place;
  /** Offset in the data, where one can be that far. */
  readonly offset?: number;
  readonly type?: string;
  readonly elements?: number;
  readonly bytes?: number;
}

/** Bytes of the longest entry: a name, as many dimensions as are read, a type, an offset. */
const LONGEST_ENTRY = 8 + LONGEST_READ + 4 + 8 * MOST_DIMENSIONS + 12;

/**
 * Reads one entry. Once it is present nothing is waited for: a header may list a million of them.
 * @throws Unreadable behind which nothing can be found, FormatError `cut-off` where the file ends.
 */
export async function readTensor({ cursor, faults }: Walk, names: Set<string>): Promise<Listed> {
  if (!cursor.has(LONGEST_ENTRY)) await cursor.fill(Math.min(LONGEST_ENTRY, cursor.left));
  return takeTensor({ cursor, faults }, names);
}

function takeTensor({ cursor, faults }: Reader, names: Set<string>): Listed {
  const start = cursor.at;
  const name = takeName({ cursor, faults });
  const dimensions = takeDimensions({ cursor, faults }, { name, start });
  need(cursor, 12);
  const type = cursor.u32();
  const offset = cursor.u64();
  const at = { start, end: cursor.at };
  if (names.has(name)) faults.add("duplicate-tensor", { name }, at);
  names.add(name);
  const tensor = { name, at, ...measure({ name, type, dimensions, at }, faults) };
  if (offset <= Number.MAX_SAFE_INTEGER) return { ...tensor, offset: Number(offset) };
  faults.add("bad-offset", { name, offset: String(offset) }, at);
  return tensor;
}

type Reader = Pick<Walk, "cursor" | "faults">;

/** What is not present of an entry is not there at all. @throws FormatError `cut-off` where the file ends before. */
function need(cursor: Walk["cursor"], count: number): void {
  if (count > cursor.left) cursor.skip(count);
}

function takeName({ cursor, faults }: Reader): string {
  const start = cursor.at;
  need(cursor, 8);
  const length = cursor.u64();
  const at = { start, end: cursor.at };
  if (length > LONGEST_READ) {
    faults.add("endless-name", { length: String(length), limit: LONGEST_READ }, at);
    throw new Unreadable();
  }
  if (length > LONGEST_NAME) faults.add("long-name", { length: Number(length), limit: LONGEST_NAME }, at);
  need(cursor, Number(length));
  return decode(cursor.take(Number(length)), faults, { what: "the name of a tensor", at });
}

interface Entry {
  readonly name: string;
  readonly start: number;
}

function takeDimensions({ cursor, faults }: Reader, { name, start }: Entry): readonly bigint[] {
  need(cursor, 4);
  const count = cursor.u32();
  if (count > MOST_DIMENSIONS) {
    faults.add("many-dimensions", { name, count, limit: MOST_DIMENSIONS }, { start, end: cursor.at });
    throw new Unreadable();
  }
  need(cursor, 8 * count);
  return Array.from({ length: count }, () => cursor.u64());
}

interface Stated {
  readonly name: string;
  readonly type: number;
  readonly dimensions: readonly bigint[];
  readonly at: Place;
}

/** Elements and bytes of an entry; nothing of one that contradicts itself. */
function measure(
  { name, type: number, dimensions, at }: Stated,
  faults: Faults,
): Pick<Listed, "type" | "elements" | "bytes"> {
  const type = TENSOR_TYPES.get(number);
  if (type === undefined) {
    faults.add("unknown-tensor-type", { name, type: number }, at);
    return {};
  }
  const elements = dimensions.reduce((product, dimension) => product * dimension, 1n);
  const row = dimensions[0] ?? 1n;
  if (row % BigInt(type.block) !== 0n) {
    faults.add("partial-block", { name, row: String(row), type: type.name, block: type.block }, at);
    return {};
  }
  const bytes = (elements / BigInt(type.block)) * BigInt(type.bytes);
  const isHuge = dimensions.some((dimension) => dimension > LARGEST_DIMENSION);
  if (isHuge || bytes > Number.MAX_SAFE_INTEGER || elements > Number.MAX_SAFE_INTEGER) {
    faults.add("size-overflow", { name }, at);
    return {};
  }
  return { type: type.name, elements: Number(elements), bytes: Number(bytes) };
}

/** Where the data of a file begins and how its tensors are padded. */
export interface Data {
  readonly start: number;
  readonly alignment: number;
}

/** How far tensors reach. */
export interface Cover {
  /** Where in the file the last one ends. */
  readonly end: number;
  /** Set where nobody knows how long the last one is. */
  readonly isOpen: boolean;
}

/** Checks that tensors lie one behind the other, padded; behind one of unknown length there may be anything. */
export function checkCover(tensors: readonly Listed[], { start, alignment }: Data, faults: Faults): Cover {
  let covered = 0;
  let end = 0;
  let isOpen = false;
  const placed = tensors.filter((tensor): tensor is Placed => tensor.offset !== undefined);
  for (const { name, at, offset, bytes } of placed.sort(compare)) {
    if (offset % alignment !== 0) faults.add("misaligned", { name, offset, alignment }, at);
    if (offset < end) faults.add("overlap", { name, begin: offset, end }, at);
    else if (offset > covered && !isOpen) faults.add("gap", { from: covered, to: offset, name }, at);
    end = Math.max(end, offset + (bytes ?? 0));
    covered = align(end, alignment);
    isOpen = bytes === undefined;
  }
  return { end: start + end, isOpen };
}

type Placed = Listed & Required<Pick<Listed, "offset">>;

/** By where they begin, empty ones first. */
function compare(a: Placed, b: Placed): number {
  return a.offset - b.offset || (a.bytes ?? 0) - (b.bytes ?? 0);
}

/** The next multiple of the alignment. */
export function align(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}
