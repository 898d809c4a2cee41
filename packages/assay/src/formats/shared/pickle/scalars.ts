/** Operations that push numbers, strings and bytes. */

import { ATOM, handleOf, KIND } from "./handle.ts";
import type { Machine } from "./machine.ts";
import { OP, PREFIX } from "./operations.ts";
import { readLength, utf8 } from "./text.ts";

/** Digits of a number in text (CPython's default for int(), sys.int_info), and bytes of any other line that is a name. */
const LONGEST_NUMBER = 4_300;
const LONGEST_LINE = 64 << 10;

/** Bytes in which a whole number is kept as it is. */
const LONGEST_INT = 6;

/** Pushes a fixed value. */
export function pushAtom(value: number): (machine: Machine) => void {
  return (machine) => machine.push(value);
}

/** BININT1, BININT2 and BININT: a little-endian number in so many bytes; that in four has a sign. */
export function pushInt(bytes: 1 | 2 | 4): (machine: Machine) => void {
  return (machine) => {
    const value = takeNumber(machine, bytes);
    if (value >= 0) machine.push(handleOf(KIND.int, bytes === 4 ? value | 0 : value));
  };
}

/** Takes an unsigned number; -1 where the operation has to wait or ends the stream. */
export function takeNumber(machine: Machine, bytes: number): number {
  const index = machine.take(bytes);
  return index < 0 ? -1 : readLength(machine.window.bytes, index, bytes);
}

/** BINFLOAT. */
export function pushBinFloat(machine: Machine): void {
  if (machine.take(8) >= 0) machine.push(ATOM.float);
}

/** LONG1 and LONG4: a number in as many bytes as stand in front of it. */
export function pushLong(machine: Machine): void {
  const count = takeCount(machine);
  if (count < 0) return;
  if (count > LONGEST_INT) {
    if (machine.skip(count)) machine.push(ATOM.long);
    return;
  }
  const index = machine.take(count);
  if (index < 0) return;
  const value = readLength(machine.window.bytes, index, count);
  const isNegative = count > 0 && ((machine.window.bytes[index + count - 1] as number) & 0x80) !== 0;
  machine.push(handleOf(KIND.int, isNegative ? value - 256 ** count : value));
}

/** The count in front of an argument; -1 where the operation has to wait or ends the stream. */
function takeCount(machine: Machine): number {
  const { bytes, base } = machine.window;
  const code = bytes[machine.at - base] as number;
  const count = takeNumber(machine, PREFIX[code] as number);
  const isSigned = code === OP.LONG4 || code === OP.BINSTRING;
  if (!isSigned || count < 2 ** 31) return count;
  machine.fail("bad-argument", { operation: machine.operation });
  return -1;
}

/** Strings and bytes with their length in front; they stay where they are. */
export function pushCounted(kind: number): (machine: Machine) => void {
  return (machine) => {
    const { bytes, base } = machine.window;
    const code = bytes[machine.at - base] as number;
    const count = takeCount(machine);
    if (count < 0) return;
    // Loaders in C join what bytes lie before and behind a frame's end, and drop the first part of anything else.
    const joins = kind === KIND.bytes;
    if (machine.isDropping && !joins && machine.cursor < machine.frameEnd && machine.cursor + count > machine.frameEnd)
      machine.cursor = machine.frameEnd;
    const start = machine.cursor;
    if (!machine.skip(count)) return;
    if (kind === KIND.bytes) noteInert(machine, code, { start, end: machine.cursor });
    machine.push(machine.spot(kind, PREFIX[code] as number, { start, end: machine.cursor }));
  };
}

/** Shortest pickle that imports something. */
const SHORTEST = 8;

function noteInert(machine: Machine, code: number, { start, end }: { start: number; end: number }): void {
  if (end - start < SHORTEST) return;
  const head = machine.window.look(start, 2);
  if (head?.[0] === OP.PROTO && (head[1] as number) <= 5) machine.setAside(machine.inert, { code, start, end });
}

