/** Pickles to measure with, written here: as large as wanted, and the same each time. */

import type { ByteSource } from "../packages/assay/src/model/types.ts";
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

/** A pickle of a random value, written in forms of all protocols; the same for the same seed. */
export function makeRandomPickle(seed: number): Uint8Array {
  const random = new Random(seed);
  const protocol = random.below(6);
  return assemble(op.PROTO(protocol), makeValue(random, 0), op.STOP);
}

/** Containers in containers. */
const DEEPEST = 5;

const WORDS = ["", "owl", "bühu", "x".repeat(300), "a\nb", "\u{1f989}"] as const;

type Form = (random: Random) => Piece;

const byteString = (random: Random): Uint8Array =>
  Uint8Array.from({ length: random.below(40) }, () => random.below(256));

/** Ways to push a value without others in it. */
const SCALARS: readonly Form[] = [
  () => op.NONE,
  () => op.NEWTRUE,
  () => op.NEWFALSE,
  (random) => op.INT(random.below(1000) - 500),
  (random) => op.LONG(`${random.below(2 ** 31)}L`),
  (random) => op.BININT(random.below(2 ** 31) - 2 ** 30),
  (random) => op.BININT1(random.below(256)),
  (random) => op.BININT2(random.below(65_536)),
  (random) => op.LONG1(byteString(random)),
  (random) => op.LONG4(byteString(random)),
  (random) => op.FLOAT(random.below(1000) / 8),
  (random) => op.BINFLOAT(random.below(1000) / 8),
  (random) => op.STRING(`'owl${random.below(10)}'`),
  (random) => op.UNICODE(`owl\\u00fc${random.below(10)}`),
  (random) => op.BINSTRING("owl".repeat(random.below(9))),
  (random) => op.SHORT_BINSTRING("owl".repeat(random.below(9))),
  (random) => op.BINUNICODE(random.pick(WORDS)),
  (random) => op.SHORT_BINUNICODE(random.pick(WORDS).slice(0, 60)),
  (random) => op.BINUNICODE8(random.pick(WORDS)),
  (random) => op.BINBYTES(byteString(random)),
  (random) => op.SHORT_BINBYTES(byteString(random)),
  (random) => op.BINBYTES8(byteString(random)),
  (random) => op.BYTEARRAY8(byteString(random)),
  () => op.GLOBAL("owls", "Owl"),
  () => assemble(op.SHORT_BINUNICODE("owls"), op.SHORT_BINUNICODE("hoot"), op.STACK_GLOBAL),
  () => op.EMPTY_LIST,
  () => op.EMPTY_DICT,
  () => op.EMPTY_SET,
  () => op.EMPTY_TUPLE,
];

/** Ways to put values into another one. */
const CONTAINERS: readonly ((items: readonly Piece[]) => Piece)[] = [
  (items) => assemble(op.MARK, ...items, op.TUPLE),
  (items) => assemble(op.MARK, ...items, op.LIST),
  (items) => assemble(op.MARK, ...items, op.FROZENSET),
  (items) => assemble(op.MARK, ...items, ...items, op.DICT),
  (items) => assemble(op.EMPTY_LIST, op.MARK, ...items, op.APPENDS),
  (items) => assemble(op.EMPTY_LIST, ...items.flatMap((item) => [item, op.APPEND])),
  (items) => assemble(op.EMPTY_DICT, op.MARK, ...items, ...items, op.SETITEMS),
  (items) => assemble(op.EMPTY_DICT, ...items.flatMap((item) => [op.BININT1(1), item, op.SETITEM])),
  (items) => assemble(op.EMPTY_SET, op.MARK, ...items, op.ADDITEMS),
  (items) => assemble(op.GLOBAL("owls", "Owl"), op.MARK, ...items, op.TUPLE, op.REDUCE),
  (items) => assemble(op.GLOBAL("owls", "Owl"), op.MARK, ...items, op.TUPLE, op.NEWOBJ, op.EMPTY_DICT, op.BUILD),
  (items) => assemble(op.GLOBAL("owls", "Owl"), op.MARK, ...items, op.TUPLE, op.EMPTY_DICT, op.NEWOBJ_EX),
  (items) => assemble(op.MARK, op.GLOBAL("owls", "Owl"), ...items, op.OBJ),
  (items) => assemble(op.MARK, ...items, op.INST("owls", "Owl")),
  (items) => assemble(op.MARK, ...items, op.POP_MARK, op.NONE),
  (items) => assemble(op.FRAME(2 ** 20), ...items, op.NONE, ...items.map(() => op.POP)),
  ([item = op.NONE]) => assemble(item, op.TUPLE1),
  ([item = op.NONE]) => assemble(item, op.DUP, op.TUPLE2),
  ([item = op.NONE]) => assemble(item, op.DUP, op.DUP, op.TUPLE3),
  ([item = op.NONE]) => assemble(item, op.MEMOIZE, op.BINPUT(200), op.POP, op.BINGET(200)),
  ([item = op.NONE]) => assemble(item, op.PUT(300), op.POP, op.GET(300)),
  ([item = op.NONE]) => assemble(item, op.LONG_BINPUT(400), op.POP, op.LONG_BINGET(400)),
];

function makeValue(random: Random, depth: number): Piece {
  if (depth === DEEPEST || random.below(3) === 0) return random.pick(SCALARS)(random);
  const items = Array.from({ length: random.below(4) }, () => makeValue(random, depth + 1));
  return random.pick(CONTAINERS)(items);
}

/** A source of about `size` bytes that holds a list of tuples, each of them in the memo: the same ones over and over. */
export function repeatTuples(size: number): ByteSource {
  const start = assemble(op.PROTO(4), op.EMPTY_LIST, op.MEMOIZE);
  const item = assemble(op.SHORT_BINUNICODE("owls"), op.BININT(70_000), op.BINFLOAT(0.5), op.TUPLE3, op.MEMOIZE);
  const batch = Buffer.concat([op.MARK, ...Array.from({ length: BATCH }, () => item), op.APPENDS]);
  const batches = Math.max(1, Math.floor(size / batch.length));
  const end = start.length + batches * batch.length;
  return {
    size: end + 1,
    read: async (from, to) => {
      const made = new Uint8Array(to - from);
      for (let at = from; at < to; at++) made[at - from] = batch[(at - start.length) % batch.length] ?? 0;
      if (from < start.length) made.set(start.subarray(from, to));
      if (to > end) made[end - from] = op.STOP[0] ?? 0;
      return made;
    },
  };
}
