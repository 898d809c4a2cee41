/** A writer of small GGUF files that can also write what no honest writer would. */

import { TENSOR_TYPES } from "../tensor-types.ts";

/** A value: its type by number, and its bytes in the order of the file, or a function of that order. */
export interface Entry {
  readonly type: number;
  readonly bytes: readonly number[] | ((littleEndian: boolean) => readonly number[]);
}

/** A tensor to write; `offset` and `bytes` are what follows from the others where they are left out. */
export interface WrittenTensor {
  readonly name: string;
  readonly type: number;
  readonly dimensions: readonly number[];
  readonly offset?: number;
  readonly bytes?: number;
}

/** A file to write. */
export interface Sketch {
  readonly values: readonly (readonly [string, Entry])[];
  readonly tensors: readonly WrittenTensor[];
  readonly version?: number;
  readonly littleEndian?: boolean;
  readonly alignment?: number;
  readonly valueCount?: bigint;
  readonly tensorCount?: bigint;
  /** Whether the last tensor is padded. */
  readonly isPadded?: boolean;
  readonly trailing?: number;
}

type Number32 = (value: number) => readonly number[];
type Number64 = (value: number | bigint) => readonly number[];

function numbers(littleEndian: boolean): { readonly u32: Number32; readonly u64: Number64 } {
  const view = new DataView(new ArrayBuffer(8));
  return {
    u32(value) {
      view.setUint32(0, value, littleEndian);
      return [...new Uint8Array(view.buffer, 0, 4)];
    },
    u64(value) {
      view.setBigUint64(0, BigInt(value), littleEndian);
      return [...new Uint8Array(view.buffer)];
    },
  };
}

function stringBytes(words: string, little: boolean): readonly number[] {
  const bytes = new TextEncoder().encode(words);
  return [...numbers(little).u64(bytes.length), ...bytes];
}

/** A string. */
export function text(words: string): Entry {
  return { type: 8, bytes: (little) => stringBytes(words, little) };
}

/** A 32-bit count. */
export function u32(value: number): Entry {
  return { type: 4, bytes: (little) => numbers(little).u32(value) };
}

/** An array of strings (type 8) or of 32-bit counts (type 4). */
export function array(type: 4 | 8, items: readonly (string | number)[]): Entry {
  return {
    type: 9,
    bytes: (little) => [
      ...numbers(little).u32(type),
      ...numbers(little).u64(items.length),
      ...items.flatMap((item) => (typeof item === "string" ? stringBytes(item, little) : numbers(little).u32(item))),
    ],
  };
}

/** Bytes of the data of a tensor. */
function sizeOf({ type, dimensions, bytes }: WrittenTensor): number {
  if (bytes !== undefined) return bytes;
  const { block, bytes: blockBytes } = TENSOR_TYPES.get(type) ?? { block: 1, bytes: 1 };
  return (dimensions.reduce((product, dimension) => product * dimension, 1) / block) * blockBytes;
}

/** Writes a file. */
export function buildGguf(sketch: Sketch): Uint8Array {
  const { values, tensors, version = 3, littleEndian = true, alignment = 32, isPadded = true, trailing = 0 } = sketch;
  const write = numbers(littleEndian);
  const bytes: number[] = [0x47, 0x47, 0x55, 0x46, ...write.u32(version)];
  bytes.push(...write.u64(sketch.tensorCount ?? tensors.length), ...write.u64(sketch.valueCount ?? values.length));
  for (const [key, entry] of values) {
    bytes.push(...stringBytes(key, littleEndian), ...write.u32(entry.type));
    bytes.push(...(typeof entry.bytes === "function" ? entry.bytes(littleEndian) : entry.bytes));
  }
  let end = 0;
  for (const tensor of tensors) {
    const offset = tensor.offset ?? pad(end, alignment);
    bytes.push(...stringBytes(tensor.name, littleEndian), ...write.u32(tensor.dimensions.length));
    for (const dimension of tensor.dimensions) bytes.push(...write.u64(dimension));
    bytes.push(...write.u32(tensor.type), ...write.u64(offset));
    end = Math.max(end, offset + sizeOf(tensor));
  }
  const start = tensors.length === 0 ? bytes.length : pad(bytes.length, alignment);
  const made = new Uint8Array(start + (isPadded ? pad(end, alignment) : end) + trailing);
  made.set(bytes);
  return made;
}

function pad(size: number, alignment: number): number {
  return Math.ceil(size / alignment) * alignment;
}
