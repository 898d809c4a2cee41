/**
 * The commonest operations, in one loop over variables of its own: most operations of any large pickle are done here. It does
 * only what lies whole inside of the window and of the frame, and leaves anything else to the functions that stand for each
 * operation, which also find out what is wrong.
 */

import { ATOM, KIND } from "./handle.ts";
import type { Machine } from "./machine.ts";
import { OP } from "./operations.ts";

/** Bytes of the longest of them without a string. */
const LONGEST = 9;

/** Bytes of an operation without a string: its code, and its argument. */
const WIDTHS: Uint8Array = new Uint8Array(256).fill(1);
WIDTHS[OP.BINFLOAT] = LONGEST;

/** Which of the four bytes behind the code are the argument. */
const MASKS: Int32Array = new Int32Array(256);
for (const [mask, width, codes] of [
  [0xff, 2, [OP.BININT1, OP.BINGET, OP.BINPUT, OP.SHORT_BINUNICODE]],
  [0xffff, 3, [OP.BININT2]],
  [-1, 5, [OP.BININT, OP.LONG_BINGET, OP.LONG_BINPUT, OP.BINUNICODE]],
] as const)
  for (const code of codes) {
    MASKS[code] = mask;
    WIDTHS[code] = width;
  }

/** Values that go into a tuple. */
const TAKEN: Uint8Array = new Uint8Array(256);
TAKEN[OP.TUPLE1] = 1;
TAKEN[OP.TUPLE2] = 2;
TAKEN[OP.TUPLE3] = 3;

/** Values that an operation pushes whatever follows. */
const PUSHED: Uint8Array = new Uint8Array(256);
PUSHED[OP.NONE] = ATOM.none;
PUSHED[OP.NEWTRUE] = ATOM.true;
PUSHED[OP.NEWFALSE] = ATOM.false;
PUSHED[OP.BINFLOAT] = ATOM.float;

/** Does operations until one comes that is not among these or is not as it should be. */
export function burst(machine: Machine): void {
  const { stack, marks, memo, used } = machine;
  const { bytes, base } = machine.window;
  const end = Math.min(bytes.length, machine.frameEnd - base);
  let { at, top, depth, left } = machine;
  at -= base;
  for (; at <= end - LONGEST && top < stack.length && depth < marks.length && left > 0; left--) {
    const code = bytes[at] as number;
    const argument = wordAt(bytes, at + 1) & (MASKS[code] as number);
    const taken = TAKEN[code] as number;
    let next = at + (WIDTHS[code] as number);
    let value = 0;
    let put = -1;
    switch (code) {
      case OP.BININT1:
      case OP.BININT2:
      case OP.BININT:
        value = argument * 16 + KIND.int;
        break;
      case OP.NONE:
      case OP.NEWTRUE:
      case OP.NEWFALSE:
      case OP.BINFLOAT:
        value = PUSHED[code] as number;
        break;
      case OP.SHORT_BINUNICODE:
      case OP.BINUNICODE:
        value = (base + at) * 16 + KIND.text;
        next += argument >>> 0;
        break;
      case OP.BINGET:
      case OP.LONG_BINGET:
        value = memo.get(argument >>> 0);
        break;
      case OP.MEMOIZE:
        put = memo.count;
        break;
      case OP.BINPUT:
      case OP.LONG_BINPUT:
        put = argument;
        break;
      case OP.MARK:
        marks[depth++] = machine.fence = top;
        break;
      case OP.EMPTY_TUPLE:
      case OP.TUPLE1:
      case OP.TUPLE2:
      case OP.TUPLE3:
        value = tupleOf(machine, top - taken, top);
        break;
    }
    if (next > end) break;
    if (value !== 0) {
      top -= taken;
      stack[top++] = value;
    } else if (put >= 0 && put <= NEAR && top > machine.fence) memo.put(put, stack[top - 1] as number);
    else if (code !== OP.MARK) break;
    used[code] = 1;
    at = next;
  }
  machine.at = base + at;
  machine.top = top;
  machine.depth = depth;
  machine.left = left;
}

/** A tuple of what stands on the stack in `[from, to)`; 0 where that is not all behind the last mark. */
function tupleOf(machine: Machine, from: number, to: number): number {
  return from >= machine.fence ? machine.tuple(from, to) : 0;
}

/** Memo indices that no loader minds. */
const NEAR = 2 ** 24;

/** Four bytes as a number with a sign, little-endian. */
function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}
