/** Random pickles that a loader would take up to their names: every operation but those of registries and outer buffers. */

import { assemble, op, type Piece } from "../support/pickle.ts";
import type { Random } from "./mutate.ts";

const NAMES: readonly (readonly [module: string, name: string])[] = [
  ["collections", "OrderedDict"],
  ["torch._utils", "_rebuild_tensor_v2"],
  ["torch", "FloatStorage"],
  ["numpy", "dtype"],
  ["numpy.core.multiarray", "_reconstruct"],
  ["joblib.numpy_pickle", "NumpyArrayWrapper"],
  ["builtins", "getattr"],
  ["__builtin__", "set"],
  ["copy_reg", "_reconstructor"],
  ["pickle", "loads"],
  ["os", "system"],
  ["owl", "Hoot.inner"],
];

const WORDS: readonly string[] = [
  "",
  "owl",
  "os",
  "system",
  "storage",
  "O8",
  "uhu é 梟",
  "a".repeat(300),
  "line\nbreak",
];

/** Draws operations of one pickle, one piece each. */
export function drawPickle(random: Random): readonly Piece[] {
  const draft = new Draft(random);
  draft.value(random.below(5));
  const start = random.below(6) === 0 ? [] : [op.PROTO(random.below(6))];
  return [...start, ...draft.pieces, op.STOP];
}

type Step = () => void;

class Draft {
  readonly pieces: Piece[] = [];
  readonly #random: Random;
  #memo = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Pushes one value, at most so deep. */
  value(depth: number): void {
    const random = this.#random;
    const deep: readonly Step[] = [
      () => this.#tuple(depth),
      () => this.#list(depth),
      () => this.#dictionary(depth),
      () => this.#set(depth),
      () => this.#call(depth),
      () => this.#object(depth),
    ];
    const flat: readonly Step[] = [() => this.#scalar(), () => this.#text(), () => this.#bytes(), () => this.#recall()];
    random.pick(depth > 0 ? [...deep, ...deep, ...flat] : flat)();
    if (random.below(3) === 0) this.#remember();
    if (random.below(12) === 0) this.#noise();
  }

  #add(...pieces: readonly Piece[]): void {
    this.pieces.push(...pieces);
  }

  #values(depth: number, most = 4): number {
    const count = this.#random.below(most + 1);
    for (let n = 0; n < count; n++) this.value(depth - 1);
    return count;
  }

  #scalar(): void {
    const random = this.#random;
    const number = random.below(2 ** 31) - 2 ** 30;
    this.#add(
      random.pick([
        op.NONE,
        op.NEWTRUE,
        op.NEWFALSE,
        op.INT(number),
        op.INT("01"),
        op.LONG(`${number}${random.below(2) === 0 ? "L" : ""}`),
        op.FLOAT("1.5e3"),
        op.BINFLOAT(number / 7),
        op.BININT(number),
        op.BININT1(random.below(256)),
        op.BININT2(random.below(65_536)),
        op.LONG1(bytesOf(random, random.below(12))),
        op.LONG4(bytesOf(random, random.below(30))),
        op.EMPTY_TUPLE,
        op.EMPTY_LIST,
        op.EMPTY_DICT,
        op.EMPTY_SET,
      ]),
    );
  }

  #text(): void {
    const random = this.#random;
    const word = random.pick(WORDS);
    const plain = word.replaceAll(/[^ -~]/g, "?");
    this.#add(
      random.pick([
        op.STRING(`'${plain}'`),
        op.UNICODE(plain),
        op.BINSTRING(plain),
        op.SHORT_BINSTRING(plain.slice(0, 200)),
        op.BINUNICODE(word),
        op.SHORT_BINUNICODE(plain.slice(0, 200)),
        op.BINUNICODE8(word),
      ]),
    );
  }

  #bytes(): void {
    const random = this.#random;
    const content = bytesOf(random, random.below(40));
    this.#add(
      random.pick([op.BINBYTES(content), op.SHORT_BINBYTES(content), op.BINBYTES8(content), op.BYTEARRAY8(content)]),
    );
  }

  #remember(): void {
    const random = this.#random;
    const index = this.#memo++;
    const ways = [op.PUT(index), op.LONG_BINPUT(index), op.MEMOIZE];
    this.#add(random.pick(index < 256 ? [...ways, op.BINPUT(index)] : ways));
  }

  #recall(): void {
    if (this.#memo === 0) {
      this.#scalar();
      return;
    }
    const index = this.#random.below(this.#memo);
    const ways = [op.GET(index), op.LONG_BINGET(index)];
    this.#add(this.#random.pick(index < 256 ? [...ways, op.BINGET(index)] : ways));
  }

  #noise(): void {
    const random = this.#random;
    random.pick<Step>([
      () => this.#add(op.DUP, op.POP),
      () => this.#add(op.MARK, op.NONE, op.POP_MARK),
      () => this.#add(op.MARK, op.POP),
      () => this.#add(op.PROTO(random.below(6))),
    ])();
  }

  #tuple(depth: number): void {
    const random = this.#random;
    if (random.below(2) === 0) {
      this.#add(op.MARK);
      this.#values(depth);
      this.#add(op.TUPLE);
      return;
    }
    const size = random.below(4);
    for (let n = 0; n < size; n++) this.value(depth - 1);
    this.#add([op.EMPTY_TUPLE, op.TUPLE1, op.TUPLE2, op.TUPLE3][size] ?? op.EMPTY_TUPLE);
  }

  #list(depth: number): void {
    this.#random.pick<Step>([
      () => {
        this.#add(op.MARK);
        this.#values(depth);
        this.#add(op.LIST);
      },
      () => {
        this.#add(op.EMPTY_LIST, op.MARK);
        this.#values(depth);
        this.#add(op.APPENDS);
      },
      () => {
        this.#add(op.EMPTY_LIST);
        this.value(depth - 1);
        this.#add(op.APPEND);
      },
    ])();
  }

  #pairs(depth: number): void {
    for (let n = this.#random.below(4); n > 0; n--) {
      this.#text();
      this.value(depth - 1);
    }
  }

  #dictionary(depth: number): void {
    this.#random.pick<Step>([
      () => {
        this.#add(op.MARK);
        this.#pairs(depth);
        this.#add(op.DICT);
      },
      () => {
        this.#add(op.EMPTY_DICT, op.MARK);
        this.#pairs(depth);
        this.#add(op.SETITEMS);
      },
      () => {
        this.#add(op.EMPTY_DICT);
        this.#text();
        this.value(depth - 1);
        this.#add(op.SETITEM);
      },
    ])();
  }

  #set(depth: number): void {
    const isFrozen = this.#random.below(2) === 0;
    this.#add(...(isFrozen ? [op.MARK] : [op.EMPTY_SET, op.MARK]));
    this.#values(depth);
    this.#add(isFrozen ? op.FROZENSET : op.ADDITEMS);
  }

  #name(): void {
    const [module, name] = this.#random.pick(NAMES);
    if (this.#random.below(2) === 0) this.#add(op.GLOBAL(module, name));
    else this.#add(op.SHORT_BINUNICODE(module), op.BINUNICODE(name), op.STACK_GLOBAL);
  }

  #call(depth: number): void {
    const random = this.#random;
    const [module, name] = random.pick(NAMES);
    random.pick<Step>([
      () => {
        this.#name();
        this.#tuple(depth);
        this.#add(random.pick([op.REDUCE, op.REDUCE, op.NEWOBJ]));
      },
      () => {
        this.#name();
        this.#tuple(depth);
        this.#dictionary(depth);
        this.#add(op.NEWOBJ_EX);
      },
      () => {
        this.#add(op.MARK);
        this.#values(depth);
        this.#add(op.INST(module, name));
      },
      () => {
        this.#add(op.MARK);
        this.#name();
        this.#values(depth);
        this.#add(op.OBJ);
      },
    ])();
  }

  #object(depth: number): void {
    this.#random.pick<Step>([
      () => {
        this.#name();
        this.#add(op.EMPTY_TUPLE, op.NEWOBJ);
        this.#dictionary(depth);
        this.#add(op.BUILD);
      },
      () => {
        this.#tuple(depth);
        this.#add(op.BINPERSID);
      },
      () => this.#add(op.PERSID("owl")),
      () => this.#name(),
    ])();
  }
}

