/** Pickles to measure with, written here: as large as wanted, and the same each time. */

import { Random } from "../packages/assay/test/fuzz/mutate.ts";
import { assemble, op, type Piece, push } from "../packages/assay/test/support/pickle.ts";

/** Items that CPython's pickler puts behind one mark. */
const BATCH = 1_000;

/** Collects pieces by the thousand, so that no call takes too many of them. */
class Writer {
  readonly #done: Uint8Array[] = [];
  #open: Piece[] = [];

  add(...pieces: readonly Piece[]): void {
    this.#open.push(...pieces);
    if (this.#open.length > BATCH) this.#close();
  }

  bytes(): Uint8Array {
    this.#close();
    return new Uint8Array(Buffer.concat(this.#done));
  }

  #close(): void {
    this.#done.push(assemble(...this.#open));
    this.#open = [];
  }
}

/** A list of whole numbers of 32 bits, 5 bytes each. */
export function makeIntegers(count: number): Uint8Array {
  const random = new Random(1);
  const writer = new Writer();
  writer.add(op.PROTO(2), op.EMPTY_LIST, op.BINPUT(0));
  for (let index = 0; index < count; index++) {
    if (index % BATCH === 0) writer.add(op.MARK);
    writer.add(op.BININT(65_536 + random.below(2 ** 30)));
    if (index % BATCH === BATCH - 1 || index === count - 1) writer.add(op.APPENDS);
  }
  writer.add(op.STOP);
  return writer.bytes();
}

/** A dictionary of names and tuples of numbers, as protocol 4 writes it. */
export function makeTuples(count: number): Uint8Array {
  const random = new Random(2);
  const writer = new Writer();
  writer.add(op.PROTO(4), op.EMPTY_DICT, op.MEMOIZE);
  for (let index = 0; index < count; index++) {
    if (index % BATCH === 0) writer.add(op.MARK);
    writer.add(op.SHORT_BINUNICODE(`owls.${index}.wings`), op.MEMOIZE);
    writer.add(op.BININT(random.below(2 ** 31)), op.BINFLOAT(random.below(1_000) / 7), op.BININT1(random.below(256)));
    writer.add(op.TUPLE3, op.MEMOIZE);
    if (index % BATCH === BATCH - 1 || index === count - 1) writer.add(op.SETITEMS);
  }
  writer.add(op.STOP);
  return writer.bytes();
}

/** The pickle of a PyTorch checkpoint with so many tensors, as `torch.save` writes it (protocol 2). */
export function makeCheckpoint(count: number): Uint8Array {
  const random = new Random(3);
  const writer = new Writer();
  let memo = 0;
  const put = (): Piece => (memo < 256 ? op.BINPUT(memo++) : op.LONG_BINPUT(memo++));
  const get = (index: number): Piece => op.BINGET(index);
  writer.add(op.PROTO(2), op.GLOBAL("collections", "OrderedDict"), put(), op.EMPTY_TUPLE, op.REDUCE, put());
  for (let index = 0; index < count; index++) {
    const [rows, columns] = [8 * (1 + random.below(512)), 8 * (1 + random.below(512))];
    if (index % BATCH === 0) writer.add(op.MARK);
    writer.add(push(`model.layers.${index}.self_attn.q_proj.weight`), put());
    if (index === 0) {
      writer.add(op.GLOBAL("torch._utils", "_rebuild_tensor_v2"), put(), op.MARK, op.MARK);
      writer.add(push("storage"), put(), op.GLOBAL("torch", "FloatStorage"), put(), push(String(index)), put());
      writer.add(push("cpu"), put());
    } else writer.add(get(3), op.MARK, op.MARK, get(4), get(5), push(String(index)), put(), get(7));
    writer.add(push(rows * columns), op.TUPLE, put(), op.BINPERSID, push(0));
    writer.add(op.BININT2(rows), op.BININT2(columns), op.TUPLE2, put());
    writer.add(op.BININT2(columns), push(1), op.TUPLE2, put(), op.NEWFALSE);
    writer.add(get(0), op.EMPTY_TUPLE, op.REDUCE, put(), op.TUPLE, put(), op.REDUCE, put());
    if (index % BATCH === BATCH - 1 || index === count - 1) writer.add(op.SETITEMS);
  }
  writer.add(op.EMPTY_DICT, put(), push("_metadata"), put(), op.EMPTY_DICT, put(), op.SETITEM, op.BUILD, op.STOP);
  return writer.bytes();
}
