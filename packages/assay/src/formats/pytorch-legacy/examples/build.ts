/** Makes the example files; `npm run examples` writes them. */

import { assemble, call, framed, op, type Piece, push } from "../../../../test/support/pickle.ts";

const MAGIC = 0x1950a86a20f9469cfc6cn;

/** A pickle of protocol 2. */
const pickle = (...pieces: readonly Piece[]): Piece => assemble(op.PROTO(2), ...pieces, op.STOP);

/** A tensor of a storage of floats, under the name of its key. */
const tensor = (key: string, elements: number): Piece =>
  assemble(
    push(`wing.${key}`),
    op.GLOBAL("torch._utils", "_rebuild_tensor_v2"),
    op.MARK,
    op.MARK,
    push("storage"),
    op.GLOBAL("torch", "FloatStorage"),
    push(key),
    push("cpu"),
    push(elements),
    op.NONE,
    op.TUPLE,
    op.BINPERSID,
    push(0),
    push([elements]),
    push([1]),
    push(false),
    call(op.GLOBAL("collections", "OrderedDict")),
    op.TUPLE,
    op.REDUCE,
  );

const state = pickle(op.EMPTY_DICT, op.MARK, tensor("7", 2), tensor("12", 1), op.SETITEMS);
const keys = pickle(op.EMPTY_LIST, op.MARK, push("12"), push("7"), op.APPENDS);
const before = assemble(
  pickle(push(MAGIC)),
  pickle(op.BININT2(1001)),
  pickle(push({ protocol_version: 1001, little_endian: true })),
);

/** Bytes of a storage of floats behind the count of them. */
const storage = (elements: number): Uint8Array => {
  const bytes = new Uint8Array(8 + 4 * elements);
  bytes[0] = elements;
  return bytes;
};

const framedPickle = (...pieces: readonly Piece[]): Piece => assemble(op.PROTO(4), framed([...pieces, op.STOP]));

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/checkpoint.pt": assemble(before, state, keys, storage(1), storage(2)),
  "good/no-tensors.pt": assemble(
    framedPickle(push(MAGIC)),
    framedPickle(op.BININT2(1001)),
    ...[1, 2, 3].map(() => framedPickle(op.EMPTY_DICT)),
  ),
  "bad/unknown-version.pt": assemble(pickle(push(MAGIC)), pickle(op.BININT2(1002)), state, state, keys),
  "bad/too-few-pickles.pt": assemble(before, state, new Uint8Array([0xff])),
  "bad/storage-cut-off.pt": assemble(before, state, keys, storage(1), storage(2).slice(0, -1)),
  "bad/storage-mismatch.pt": assemble(before, state, keys, storage(2), storage(1)),
};
