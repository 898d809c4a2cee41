/** Arguments of a gadget as opcodes. */

import { assemble, op, type Piece } from "../../../../packages/assay/test/support/pickle.ts";
import type { Argument, Gadget } from "../gadgets.ts";

/** Any protocol. */
export const ANY = [0, 1, 2, 3, 4, 5] as const;
/** Protocols at which a dotted name is walked along. */
export const WITH_DOTS = [4, 5] as const;
/** Protocols at which names of Python 2 are read as today's. */
export const WITH_OLD_NAMES = [0, 1, 2] as const;

/** Pushes one argument. */
export function push(value: Argument): Piece {
  if (value === null) return assemble(op.NONE);
  if (typeof value === "number") return op.BININT(value);
  if (typeof value === "string") return op.BINUNICODE(value);
  return assemble(op.MARK, ...value.map(push), op.LIST);
}

/** Pushes a tuple of values that are opcodes. */
export function tuple(...values: readonly Piece[]): Piece {
  if (values.length === 0) return assemble(op.EMPTY_TUPLE);
  const short = [op.TUPLE1, op.TUPLE2, op.TUPLE3][values.length - 1];
  return short === undefined ? assemble(op.MARK, ...values, op.TUPLE) : assemble(...values, short);
}

/** Pushes the tuple of a gadget's arguments. */
export function argumentsOf({ args }: Gadget): Piece {
  return tuple(...args.map(push));
}

/** Calls what these opcodes push. */
export function call(callable: Piece, ...values: readonly Piece[]): Piece {
  return assemble(callable, tuple(...values), op.REDUCE);
}
