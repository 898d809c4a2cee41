/** Where in a stream of pickles something stands. */

import type { Random } from "../../../packages/assay/test/fuzz/mutate.ts";
import { assemble, framed, op, type Piece, push } from "../../../packages/assay/test/support/pickle.ts";
import type { Before } from "./forms/form.ts";
import { pushJoblibArray } from "./numpy.ts";

/** Something that leaves one object on the stack. */
export type Content = (before: Before) => Piece;

/** What a stream is made of. */
export interface Place {
  readonly protocol: number;
  readonly random: Random;
}

/** A place in a stream. */
export interface Position {
  readonly id: string;
  /** How often it is taken beside the others: a file of megabytes takes time. */
  readonly weight: number;
  /** Whether only joblib reads it so. */
  readonly isJoblib?: true;
  /** Whether it is for files that are not packed. */
  readonly isLarge?: true;
  /** Whether it is behind the pickle that most loaders stop at. */
  readonly isBehind?: true;
  write(content: Content, place: Place): Piece;
}

const WORDS = ["layer", "weight", "bias", "owl", "epoch", "score", "tokens", "x", "name", "value"] as const;

/** A dictionary of harmless values, without any use of the memo. */
export function pushData(random: Random, entries: number): Piece {
  const value = (): Piece => {
    if (random.below(4) === 0) return push([random.below(1_000), random.below(70_000) - 9, "owl"]);
    if (random.below(3) === 0) return push({ [random.pick(WORDS)]: random.below(2) === 0, other: null });
    return random.below(2) === 0 ? push(random.below(2 ** 30)) : push(random.pick(WORDS).repeat(1 + random.below(5)));
  };
  const pairs = Array.from({ length: entries }, (_, at) => assemble(push(`${random.pick(WORDS)}.${at}`), value()));
  return assemble(op.EMPTY_DICT, op.MARK, ...pairs, op.SETITEMS);
}

const start = ({ protocol, random }: Place): Piece =>
  protocol < 2 && random.below(2) === 0 ? assemble() : op.PROTO(protocol);

/** A whole pickle of one object. */
const whole = (place: Place, ...pieces: readonly Piece[]): Piece => assemble(start(place), ...pieces, op.STOP);

/** A pickle of two objects, the first of them data. */
const behind =
  (data: Piece) =>
  (content: Content, place: Place): Piece =>
    whole(place, data, content({ random: place.random, memo: 0 }), op.TUPLE2);

const first = (random: Random): Before => ({ random, memo: 0 });

function nest(open: Piece, close: Piece, depth: number): Position["write"] {
  return (content, place) => {
    const [opened, closed] = [open, close].map((piece) => assemble(...Array<Piece>(depth).fill(piece)));
    return whole(place, opened ?? open, content(first(place.random)), closed ?? close);
  };
}

const LARGE = 9 << 20;

/** All places. */
export const POSITIONS: readonly Position[] = [
  { id: "alone", weight: 30, write: (content, place) => whole(place, content(first(place.random))) },
  {
    id: "in a dictionary",
    weight: 10,
    write: (content, place) => whole(place, op.EMPTY_DICT, push("owl"), content(first(place.random)), op.SETITEM),
  },
  {
    id: "as a key",
    weight: 5,
    write: (content, place) => whole(place, op.EMPTY_DICT, content(first(place.random)), push(1), op.SETITEM),
  },
  {
    id: "behind entries of the memo",
    weight: 10,
    write: (content, place) => {
      const { random } = place;
      const memo = 1 + random.below(60);
      const entries = Array.from({ length: memo }, (_, at) => assemble(push(`owl ${at}`), op.BINPUT(at), op.POP));
      return whole(place, ...entries, content({ random, memo }));
    },
  },
  {
    id: "behind data",
    weight: 10,
    write: (content, place) => behind(pushData(place.random, 20))(content, place),
  },
  {
    id: "behind 6 KiB",
    weight: 10,
    write: (content, place) => behind(pushData(place.random, 400))(content, place),
  },
  {
    id: "behind 100 KiB",
    weight: 1,
    write: (content, place) => behind(pushData(place.random, 6_000))(content, place),
  },
  { id: "behind 9 MiB of bytes", weight: 0.05, isLarge: true, write: behind(op.BINBYTES(new Uint8Array(LARGE))) },
  {
    id: "behind 9 MiB of opcodes",
    weight: 0.03,
    isLarge: true,
    write: (content, place) => {
      const numbers = Buffer.alloc(LARGE, assemble(push(70_000), op.POP));
      return whole(place, numbers.subarray(0, LARGE - (LARGE % 6)), content(first(place.random)));
    },
  },
  {
    id: "behind an array of joblib",
    weight: 12,
    isJoblib: true,
    write: (content, place) => {
      const values = Array.from({ length: 1 + place.random.below(40) }, () => place.random.below(1_000));
      return behind(pushJoblibArray(values))(content, place);
    },
  },
  { id: "40 lists deep", weight: 5, write: nest(op.EMPTY_LIST, op.APPEND, 40) },
  { id: "3,000 lists deep", weight: 2, write: nest(op.EMPTY_LIST, op.APPEND, 3_000) },
  { id: "200 tuples deep", weight: 3, write: nest(op.MARK, op.TUPLE, 200) },
  {
    id: "in the state of a harmless object",
    weight: 5,
    write: (content, place) => {
      const owl = assemble(op.GLOBAL("collections", "OrderedDict"), op.EMPTY_TUPLE, op.REDUCE);
      const state = assemble(op.EMPTY_DICT, push("owl"), content(first(place.random)), op.SETITEM);
      return whole(place, owl, state, op.BUILD);
    },
  },
  {
    id: "behind a frame of data",
    weight: 5,
    write: (content, place) =>
      assemble(
        op.PROTO(Math.max(place.protocol, 4)),
        framed([pushData(place.random, 20)]),
        content(first(place.random)),
        ...[op.TUPLE2, op.STOP],
      ),
  },
  {
    id: "in a second pickle",
    isBehind: true,
    weight: 8,
    write: (content, place) =>
      assemble(whole(place, pushData(place.random, 5)), whole(place, content(first(place.random)))),
  },
  {
    id: "in a third pickle",
    isBehind: true,
    weight: 4,
    write: (content, place) =>
      assemble(whole(place, push(1)), whole(place, push("owl")), whole(place, content(first(place.random)))),
  },
  {
    id: "in a second pickle behind zeros",
    isBehind: true,
    weight: 4,
    write: (content, place) => {
      const zeros = new Uint8Array(1 + place.random.below(600));
      return assemble(whole(place, pushData(place.random, 5)), zeros, whole(place, content(first(place.random))));
    },
  },
];

/** What a stream ends with instead of a sound end. */
export const BREAKS: Readonly<Record<string, (stream: Piece) => Piece>> = {
  "no STOP": (stream) => stream.subarray(0, -1),
  "an opcode that is none": (stream) => assemble(stream.subarray(0, -1), Buffer.from([0xff, 0x2e])),
  "an argument cut off": (stream) => assemble(stream.subarray(0, -1), Buffer.from("X\xff\x00\x00\x00owl", "latin1")),
  "a memo entry that is none": (stream) => assemble(stream.subarray(0, -1), op.BINGET(255), op.STOP),
  "an empty stack": (stream) => assemble(stream.subarray(0, -1), op.POP, op.POP, op.REDUCE, op.STOP),
  "text behind": (stream) => assemble(stream, Buffer.from("the end\n")),
  "zeros behind": (stream) => assemble(stream, new Uint8Array(512)),
};
