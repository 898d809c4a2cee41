/** Arrays of numpy and of joblib, as bytes. */

import { assemble, op, type Piece } from "../../../packages/assay/test/support/pickle.ts";

/** A .npy file: its header, padded to a multiple of 64, and what follows (numpy, lib/_format_impl.py). */
export function writeNpy(
  descr: string,
  content: Uint8Array,
  [major, shape]: readonly [major: number, shape: number],
): Buffer {
  const words = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape},), }`;
  const width = major === 1 ? 2 : 4;
  const before = 8 + width;
  const length = Math.ceil((before + words.length + 1) / 64) * 64 - before;
  const size = Buffer.alloc(width);
  size.writeUIntLE(length, 0, width);
  const header = Buffer.from(`${words.padEnd(length - 1)}\n`, "latin1");
  return Buffer.concat([Buffer.from("\x93NUMPY", "latin1"), Buffer.from([major, 0]), size, header, content]);
}

/** An array as joblib writes it: a wrapper, and behind its state the bytes themselves (joblib/numpy_pickle.py). */
export function pushJoblibArray(values: readonly number[]): Piece {
  const raw = Buffer.from(Float64Array.from(values).buffer);
  const state: readonly (readonly [string, Piece])[] = [
    ["subclass", op.GLOBAL("numpy", "ndarray")],
    ["shape", assemble(op.BININT1(values.length), op.TUPLE1)],
    ["order", op.BINUNICODE("C")],
    ["dtype", pushDtype()],
    ["allow_mmap", op.NEWTRUE],
    ["numpy_array_alignment_bytes", op.BININT1(16)],
  ];
  const pairs = state.flatMap(([key, value]) => [op.BINUNICODE(key), value]);
  const wrapper = assemble(op.GLOBAL("joblib.numpy_pickle", "NumpyArrayWrapper"), op.EMPTY_TUPLE, op.NEWOBJ);
  // One byte that says how many bytes 0xff align the array.
  const padding = Buffer.from([3, 0xff, 0xff, 0xff]);
  return assemble(wrapper, op.EMPTY_DICT, op.MARK, ...pairs, op.SETITEMS, op.BUILD, padding, raw);
}

function pushDtype(): Piece {
  const made = assemble(
    op.GLOBAL("numpy", "dtype"),
    op.BINUNICODE("f8"),
    op.NEWFALSE,
    op.NEWTRUE,
    op.TUPLE3,
    op.REDUCE,
  );
  const none = [op.NONE, op.NONE, op.NONE];
  const state = [op.BININT1(3), op.BINUNICODE("<"), ...none, op.BININT(-1), op.BININT(-1), op.BININT1(0)];
  return assemble(made, op.MARK, ...state, op.TUPLE, op.BUILD);
}