/** Takes a line; undefined where the operation has to wait, ends the stream or reaches a limit. */
export function takeLine(machine: Machine, longest: number = LONGEST_LINE): Uint8Array | undefined {
  const { window } = machine;
  const from = machine.cursor - window.base;
  const end = window.bytes.indexOf(0x0a, from);
  const isOpen =
    end < 0 || (machine.isDropping && machine.cursor < machine.frameEnd && end + window.base >= machine.frameEnd);
  if (isOpen) return waitForLine(machine, { end, longest });
  if (end - from > longest) {
    machine.stop(`${machine.operation} has a line of more than ${longest} bytes`);
    return undefined;
  }
  machine.cursor = window.base + end + 1;
  return window.bytes.subarray(from, end);
}

function waitForLine(
  machine: Machine,
  { end, longest }: { readonly end: number; readonly longest: number },
): Uint8Array | undefined {
  const { window } = machine;
  if (
    machine.isDropping &&
    machine.cursor < machine.frameEnd &&
    machine.frameEnd <= window.base + window.bytes.length
  ) {
    machine.cursor = machine.frameEnd;
    return takeLine(machine, longest);
  }
  const present = window.base + window.bytes.length;
  if (end < 0 && present - machine.cursor > longest)
    machine.stop(`${machine.operation} has a line of more than ${longest} bytes`);
  else machine.waitFor(present + 1);
  return undefined;
}

/** INT and LONG: a number in text. `00` and `01` of INT are booleans. */
export function pushTextNumber(machine: Machine): void {
  const line = takeLine(machine, LONGEST_NUMBER);
  if (line === undefined) return;
  const text = utf8(line);
  if (text === "00" || text === "01") machine.push(text === "00" ? ATOM.false : ATOM.true);
  else if (!NUMBER.test(text)) machine.fail("bad-argument", { operation: machine.operation });
  else machine.push(keepNumber(readNumber(text)));
}

/** What int() takes with base 0, and the L of Python 2. */
const NUMBER = /^\s*[+-]?(?:0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|[0-9_]+)L?\s*$/;

function readNumber(text: string): number {
  const value = Number(text.replace(/[_L\s+-]/g, ""));
  return text.includes("-") ? -value : value;
}

function keepNumber(value: number): number {
  return Math.abs(value) < 2 ** 47 ? handleOf(KIND.int, value) : ATOM.long;
}

/** FLOAT: a number in text. */
export function pushTextFloat(machine: Machine): void {
  const line = takeLine(machine, LONGEST_NUMBER);
  if (line === undefined) return;
  if (Number.isNaN(Number(utf8(line))) && !/nan|inf/i.test(utf8(line)))
    machine.fail("bad-argument", { operation: machine.operation });
  else machine.push(ATOM.float);
}

/** STRING and UNICODE: text up to the line's end, however far that is. */
export function pushTextLine(machine: Machine): void {
  const { window } = machine;
  if (machine.isDropping && machine.frameEnd !== Number.POSITIVE_INFINITY) {
    dropLine(machine);
    return;
  }
  const end = window.bytes.indexOf(0x0a, machine.cursor - window.base);
  if (end < 0) machine.status = "line";
  else finishLine(machine, window.base + end);
}

/** Pushes the text of a line, whose end is known. */
export function finishLine(machine: Machine, end: number): void {
  const start = machine.cursor;
  machine.cursor = end + 1;
  machine.push(machine.spot(KIND.text, 0, { start, end }));
}

/** A line that may go on behind its frame, whose first part is dropped then. */
function dropLine(machine: Machine): void {
  const line = takeLine(machine);
  if (line === undefined) return;
  const end = machine.cursor - 1;
  machine.push(machine.spot(KIND.text, 0, { start: end - line.length, end }));
}

/** PERSID: a name by which the loading program is asked for an object. */
export function pushPersistent(machine: Machine): void {
  if (takeLine(machine) === undefined) return;
  machine.say("persistent-object", { operation: machine.operation });
  machine.push(ATOM.outside);
}

/** NEXT_BUFFER: a buffer that the loading program hands in. */
export function pushBuffer(machine: Machine): void {
  machine.push(ATOM.outside);
}
