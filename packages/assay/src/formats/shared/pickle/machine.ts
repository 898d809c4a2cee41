/**
 * The state of a symbolic pickle machine: stack with marks, memo, frames, and what is known of containers. Nothing is run: a
 * call is counted and its value is a number that says which name was called. The machine is synchronous; where it needs bytes
 * that are not present it says so in its status, and does the operation again when they are.
 */

import type { Place } from "../../../model/facts.ts";
import type { Args, FaultLog } from "../words.ts";
import type { Globals } from "./globals.ts";
import { handleOf, instanceOf, KIND, numberOf, payloadOf } from "./handle.ts";
import { Kept } from "./kept.ts";
import { Memo } from "./memo.ts";
import { OPERATION_NAMES } from "./operations.ts";
import { sizeOfStep, stepOf } from "./sizes.ts";
import type { Tensors } from "./tensors.ts";
import { decodeSpot, numberInWindow, type Spot, spotAt, textInWindow } from "./text.ts";
import type { Window } from "./window.ts";
import type { PickleFault } from "./words.ts";

/** Values on the stack (8 bytes each), operations of one run, containers whose sizes are known, strings and bytes set aside. */
const STACK = 2 ** 20;
const OPERATIONS = 200_000_000;
const SIZES = 2 ** 22;
const ASIDE = 1_000;

/** Strings whose decoded form is kept, and how many of them are read from the source once more. */
const TEXTS = 4_096;
const FETCHES = 1_000;

/** Elements that an unfolded container may have, and how often more than the stream has bytes. */
const UNFOLDED = 1e8;
const PER_BYTE = 100;

/** Where a tuple's items are kept, in its payload; its size stands above. */
const PLACES = 2 ** 41;

/**
 * What the machine does or needs: `more`: bytes up to `wants` in the window; `text`: the string at `wants`; `line`: the end of
 * the line that is read, however far; `array`: the array behind the stand-in that was just built; `limit`: one was reached.
 */
export type Status = "running" | "more" | "text" | "line" | "array" | "stopped" | "broken" | "limit";

/** What machines of one run share. */
export interface Shared {
  readonly window: Window;
  readonly globals: Globals;
  readonly log: FaultLog<PickleFault>;
  readonly tensors: Tensors;
  /** How loaders are followed where they differ. */
  readonly way: Way;
}

/**
 * How loaders are followed where they differ: `joblib` takes arrays out of the stream, `plain` reads operations only, and
 * `dropping` takes an argument that goes on behind its frame from there, as older loaders in C do.
 */
export type Way = "joblib" | "plain" | "dropping";

/** An array of joblib that lies in the stream. */
export interface ArrayInStream {
  /** Bytes of its items; null where the items are a pickle of their own. */
  readonly bytes: number | null;
  /** Whether a count of padding bytes and those stand in front. */
  readonly isAligned: boolean;
}

/** One machine for a run of streams. */
export class Machine implements Shared {
  readonly window: Window;
  readonly globals: Globals;
  readonly log: FaultLog<PickleFault>;
  readonly tensors: Tensors;
  readonly way: Way;
  readonly isDropping: boolean;
  readonly kept: Kept = new Kept();
  readonly used: Uint8Array = new Uint8Array(256);
  /** Names registered for EXT1, EXT2 and EXT4 by their numbers. */
  readonly extensions: Map<number, number> = new Map();
  /** Bytes that a call reads as a pickle, and other bytes that begin like one. */
  readonly nested: Spot[] = [];
  readonly inert: Spot[] = [];
  /** Numpy types, by their numbers as containers, whose fields hold objects. */
  readonly objectTypes: Set<number> = new Set();
  /** What `weights_only` does not take beside names and operations. */
  readonly refused: Set<string> = new Set();
  memo: Memo = new Memo(0);
  stack: Float64Array = new Float64Array(256);
  top = 0;
  marks: Int32Array = new Int32Array(64);
  depth = 0;
  /** Place of the stack below which nothing may be taken: the last mark. */
  fence = 0;
  protocol = 0;
  /** Highest protocol of all streams. */
  highest = 0;
  /** Offset of the operation that is next, of the stream's first one, and of the next byte of the argument that is read. */
  at = 0;
  start = 0;
  cursor = 0;
  /** Offset where the frame ends that is read; infinite where none is. */
  frameEnd: number = Number.POSITIVE_INFINITY;
  /** Operations that may still be done. */
  left: number = OPERATIONS;
  status: Status = "running";
  wants = 0;
  /** Why reading stopped at a limit. */
  limit = "";
  array: ArrayInStream | null = null;
  isStraddled = false;
  /** Whether a value was used that a full memo did not keep. */
  isForgetful = false;
  #numbers = 0;
  #sizes: Float32Array = new Float32Array(256);
  readonly #texts = new Map<number, string>();
  /** The string that was wanted last, which mostly is the one that is wanted next. */
  #last = { value: 0, text: "" };
  readonly #odd: Spot[] = [];
  #fetches = 0;
  readonly #said = new Set<string>();

