/** Large harmless pickles as Python writes them, and the bytes that no honest one has. */

import { assemble, op, type Piece, push } from "../../../packages/assay/test/support/pickle.ts";

/** Items of one batch (CPython, Lib/pickle.py, `_BATCHSIZE`). */
const BATCH = 1_000;

/** A list or dictionary of so many items, written in batches. */
function inBatches(
  count: number,
  [open, close]: readonly [open: Piece, close: Piece],
  item: (at: number) => Piece,
): Piece {
  const parts: Piece[] = [open];
  for (let from = 0; from < count; from += BATCH) {
    const items = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => item(from + at));
    parts.push(assemble(op.MARK, ...items, close));
  }
  return assemble(...parts);
}

/** A list of whole numbers of four bytes, protocol 4. */
export function pickleIntegers(count: number): Piece {
  const list = inBatches(count, [assemble(op.EMPTY_LIST, op.MEMOIZE), op.APPENDS], (at) => op.BININT(70_000 + at));
  return assemble(op.PROTO(4), list, op.STOP);
}

/** A dictionary of names to tuples of a number, a float and a text, protocol 4 with its memo. */
export function pickleTuples(count: number): Piece {
  const item = (at: number): Piece =>
    assemble(
      ...[op.SHORT_BINUNICODE(`row-${at}`), op.MEMOIZE],
      ...[op.BININT(70_000 + at), op.BINFLOAT(at / 7), op.SHORT_BINUNICODE(`owl ${at % 97}`), op.MEMOIZE],
      ...[op.TUPLE3, op.MEMOIZE],
    );
  const dictionary = inBatches(count, [assemble(op.EMPTY_DICT, op.MEMOIZE), op.SETITEMS], item);
  return assemble(op.PROTO(4), dictionary, op.STOP);
}

/** A `data.pkl` of so many tensors, each with a storage of its own, protocol 2 (torch/_utils.py, `_rebuild_tensor_v2`). */
export function pickleTensors(count: number, elements = 16): Piece {
  let memo = 0;
  const put = (): Piece => (memo < 256 ? op.BINPUT(memo++) : op.LONG_BINPUT(memo++));
  const start = assemble(op.GLOBAL("collections", "OrderedDict"), put(), op.EMPTY_TUPLE, op.REDUCE, put());
  // The first tensor's name comes before what all of them share, and its storage's number in between.
  const names = { rebuild: memo + 1, storage: memo + 2, kind: memo + 3, cpu: memo + 5, dictionary: 0 };
  const tensor = (at: number): Piece => {
    const isFirst = at === 0;
    const known = (index: number, piece: Piece): Piece => (isFirst ? assemble(piece, put()) : op.BINGET(index));
    const name = assemble(op.BINUNICODE(`model.layers.${at >> 3}.block.${at & 7}.weight`), put());
    const rebuild = known(names.rebuild, op.GLOBAL("torch._utils", "_rebuild_tensor_v2"));
    const words = [
      known(names.storage, op.BINUNICODE("storage")),
      known(names.kind, op.GLOBAL("torch", "FloatStorage")),
      op.BINUNICODE(String(at)),
      put(),
      known(names.cpu, op.BINUNICODE("cpu")),
      push(elements),
    ];
    const id = assemble(op.MARK, ...words, op.TUPLE, put(), op.BINPERSID);
    const size = assemble(push(elements), op.TUPLE1, put());
    const stride = assemble(push(1), op.TUPLE1, put());
    const hooks = assemble(op.BINGET(names.dictionary), op.EMPTY_TUPLE, op.REDUCE, put());
    const args = assemble(op.MARK, id, push(0), size, stride, op.NEWFALSE, hooks, op.TUPLE, put());
    return assemble(name, rebuild, args, op.REDUCE, put());
  };
  const items = inBatches(count, [start, op.SETITEMS], tensor);
  return assemble(op.PROTO(2), items, op.STOP);
}
