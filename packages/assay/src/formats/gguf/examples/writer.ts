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
  readonly dimensions: readonly (number | bigint)[];
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
  /** Bytes of data that are written, where they are not what the tensors need. */
  readonly dataBytes?: number;
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
  return scalar(4, value);
}

/** A number or truth value of a type. */
export function scalar(type: number, value: number | bigint): Entry {
  return { type, bytes: (little) => scalarBytes(type, value, little) };
}

function scalarBytes(type: number, value: number | bigint, little: boolean): readonly number[] {
  const view = new DataView(new ArrayBuffer(8));
  const [size, set] = SETTERS.get(type) ?? [0, () => undefined];
  set(view, value, little);
  return [...new Uint8Array(view.buffer, 0, size)];
}

type Setter = (view: DataView, value: number | bigint, little: boolean) => void;

/** Bytes of each type and how they are written. */
const SETTERS: ReadonlyMap<number, readonly [number, Setter]> = new Map([
  [0, [1, (view, value) => view.setUint8(0, Number(value))]],
  [1, [1, (view, value) => view.setInt8(0, Number(value))]],
  [2, [2, (view, value, little) => view.setUint16(0, Number(value), little)]],
  [3, [2, (view, value, little) => view.setInt16(0, Number(value), little)]],
  [4, [4, (view, value, little) => view.setUint32(0, Number(value), little)]],
  [5, [4, (view, value, little) => view.setInt32(0, Number(value), little)]],
  [6, [4, (view, value, little) => view.setFloat32(0, Number(value), little)]],
  [7, [1, (view, value) => view.setUint8(0, Number(value))]],
  [10, [8, (view, value, little) => view.setBigUint64(0, BigInt(value), little)]],
  [11, [8, (view, value, little) => view.setBigInt64(0, BigInt(value), little)]],
  [12, [8, (view, value, little) => view.setFloat64(0, Number(value), little)]],
]);

/** An array of strings (type 8) or of 32-bit counts (type 4). */
export function array(type: 4 | 8, items: readonly (string | number)[]): Entry {
  return list(
    type,
    items.map((item) => (typeof item === "string" ? text(item) : u32(item))),
  );
}

/** An array of entries, which are of this type if it is honest. */
export function list(type: number, items: readonly Entry[]): Entry {
  return {
    type: 9,
    bytes: (little) => [
      ...numbers(little).u32(type),
      ...numbers(little).u64(items.length),
      ...items.flatMap((item) => bytesOf(item, little)),
    ],
  };
}

function bytesOf({ bytes }: Entry, little: boolean): readonly number[] {
  return typeof bytes === "function" ? bytes(little) : bytes;
}

/** Bytes of the data of a tensor. */
function sizeOf({ type, dimensions, bytes }: WrittenTensor): number {
  if (bytes !== undefined) return bytes;
  const { block, bytes: blockBytes } = TENSOR_TYPES.get(type) ?? { block: 1, bytes: 1 };
  return (dimensions.reduce<number>((product, dimension) => product * Number(dimension), 1) / block) * blockBytes;
}

/** Writes a file. */
export function buildGguf(sketch: Sketch): Uint8Array {
  const { values, tensors, version = 3, littleEndian = true, alignment = 32, isPadded = true, trailing = 0 } = sketch;
  const write = numbers(littleEndian);
  const bytes: number[] = [0x47, 0x47, 0x55, 0x46, ...write.u32(version)];
  bytes.push(...write.u64(sketch.tensorCount ?? tensors.length), ...write.u64(sketch.valueCount ?? values.length));
  for (const [key, entry] of values) {
    bytes.push(...stringBytes(key, littleEndian), ...write.u32(entry.type), ...bytesOf(entry, littleEndian));
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
  const made = new Uint8Array(start + (sketch.dataBytes ?? (isPadded ? pad(end, alignment) : end)) + trailing);
  made.set(bytes);
  return made;
}

function pad(size: number, alignment: number): number {
  return Math.ceil(size / alignment) * alignment;
}