  constructor({ window, globals, log, tensors, way }: Shared) {
    this.window = window;
    this.globals = globals;
    this.log = log;
    this.tensors = tensors;
    this.way = way;
    this.isDropping = way === "dropping";
  }

  /** Begins a stream. */
  begin(at: number): void {
    if (this.memo.count > 0) this.memo = new Memo(0);
    this.top = 0;
    this.depth = 0;
    this.fence = 0;
    this.protocol = 0;
    this.at = at;
    this.start = at;
    this.frameEnd = Number.POSITIVE_INFINITY;
    this.status = "running";
  }

  /** Makes room for the memo of a stream of so many bytes, before it begins. */
  expect(bytes: number): void {
    this.memo = new Memo(bytes);
  }

  get operations(): number {
    return OPERATIONS - this.left;
  }

  /** Name of the operation that is done. */
  get operation(): string {
    return OPERATION_NAMES[this.window.bytes[this.at - this.window.base] ?? 0] ?? "?";
  }

  /** Place from the operation to the end of its argument, as far as that was read. */
  get place(): Place {
    return { start: this.at, end: Math.min(this.window.size, Math.max(this.cursor, this.at + 1)) };
  }

  /** Index in the window of the next `count` bytes of the argument; -1 where the operation has to wait or ends the stream. */
  take(count: number): number {
    const { window } = this;
    if (this.isDropping && this.cursor < this.frameEnd && this.cursor + count > this.frameEnd)
      this.cursor = this.frameEnd;
    const end = this.cursor + count;
    if (end > window.base + window.bytes.length) {
      this.waitFor(end);
      return -1;
    }
    const index = this.cursor - window.base;
    this.cursor = end;
    return index;
  }

  /** Goes on behind the next `count` bytes of the argument, present or not; false where the file ends before. */
  skip(count: number): boolean {
    if (this.cursor + count > this.window.size) {
      this.fail("cut-off", { operation: this.operation });
      return false;
    }
    this.cursor += count;
    return true;
  }

  /** Waits until the window holds what stands before `end`; the stream ends where the file does. */
  waitFor(end: number): void {
    if (end > this.window.size) this.fail("cut-off", { operation: this.operation });
    else {
      this.status = "more";
      this.wants = end;
    }
  }

  /** Whether `count` values can be taken off the stack; the stream ends where they cannot. */
  has(count: number): boolean {
    if (this.top - count >= this.fence) return true;
    this.fail("bad-stack", { operation: this.operation });
    return false;
  }

  /** The value so many places below the top, 1 for the top. */
  peek(depth: number): number {
    return this.stack[this.top - depth] as number;
  }

  push(value: number): void {
    if (this.top >= this.stack.length && !this.makeRoom()) return;
    this.stack[this.top++] = value;
  }

  /** Puts a value in the place of the `count` topmost ones. */
  replace(count: number, value: number): void {
    this.top -= count;
    this.push(value);
  }

