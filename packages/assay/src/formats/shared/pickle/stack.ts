/** Operations on stack and memo. */

import { ATOM } from "./handle.ts";
import type { Machine } from "./machine.ts";
import { takeLine, takeNumber } from "./scalars.ts";
import { utf8 } from "./text.ts";

/** MARK. */
export function pushMark(machine: Machine): void {
  machine.mark();
}

/** POP: the topmost value, or the last mark where nothing stands behind it. */
export function pop(machine: Machine): void {
  if (machine.depth > 0 && machine.top === machine.fence) machine.popMark();
  else if (machine.has(1)) machine.top--;
}

/** POP_MARK. */
export function popMark(machine: Machine): void {
  if (machine.markAt() >= 0) machine.popMark();
}

/** DUP. */
export function duplicate(machine: Machine): void {
  if (machine.has(1)) machine.push(machine.peek(1));
}

/** BINPUT and LONG_BINPUT. */
export function putBinary(bytes: 1 | 4): (machine: Machine) => void {
  return (machine) => {
    const index = takeNumber(machine, bytes);
    if (index >= 0) put(machine, index);
  };
}

/** PUT. */
export function putText(machine: Machine): void {
  const index = takeIndex(machine);
  if (index >= 0) put(machine, index);
}

/** MEMOIZE: the next free index is how many there are. */
export function memoize(machine: Machine): void {
  put(machine, machine.memo.count);
}

/** How far above the count of entries an index may lie before a loader in C reserves memory in vain. */
const FAR = 2 ** 24;

function put(machine: Machine, index: number): void {
  if (!machine.has(1)) return;
  if (index > FAR + 16 * machine.memo.count) machine.sayOnce("memo-index", { index });
  machine.memo.put(index, machine.peek(1));
}

/** BINGET and LONG_BINGET. */
export function getBinary(bytes: 1 | 4): (machine: Machine) => void {
  return (machine) => {
    const index = takeNumber(machine, bytes);
    if (index >= 0) get(machine, index);
  };
}

/** GET. */
export function getText(machine: Machine): void {
  const index = takeIndex(machine);
  if (index >= 0) get(machine, index);
}

function get(machine: Machine, index: number): void {
  const value = machine.memo.get(index);
  if (value !== 0) machine.push(value);
  else if (machine.memo.isFull) {
    machine.isForgetful = true;
    machine.push(ATOM.forgotten);
  } else machine.fail("bad-memo", { operation: machine.operation, index });
}

function takeIndex(machine: Machine): number {
  const line = takeLine(machine, LONGEST_INDEX);
  if (line === undefined) return -1;
  const text = utf8(line);
  if (/^\s*\+?[0-9]+\s*$/.test(text)) return Number(text);
  machine.fail("bad-argument", { operation: machine.operation });
  return -1;
}

const LONGEST_INDEX = 4_300;

/** TUPLE1, TUPLE2 and TUPLE3. */
export function tupleOf(count: number): (machine: Machine) => void {
  return (machine) => {
    if (machine.has(count)) machine.replace(count, machine.tuple(machine.top - count, machine.top));
  };
}

/** EMPTY_TUPLE. */
export function emptyTuple(machine: Machine): void {
  machine.push(machine.tuple(machine.top, machine.top));
}

/** TUPLE. */
export function tupleOfMark(machine: Machine): void {
  const from = machine.markAt();
  if (from < 0) return;
  const tuple = machine.tuple(from, machine.top);
  machine.popMark();
  machine.push(tuple);
}

/** EMPTY_LIST, EMPTY_DICT and EMPTY_SET. */
export function emptyContainer(kind: number): (machine: Machine) => void {
  return (machine) => machine.push(machine.container(kind));
}

/** LIST, DICT and FROZENSET. */
export function containerOfMark(kind: number): (machine: Machine) => void {
  return (machine) => {
    const from = machine.markAt();
    if (from < 0) return;
    const container = machine.container(kind);
    machine.fill(container, from, machine.top);
    machine.popMark();
    machine.push(container);
  };
}
