/** Opcodes by what they are for: texts, and ways into and out of the memo. */

import { op, type Piece } from "../../../packages/assay/test/support/pickle.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");

/** Opcodes that push a text, by name; each takes ASCII. */
export const STRINGS: Readonly<Record<string, (text: string) => Piece>> = {
  STRING: (text) => op.STRING(`'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`),
  UNICODE: (text) => op.UNICODE(text.replaceAll("\\", "\\u005c")),
  BINSTRING: (text) => op.BINSTRING(bytes(text)),
  SHORT_BINSTRING: (text) => op.SHORT_BINSTRING(bytes(text)),
  BINUNICODE: op.BINUNICODE,
  SHORT_BINUNICODE: op.SHORT_BINUNICODE,
  BINUNICODE8: op.BINUNICODE8,
};

/** Pairs of opcodes that put the top of the stack into the memo at an index, and get it back. */
export const MEMOS: Readonly<Record<string, readonly [put: (index: number) => Piece, get: (index: number) => Piece]>> =
  {
    PUT: [op.PUT, op.GET],
    BINPUT: [op.BINPUT, op.BINGET],
    LONG_BINPUT: [op.LONG_BINPUT, op.LONG_BINGET],
    "BINPUT, GET": [op.BINPUT, op.GET],
    "PUT, LONG_BINGET": [op.PUT, op.LONG_BINGET],
  };