  /** Lets the stack grow; false where it may not. */
  makeRoom(): boolean {
    if (this.stack.length >= STACK) {
      this.stop("the stack holds more than 1,048,576 values");
      return false;
    }
    const grown = new Float64Array(this.stack.length * 4);
    grown.set(this.stack);
    this.stack = grown;
    return true;
  }

  mark(): void {
    if (this.depth >= this.marks.length) {
      if (this.depth >= STACK) {
        this.stop("the stack holds more than 1,048,576 marks");
        return;
      }
      const grown = new Int32Array(this.marks.length * 4);
      grown.set(this.marks);
      this.marks = grown;
    }
    this.marks[this.depth++] = this.top;
    this.fence = this.top;
  }

  /** Place of the stack behind the last mark; -1 where there is none, which ends the stream. */
  markAt(): number {
    if (this.depth > 0) return this.fence;
    this.fail("bad-stack", { operation: this.operation });
    return -1;
  }

  /** Takes the last mark and what stands behind it off the stack. */
  popMark(): void {
    this.top = this.fence;
    this.depth--;
    this.fence = this.depth === 0 ? 0 : (this.marks[this.depth - 1] as number);
  }

  /** Ends the stream: a loader raises here. */
  fail(code: PickleFault, args: Args): void {
    this.log.add(code, args, this.place);
    this.status = "broken";
  }

  /** Stops at a limit. */
  stop(what: string): void {
    this.limit = what;
    this.status = "limit";
  }

  /** Says something of the operation that is done. */
  say(code: PickleFault, args: Args): void {
    this.log.add(code, args, this.place);
  }