function bytesOf(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => random.below(256));
}

const RANDOM_OPERATIONS: readonly ((random: Random) => Piece)[] = [
  ...[op.MARK, op.POP, op.POP_MARK, op.DUP, op.REDUCE, op.BUILD, op.OBJ, op.NEWOBJ, op.NEWOBJ_EX, op.STACK_GLOBAL],
  ...[op.TUPLE, op.TUPLE3, op.APPEND, op.APPENDS, op.SETITEM, op.SETITEMS, op.ADDITEMS, op.LIST, op.DICT, op.MEMOIZE],
  ...[op.STOP, op.BINPERSID, op.FROZENSET, op.NEXT_BUFFER, op.READONLY_BUFFER, op.NONE],
].map((piece) => () => piece);

const WITH_ARGUMENTS: readonly ((random: Random) => Piece)[] = [
  (random) => op.BINGET(random.below(256)),
  (random) => op.LONG_BINPUT(random.pick([0, 255, 2 ** 20, 2 ** 31, 2 ** 32 - 1])),
  (random) => op.LONG_BINGET(random.pick([0, 255, 2 ** 31, 2 ** 32 - 1])),
  (random) => op.PUT(random.pick(["0", "-1", "9".repeat(30), "", "1_0", " 7"])),
  (random) => op.EXT1(random.below(256)),
  (random) => op.EXT4(random.pick([0, -1, 2 ** 31])),
  (random) => op.FRAME(random.pick([0, 1, 20, 2 ** 20, 2n ** 63n])),
  (random) => op.BINBYTES8("owl", random.pick([0, 2, 4, 2n ** 62n, 2n ** 64n - 1n])),
  (random) => op.BINUNICODE("owl", random.pick([0, 2, 4, 2 ** 31, 2 ** 32 - 1])),
  (random) => op.LONG4("owl", random.pick([0, 3, 2 ** 31])),
  (random) => op.INT(random.pick(["", "00", "x", "9".repeat(5_000), "-"])),
  (random) => op.STRING(random.pick(["", "'", "'a", '"\\x4"', "'\\'"])),
  (random) => op.UNICODE(random.pick(["\\u00", "\\U00110000", "\\ud800"])),
  (random) => op.PROTO(random.below(256)),
  (random) => bytesOf(random, 1 + random.below(3)),
];

/** A random pickle with operations left out, put in, doubled and exchanged. */
export function drawBrokenPickle(random: Random): Uint8Array {
  const pieces = [...drawPickle(random), ...(random.below(4) === 0 ? drawPickle(random) : [])];
  for (let n = random.below(5); n > 0; n--) {
    const at = random.below(pieces.length + 1);
    const other = pieces[random.below(pieces.length)] ?? op.NONE;
    random.pick<Step>([
      () => pieces.splice(at, 1),
      () => pieces.splice(at, 0, other),
      () => pieces.splice(at, 1, other),
      () => pieces.splice(at, 0, random.pick([...RANDOM_OPERATIONS, ...WITH_ARGUMENTS])(random)),
      () => pieces.splice(at, 0, random.pick(WITH_ARGUMENTS)(random)),
    ])();
  }
  return assemble(...pieces);
}
