/** Small files that ask for much: memory, depth, or bytes that come out of few. */

import { deflateSync, gzipSync, zstdCompressSync } from "node:zlib";

import { assemble, op, type Piece, push } from "../../../packages/assay/test/support/pickle.ts";
import { writeZip } from "../../../packages/assay/test/support/zip-shape.ts";
import { writeBzip2 } from "../generate/bzip2.ts";

/** Names of files and how each is made. */
export type Bombs = Readonly<Record<string, () => Uint8Array>>;

const pickle = (...pieces: readonly Piece[]): Piece => assemble(op.PROTO(4), ...pieces, op.STOP);
const times = (count: number, piece: Piece): Piece => Buffer.alloc(count * piece.length, piece);
const many = (count: number, make: (at: number) => Piece): Piece =>
  Buffer.concat(Array.from({ length: count }, (_, at) => make(at)));
const ZEROS = 512 << 20;
const text = (words: string): Uint8Array => Buffer.from(words, "latin1");

/** Entries of the memo in `memo.pkl`: more than are kept. */
export const MEMO_ENTRIES = 5_500_000;

/** Ten lists in each of so many lists in lists. */
function laugh(depth: number): Piece {
  const level = (at: number): Piece =>
    assemble(op.EMPTY_LIST, op.BINPUT(at), op.MARK, ...Array<Piece>(10).fill(op.BINGET(at - 1)), op.APPENDS);
  return assemble(op.EMPTY_LIST, op.BINPUT(0), ...Array.from({ length: depth }, (_, at) => level(at + 1)));
}

/** All of them. */
export const BOMBS: Bombs = {
  "memo.pkl": () => pickle(times(MEMO_ENTRIES, assemble(op.NONE, op.MEMOIZE, op.POP)), op.NONE),
  "memo-of-texts.pkl": () => pickle(times(2_000_000, assemble(push("owl"), op.MEMOIZE, op.POP)), op.NONE),
  "far-entries.pkl": () =>
    pickle(
      many(200_000, (at) => assemble(op.NONE, op.LONG_BINPUT(at * 9_973), op.POP)),
      op.NONE,
    ),
  "laughs.pkl": () => pickle(laugh(100)),
  "duplicates.pkl": () => pickle(op.EMPTY_LIST, times(60, assemble(op.DUP, op.DUP, op.TUPLE3))),
  "marks.pkl": () => assemble(op.PROTO(4), times(10_000_000, op.MARK)),
  "stack.pkl": () => assemble(op.PROTO(4), times(20_000_000, op.NONE), op.STOP),
  "lists.pkl": () => pickle(times(5_000_000, op.EMPTY_LIST), times(4_999_999, op.APPEND)),
  "tuples.pkl": () => pickle(op.NONE, times(10_000_000, op.TUPLE1)),
  "calls.pkl": () =>
    pickle(op.GLOBAL("collections", "OrderedDict"), times(5_000_000, assemble(op.EMPTY_TUPLE, op.REDUCE))),
  "names.pkl": () =>
    pickle(
      many(300_000, (at) => assemble(op.GLOBAL(`owl${at}`, `hoot${at}`), op.POP)),
      op.NONE,
    ),
  "long-name.pkl": () => pickle(op.GLOBAL("o".repeat(20 << 20), "w".repeat(20 << 20))),
  "digits.pkl": () => pickle(op.INT("9".repeat(20 << 20))),
  "number.pkl": () => pickle(op.LONG4(new Uint8Array(40 << 20).fill(0x7f))),
  "line.pkl": () => pickle(op.UNICODE("\\u006f".repeat(5 << 20))),
  "no-line.pkl": () => assemble(text("c"), Buffer.alloc(60 << 20, "a")),
  "stated-length.pkl": () => pickle(op.BINBYTES8("owl", 2n ** 62n)),
  "frames.pkl": () => pickle(times(3_000_000, op.FRAME(0)), op.NONE),
  "pickles.pkl": () => times(4_000_000, assemble(op.NONE, op.STOP)),
  "nested.pkl": () => nestPickles(200),
  "zeros.npz": () => writeZip({ members: [{ name: "a.npy", content: Buffer.alloc(ZEROS), isDeflated: true }] }),
  "zeros.pt": () => writeZip({ members: [{ name: "m/data.pkl", content: Buffer.alloc(ZEROS), isDeflated: true }] }),
  "nones.pt": () =>
    writeZip({ members: [{ name: "m/data.pkl", content: Buffer.alloc(ZEROS, op.NONE), isDeflated: true }] }),
  "zeros.pkl.gz": () => gzipSync(Buffer.alloc(ZEROS)),
  "nones.pkl.gz": () => gzipSync(Buffer.alloc(ZEROS, op.NONE)),
  "twice.pkl.gz": () => gzipSync(gzipSync(Buffer.alloc(ZEROS))),
  "zeros.joblib": () => deflateSync(Buffer.alloc(ZEROS)),
  "zeros.pkl.zst": () => zstdCompressSync(Buffer.alloc(ZEROS)),
  "zeros.pkl.bz2": () => writeBzip2(Buffer.alloc(4 << 20)),
  "members.zip": () =>
    writeZip({ members: Array.from({ length: 60_000 }, (_, at) => ({ name: `m/${at}`, content: text("owl") })) }),
  "names.zip": () =>
    writeZip({
      members: Array.from({ length: 2_000 }, (_, at) => ({ name: `${"n".repeat(60_000)}${at}`, content: text("") })),
    }),
  "matryoshka.zip": () => nestZips(40),
  "header.safetensors": () => jsonHeader(90 << 20),
  "deep.json": () => times(50 << 20, text("[")),
  "deep.yaml": () => times(5 << 20, text("- ")),
  "long.txt": () => Buffer.alloc(100 << 20, "owl "),
  "braces.jinja": () => times(2 << 20, text("{{ (")),
  "header.npy": () =>
    assemble(text("\x93NUMPY\x02\x00"), Buffer.from([0xff, 0xff, 0xff, 0x7f]), Buffer.alloc(40 << 20, "(")),
};

function nestPickles(depth: number): Piece {
  let made: Piece = pickle(op.NONE);
  for (let n = 0; n < depth; n++) made = pickle(op.GLOBAL("pickle", "loads"), op.BINBYTES(made), op.TUPLE1, op.REDUCE);
  return made;
}

function nestZips(depth: number): Uint8Array {
  let made: Uint8Array = Buffer.from(pickle(op.NONE));
  for (let n = 0; n < depth; n++)
    made = writeZip({ members: [{ name: "owl.zip", content: made, isDeflated: n % 2 === 0 }] });
  return made;
}

function jsonHeader(size: number): Uint8Array {
  const head = Buffer.alloc(8);
  head.writeBigUInt64LE(BigInt(size));
  const body = Buffer.alloc(size, " ");
  body.write(`{"__metadata__":{${'"a":"b",'.repeat(1)}"c":"d"}`, 0, "latin1");
  body.fill('"o', 30, size - 1);
  return Buffer.concat([head, body]);
}