  /** Says something that is said once for a run. */
  sayOnce(code: PickleFault, args: Args): void {
    if (this.#said.has(code)) return;
    this.#said.add(code);
    this.say(code, args);
  }

  /** A new list, dictionary or set. */
  container(kind: number): number {
    return handleOf(kind, this.#numbers++);
  }

  /** What a call of a name gave, with its arguments. */
  instance(global: number, place: number): number {
    const number = this.#numbers++;
    if (place >= 0) this.kept.assign(number, place);
    return instanceOf(global, number);
  }

  /** A tuple of what stands on the stack in `[from, to)`. */
  tuple(from: number, to: number): number {
    const step = stepOf(1 + this.sum(from, to));
    return handleOf(KIND.tuple, step * PLACES + this.kept.keep(this.stack, from, to));
  }

  /** Place of the items of a tuple, list, dictionary, set or of an instance's arguments; -1 where they are not kept. */
  placeOf(value: number): number {
    const kind = value & 15;
    if (kind === KIND.tuple) return payloadOf(value) % PLACES;
    return kind >= KIND.list && kind <= KIND.instance ? this.kept.placeOf(numberOf(value)) : -1;
  }

  /** Item of a tuple, or argument of what was called; 0 where it has none or it was not kept. */
  itemOf(value: number, index: number): number {
    return this.kept.itemAt(this.placeOf(value), index);
  }

  /** Puts what stands on the stack in `[from, to)` into a container. */
  fill(container: number, from: number, to: number): void {
    const number = numberOf(container);
    this.kept.add(number, this.stack, { from, to });
    while (number >= this.#sizes.length && this.#sizes.length < SIZES) {
      const grown = new Float32Array(this.#sizes.length * 4);
      grown.set(this.#sizes);
      this.#sizes = grown;
    }
    if (number < this.#sizes.length) {
      const size = (this.#sizes[number] as number) + this.sum(from, to);
      this.#sizes[number] = size;
      if (size > UNFOLDED) this.checkUnfolded(size);
    }
  }

  /** Elements of what stands on the stack in `[from, to)`, unfolded; names among them are held from now on. */
  sum(from: number, to: number): number {
    const { stack } = this;
    let size = to - from;
    for (let index = from; index < to; index++) {
      const value = stack[index] as number;
      if ((value & 15) >= KIND.tuple) size += this.#sizeOf(value);
      else if ((value & 15) === KIND.global) this.globals.hold(payloadOf(value));
    }
    return size;
  }

  checkUnfolded(size: number): void {
    if (size > UNFOLDED && size > PER_BYTE * (this.at - this.start)) this.sayOnce("unfolds", { count: UNFOLDED });
  }

  #sizeOf(value: number): number {
    const kind = value & 15;
    if (kind === KIND.tuple) return sizeOfStep(Math.floor(payloadOf(value) / PLACES));
    return kind <= KIND.instance ? (this.#sizes[numberOf(value)] ?? 0) : 0;
  }

  /** A string or bytes that stand in `[start, end)`, as the value of the operation that is done. */
  spot(kind: number, prefix: number, { start, end }: { readonly start: number; readonly end: number }): number {
    if (start === this.at + 1 + prefix) return handleOf(kind, this.at);
    if (this.#odd.length >= ASIDE) return handleOf(KIND.unnamed, 0);
    const code = this.window.bytes[this.at - this.window.base] ?? 0;
    this.#odd.push({ code, start, end });
    return handleOf(kind, -this.#odd.length);
  }

  /** A string; undefined where the operation has to wait for it. */
  text(value: number): string | undefined {
    if (value === this.#last.value) return this.#last.text;
    const text = this.#texts.get(value) ?? this.glance(value);
    if (text === undefined) this.#fetch(value);
    else this.#remember(value, text);
    return text;
  }

  /** A string as far as it is present. */
  glance(value: number): string | undefined {
    const near = value >= 0 ? textInWindow(this.window, payloadOf(value)) : undefined;
    const known = near ?? this.#texts.get(value);
    if (known !== undefined) return known;
    const spot = this.#find(value);
    return spot === undefined ? undefined : decodeSpot(this.window, spot);
  }

  /** A string, as a number where it is one of few digits; undefined where the operation has to wait for it. */
  shortKey(value: number): string | number | undefined {
    const number = value >= 0 ? numberInWindow(this.window, payloadOf(value)) : -1;
    if (number >= 0) return number;
    const text = this.text(value);
    return text !== undefined && /^(?:0|[1-9][0-9]{0,5})$/.test(text) ? Number(text) : text;
  }

  /** Where a string or bytes stand; undefined where the operation has to wait for them. */
  spotOf(value: number): Spot | undefined {
    const spot = this.#find(value);
    if (spot === undefined) this.#fetch(value);
    return spot;
  }

  #find(value: number): Spot | undefined {
    const payload = payloadOf(value);
    return payload < 0 ? this.#odd[-payload - 1] : spotAt(this.window, payload);
  }

  #remember(value: number, text: string): void {
    this.#last = { value, text };
    if (this.#texts.size >= TEXTS) this.#texts.clear();
    this.#texts.set(value, text);
  }

  #fetch(value: number): void {
    if (this.#fetches++ >= FETCHES) {
      this.stop("names are put together from strings all over the file");
      return;
    }
    const payload = payloadOf(value);
    this.status = "text";
    this.wants = payload < 0 ? (this.#odd[-payload - 1]?.start ?? 0) : payload;
  }

  /** Goes on behind a pickle inside of this one. */
  absorb(inner: Machine): void {
    this.at = inner.at;
    this.left = inner.left;
    this.limit = inner.limit;
    this.highest = Math.max(this.highest, inner.highest);
    this.isStraddled ||= inner.isStraddled;
    this.isForgetful ||= inner.isForgetful;
    for (const [code, isUsed] of inner.used.entries()) if (isUsed === 1) this.used[code] = 1;
    for (const what of inner.refused) this.refused.add(what);
    for (const spot of inner.nested) this.setAside(this.nested, spot);
    for (const spot of inner.inert) this.setAside(this.inert, spot);
    if (inner.status !== "stopped") this.status = inner.status;
  }

  /** Lets the operation that waited be done again. */
  resume(): void {
    this.status = "running";
  }

  /** Sets bytes aside that are a pickle to a call, or that begin like one. */
  setAside(list: Spot[], spot: Spot): void {
    if (list.length < ASIDE) list.push(spot);
    else if (list === this.nested) this.stop("more than 1,000 pickles lie in the bytes of one");
  }
}
