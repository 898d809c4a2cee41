/** Reads pickles in a source: what they import and call, what tensors they describe, and where they end. Nothing is run. */

import { memorySource, sliceSource } from "../../../bytes/memory-source.ts";
import type { Fault, PickleFact, Reading, Span, WeightsFact } from "../../../model/facts.ts";
import type { ReadContext } from "../../../model/plugin.ts";
import type { ByteSource, Said } from "../../../model/types.ts";
import { FaultLog, say } from "../words.ts";
import { lookAtHead } from "./begins-pickle.ts";
import { drive } from "./drive.ts";
import { Globals, isImportable } from "./globals.ts";
import { Machine, type Way } from "./machine.ts";
import { type Storage, Tensors } from "./tensors.ts";
import { decodeSpot, type Spot } from "./text.ts";
import { listRefused } from "./weights-only.ts";
import { Window } from "./window.ts";
import { PICKLE_FAULTS, PICKLE_GAPS, type PickleFault } from "./words.ts";

/** Where reading begins and how far it goes. */
export interface Stretch {
  /** Offset of the first pickle. */
  readonly start: number;
  /** Pickles that are read, one behind the other; all that there are where it is left out. */
  readonly most?: number;
}

/** What was read. */
export interface PickleRead {
  readonly fact: PickleFact;
  /** Left out where no tensor is described. */
  readonly weights?: WeightsFact;
  /** Lists the storages of tensors that it asks for, in the order of their first mention. */
  readonly storages: () => readonly Storage[];
  /** Offset behind the last pickle that was read, or where reading stopped. */
  readonly end: number;
  /** Whether the last of them ended as it should. */
  readonly isWhole: boolean;
  /** Everything from the start to the end. */
  readonly spans: readonly Span[];
  readonly children: readonly Reading[];
  /** Codes are those of `PICKLE_FAULTS`. */
  readonly faults: readonly Fault[];
  /** Codes are those of `PICKLE_GAPS`. */
  readonly gaps: readonly Said[];
}

/** Files that are read into memory at once, so that each way to read them costs no further read. */
const SMALL = 1 << 20;

/** Bytes at the end of a pickle that are tried as the beginning of another one. */
const HEAD = 4_096;

/** Pickles of one file. */
const MOST_STREAMS = 10_000;

/**
 * Reads pickles one behind the other, from an offset of a source on: the whole of a file, or the one that another format holds
 * there (`most: 1`) and whose `end` it wants to know. Every format that calls this has the codes of `PICKLE_FAULTS` and
 * `PICKLE_GAPS` among its own words, and hands `children`, `faults` and `gaps` on. Spans cover `[start, end)`.
 * @throws FormatError of the source, and `over-limit` where the release has used its steps up.
 */
export async function readPickles(source: ByteSource, ctx: ReadContext, stretch: Stretch): Promise<PickleRead> {
  const near = source.size <= SMALL ? memorySource(await source.read(0, source.size, ctx.signal)) : source;
  const log = new FaultLog(PICKLE_FAULTS);
  const pass = await readOneWay(near, ctx, { stretch, way: "joblib", log });
  const { machine, streams } = pass;
  ctx.spend("steps", machine.globals.count + machine.tensors.count);
  if (machine.isStraddled) await readOtherWay(near, ctx, { stretch, way: "dropping", first: pass, log });
  if (pass.arrays.length > 0) await readOtherWay(near, ctx, { stretch, way: "plain", first: pass, log });
  const gaps: Said[] = [];
  if (machine.status === "limit")
    gaps.push(say(PICKLE_GAPS, "over-limit", { offset: machine.at, what: machine.limit }));
  if (machine.isForgetful) gaps.push(say(PICKLE_GAPS, "memo-full"));
  const children = await readNested(near, ctx, { machine, gaps });
  await noteInert(near, ctx, { machine, log });
  const end = Math.min(machine.at, source.size);
  const at = { start: stretch.start, end };
  const weights = machine.tensors.fact(at);
  const operations = [...listRefused(machine.used), ...machine.refused];
  const missing = machine.globals.missing();
  return {
    fact: {
      streams,
      operations: machine.operations,
      protocol: machine.highest,
      globals: machine.globals.list(),
      weightsOnly: {
        loads: pass.isWhole && missing.length === 0 && operations.length === 0,
        missing,
        operations,
      },
      at,
    },
    ...(weights === undefined ? {} : { weights }),
    storages: () => machine.tensors.storages(),
    end,
    isWhole: pass.isWhole,
    spans: splitSpans(stretch.start, end, pass.arrays),
    children,
    faults: log.list(),
    gaps,
  };
}

interface Ask {
  readonly stretch: Stretch;
  readonly way: Way;
  readonly log: FaultLog<PickleFault>;
}

interface Pass {
  readonly machine: Machine;
  readonly streams: number;
  readonly arrays: readonly Span[];
  readonly isWhole: boolean;
}

