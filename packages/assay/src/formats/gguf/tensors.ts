/** The list of tensors, each with what its own entry says, and all of them against the file. */

import type { WindowCursor } from "../../bytes/window-cursor.ts";
import type { Place } from "../../model/facts.ts";
import { TENSOR_TYPES } from "./tensor-types.ts";
import { type Faults, Unreadable } from "./values.ts";

/** Bytes of a name and number of dimensions (docs/gguf.md; `GGML_MAX_NAME`, `GGML_MAX_DIMS`). */
const LONGEST_NAME = 64;
const MOST_DIMENSIONS = 4;

/** Names that are longer than this end the reading: a length gone wrong. */
const LONGEST_READ = 1_024;

/** An entry: what it says where it holds together, and where its data begins. */
export interface Listed {
  readonly name: string;
  readonly at: Place;
  /** Offset in the data. */
  readonly offset: number;
  readonly type?: string;
  readonly elements?: number;
  readonly bytes?: number;
}

/** Reads one entry. @throws Unreadable behind which nothing can be found. */
export async function readTensor(cursor: WindowCursor, faults: Faults, names: Set<string>): Promise<Listed> {
  const start = cursor.at;
  const name = await readName(cursor, faults);
  const dimensions = await readDimensions(cursor, faults, { name, start });
  await cursor.fill(12);
  const type = cursor.u32();
  const offset = Number(cursor.u64());
  const at = { start, end: cursor.at };
  if (names.has(name)) faults.add("duplicate-tensor", { name }, at);
  names.add(name);
  return { name, at, offset, ...measure({ name, type, dimensions, at }, faults) };
}

async function readName(cursor: WindowCursor, faults: Faults): Promise<string> {
  const start = cursor.at;
  await cursor.fill(8);
  const length = Number(cursor.u64());
  if (length >= LONGEST_NAME) faults.add("long-name", { length, limit: LONGEST_NAME - 1 }, { start, end: cursor.at });
  if (length > LONGEST_READ) throw new Unreadable();
  await cursor.fill(length);
  return new TextDecoder().decode(cursor.take(length));
}

interface Entry {
  readonly name: string;
  readonly start: number;
}

async function readDimensions(
  cursor: WindowCursor,
  faults: Faults,
  { name, start }: Entry,
): Promise<readonly bigint[]> {
  await cursor.fill(4);
  const count = cursor.u32();
  if (count > MOST_DIMENSIONS) {
    faults.add("many-dimensions", { name, count, limit: MOST_DIMENSIONS }, { start, end: cursor.at });
    throw new Unreadable();
  }
  await cursor.fill(8 * count);
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
  if (bytes > Number.MAX_SAFE_INTEGER || elements > Number.MAX_SAFE_INTEGER) {
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

/** Checks that tensors lie one behind the other, padded, and returns where in the file the last one ends. */
export function checkCover(tensors: readonly Listed[], { start, alignment }: Data, faults: Faults): number {
  let covered = 0;
  let end = 0;
  for (const { name, at, offset, bytes } of tensors.toSorted((a, b) => a.offset - b.offset)) {
    if (bytes === undefined) continue;
    if (offset % alignment !== 0) faults.add("misaligned", { name, offset, alignment }, at);
    if (offset < end) faults.add("overlap", { name, begin: offset, end }, at);
    else if (offset > covered) faults.add("gap", { from: covered, to: offset, name }, at);
    end = Math.max(end, offset + bytes);
    covered = align(end, alignment);
  }
  return start + end;
}

/** The next multiple of the alignment. */
export function align(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}
