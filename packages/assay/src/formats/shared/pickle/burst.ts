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
for (const code of [OP.BININT1, OP.BINGET, OP.BINPUT, OP.SHORT_BINUNICODE]) WIDTHS[code] = 2;
for (const code of [OP.BININT, OP.LONG_BINGET, OP.LONG_BINPUT, OP.BINUNICODE]) WIDTHS[code] = 5;
WIDTHS[OP.BININT2] = 3;
WIDTHS[OP.BINFLOAT] = 9;

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
  const room = stack.length;
  let { at, top, depth, fence, left } = machine;
  at -= base;
  while (at <= end - LONGEST && top < room && depth < marks.length && left > 0) {
    const code = bytes[at] as number;
    let next = at + (WIDTHS[code] as number);
    let value = 0;
    let put = -1;
    switch (code) {
      case OP.BININT1:
        value = (bytes[at + 1] as number) * 16 + KIND.int;
        break;
      case OP.BININT2:
        value = ((bytes[at + 1] as number) | ((bytes[at + 2] as number) << 8)) * 16 + KIND.int;
        break;
      case OP.BININT:
        value = wordAt(bytes, at + 1) * 16 + KIND.int;
        break;
      case OP.NONE:
      case OP.NEWTRUE:
      case OP.NEWFALSE:
      case OP.BINFLOAT:
        value = PUSHED[code] as number;
        break;
      case OP.SHORT_BINUNICODE:
        value = (base + at) * 16 + KIND.text;
        next += bytes[at + 1] as number;
        break;
      case OP.BINUNICODE:
        value = (base + at) * 16 + KIND.text;
        next += wordAt(bytes, at + 1) >>> 0;
        break;
      case OP.BINGET:
        value = memo.get(bytes[at + 1] as number);
        break;
      case OP.LONG_BINGET:
        value = memo.get(wordAt(bytes, at + 1) >>> 0);
        break;
      case OP.MEMOIZE:
        put = memo.count;
        break;
      case OP.BINPUT:
        put = bytes[at + 1] as number;
        break;
      case OP.LONG_BINPUT:
        put = wordAt(bytes, at + 1);
        break;
      case OP.MARK:
        marks[depth++] = fence = top;
        break;
    }
    if (next > end) break;
    if (value !== 0) stack[top++] = value;
    else if (put >= 0 && put <= NEAR && top > fence) memo.put(put, stack[top - 1] as number);
    else if (code !== OP.MARK) break;
    used[code] = 1;
    at = next;
    left--;
  }
  machine.at = base + at;
  machine.top = top;
  machine.depth = depth;
  machine.fence = fence;
  machine.left = left;
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