async function readOneWay(source: ByteSource, ctx: ReadContext, { stretch, way, log }: Ask): Promise<Pass> {
  const window = new Window(source, ctx.signal);
  const machine = new Machine({ window, globals: new Globals(), tensors: new Tensors(), log, way });
  machine.expect(source.size - stretch.start);
  const most = Math.min(stretch.most ?? MOST_STREAMS, MOST_STREAMS);
  const arrays: Span[] = [];
  let streams = 0;
  let next = stretch.start;
  while (next >= 0) {
    await drive(machine, next, arrays);
    streams++;
    if (machine.status !== "stopped" || streams >= most) break;
    next = await findNext(window, machine.at);
  }
  return { machine, streams, arrays, isWhole: machine.status === "stopped" };
}

/** Offset of a pickle behind another one, right there or behind padding; -1 where there is none. */
async function findNext(window: Window, end: number): Promise<number> {
  let at = end;
  for (;;) {
    if (at >= window.size) return -1;
    await window.move(at, Math.min(window.size, at + 1));
    const bytes = window.bytes.subarray(at - window.base);
    const padding = bytes.findIndex((byte) => !isPadding(byte));
    at += padding < 0 ? bytes.length : padding;
    if (padding >= 0) break;
  }
  const until = Math.min(window.size, at + HEAD);
  await window.move(at, until);
  const head = window.bytes.subarray(at - window.base, until - window.base);
  const looks = lookAtHead(head, window.size - at, "behind");
  return looks === "naming" || looks === "data" ? at : -1;
}

function isPadding(byte: number): boolean {
  return byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** Reads the same stretch as other loaders do, and says so where they import something else. */
async function readOtherWay(
  source: ByteSource,
  ctx: ReadContext,
  { stretch, way, first, log }: Ask & { readonly first: Pass },
): Promise<void> {
  const silent = new FaultLog(PICKLE_FAULTS);
  const { machine } = await readOneWay(source, ctx, { stretch, way, log: silent });
  const { globals } = first.machine;
  const before = globals.count;
  for (const other of machine.globals.list()) if (isImportable(other)) globals.adopt(other);
  if (globals.count === before) return;
  const names = globals
    .list()
    .slice(before)
    .map(({ module, name }) => `${module}.${name}`);
  const at = { start: stretch.start, end: Math.min(source.size, Math.max(machine.at, first.machine.at)) };
  log.add(way === "dropping" ? "frame-divergence" : "array-divergence", { names: names.join(", ") }, at);
}

/** Bytes written as text that are unpacked in memory. */
const LONGEST_UNPACKED = 64 << 10;

async function readNested(
  source: ByteSource,
  ctx: ReadContext,
  { machine, gaps }: { readonly machine: Machine; readonly gaps: Said[] },
): Promise<readonly Reading[]> {
  const children: Reading[] = [];
  for (const spot of machine.nested) {
    const child = await open(source, ctx, spot);
    if (child === null) gaps.push(say(PICKLE_GAPS, "not-unpacked", { count: spot.end - spot.start }));
    else if (spot.text !== "string" || (await isPickle(child, ctx)))
      children.push(...(await ctx.descend(child, `bytes-at-${spot.start}.pkl`)));
  }
  return children;
}

/** The bytes of a spot as a source; null where they are text and too long to be unpacked. */
async function open(source: ByteSource, ctx: ReadContext, spot: Spot): Promise<ByteSource | null> {
  const { start, end, text: form } = spot;
  if (form === undefined) return sliceSource(source, start, end);
  if (end - start > LONGEST_UNPACKED) return null;
  const window = new Window(source, ctx.signal);
  await window.move(start, end);
  const text = decodeSpot(window, spot) ?? "";
  return memorySource(Uint8Array.from(text, (char) => char.charCodeAt(0)));
}

/** A string that is given where bytes are asked for may be a path. */
async function isPickle(child: ByteSource, ctx: ReadContext): Promise<boolean> {
  return lookAtHead(await child.read(0, Math.min(HEAD, child.size), ctx.signal), child.size) !== "no";
}

/** Bytes that begin like a pickle and that are tried. */
const MOST_TRIED = 64;

async function noteInert(
  source: ByteSource,
  ctx: ReadContext,
  { machine, log }: { readonly machine: Machine; readonly log: FaultLog<PickleFault> },
): Promise<void> {
  const read = new Set(machine.nested.map(({ start }) => start));
  for (const { start, end } of machine.inert.slice(0, MOST_TRIED)) {
    if (read.has(start)) continue;
    const head = await source.read(start, Math.min(end, start + HEAD), ctx.signal);
    if (lookAtHead(head, end - start) === "naming") log.add("hidden-pickle", {}, { start, end });
  }
}

function splitSpans(start: number, end: number, arrays: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  let next = start;
  for (const array of arrays) {
    spans.push({ start: next, end: array.start, as: "parsed" }, array);
    next = array.end;
  }
  return [...spans, { start: next, end: Math.max(next, end), as: "parsed" }];
}
