/** Reads arrays as NumPy saves them, one or several in a file, and proves the bounds of their data. */

import { sliceSource } from "../../bytes/memory-source.ts";
import { FormatError } from "../../model/errors.ts";
import type { ArrayFact, Fault, PickleFact, Reading, Span } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource, Said } from "../../model/types.ts";
import { readPickles } from "../shared/pickle/read-pickles.ts";
import { FaultLog, say } from "../shared/words.ts";
import { type Header, isMagic, readHeader } from "./header.ts";
import { FAULTS, type FaultCode, GAPS } from "./words.ts";

/** Arrays of one file, which `numpy.save` writes behind each other where it is handed an open file. */
const MOST_ARRAYS = 10_000;

/** What was read so far. */
interface Draft {
  readonly arrays: ArrayFact[];
  readonly spans: Span[];
  readonly faults: FaultLog<FaultCode>;
  /** Of pickles. */
  readonly found: Fault[];
  readonly gaps: Said[];
  readonly children: Reading[];
  pickle?: PickleFact;
  /** Offset behind what was read. */
  end: number;
}

/** @throws FormatError with a code of `ERRORS`. */
export async function readNumpy(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const draft: Draft = {
    arrays: [],
    spans: [],
    faults: new FaultLog(FAULTS),
    found: [],
    gaps: [],
    children: [],
    end: 0,
  };
  await readArray(draft, source, { header: await readHeader(source, 0, ctx), ctx });
  while (draft.end < source.size && (await readNext(draft, source, ctx)));
  if (draft.end < source.size) await probeRest(draft, source, ctx);
  const { arrays, pickle, spans, faults, found, gaps, children } = draft;
  return {
    facts: { arrays, ...(pickle === undefined ? {} : { pickle }) },
    children,
    spans,
    faults: [...faults.list(), ...found],
    gaps,
  };
}

interface Opened {
  readonly header: Header;
  readonly ctx: ReadContext;
}

async function readArray(draft: Draft, source: ByteSource, { header, ctx }: Opened): Promise<void> {
  const { dtype, shape, data } = header;
  const start = draft.end;
  ctx.spend("steps", 1);
  draft.spans.push({ start, end: data, as: "parsed" });
  draft.end = data;
  const elements = shape.reduce((product, one) => product * one, 1);
  if (dtype.hasObjects) await readObjects(draft, source, ctx);
  else if (dtype.bytes === null) await passOver(draft, source, { header, ctx });
  else placeData(draft, source, { start: data, bytes: elements * dtype.bytes });
  const end = Math.min(draft.end, source.size);
  draft.arrays.push({ dtype: dtype.name, shape, bytes: end - data, at: { start, end } });
}

interface Stretch {
  readonly start: number;
  readonly bytes: number;
}

function placeData(draft: Draft, { size }: ByteSource, { start, bytes }: Stretch): void {
  const expected = start + bytes;
  const at = { start, end: size };
  if (!Number.isSafeInteger(expected)) draft.faults.add("size-overflow", {}, at);
  else if (expected > size) draft.faults.add("missing-bytes", { size, expected }, at);
  const isSound = expected <= size;
  draft.end = Math.min(expected, size);
  if (draft.end > start) draft.spans.push({ start, end: draft.end, as: isSound ? "opaque-by-format" : "unread" });
}

/** Objects are a pickle, which loaders read where they are told to. */
async function readObjects(draft: Draft, source: ByteSource, ctx: ReadContext): Promise<void> {
  const read = await readPickles(source, ctx, { start: draft.end });
  draft.pickle ??= read.fact;
  draft.spans.push(...read.spans);
  draft.found.push(...read.faults);
  draft.gaps.push(...read.gaps);
  draft.children.push(...read.children);
  draft.end = read.end;
}

/** How long data of a type is that is not known nobody can say: what it looks like is read by who knows it. */
async function passOver(draft: Draft, source: ByteSource, { header, ctx }: Opened): Promise<void> {
  draft.gaps.push(say(GAPS, "unknown-type", { type: header.dtype.name }));
  await descend(draft, source, ctx);
}

/** Reads the array behind the last one; false where there is none. */
async function readNext(draft: Draft, source: ByteSource, ctx: ReadContext): Promise<boolean> {
  const start = draft.end;
  if (draft.arrays.length >= MOST_ARRAYS || draft.pickle !== undefined) return false;
  if (!isMagic(await source.read(start, Math.min(source.size, start + 6), ctx.signal))) return false;
  try {
    await readArray(draft, source, { header: await readHeader(source, start, ctx), ctx });
    return true;
  } catch (error) {
    if (!(error instanceof FormatError) || error.code === "over-limit") throw error;
    const args = { index: draft.arrays.length, what: error.message };
    draft.faults.add("bad-array", args, { start, end: source.size });
    return false;
  }
}

async function probeRest(draft: Draft, source: ByteSource, ctx: ReadContext): Promise<void> {
  const { size } = source;
  const { end } = draft;
  draft.faults.add("trailing-bytes", { count: size - end, size, expected: end }, { start: end, end: size });
  await descend(draft, source, ctx);
}

async function descend(draft: Draft, source: ByteSource, ctx: ReadContext): Promise<void> {
  const { end: start } = draft;
  const { size: end } = source;
  if (end === start) return;
  draft.children.push(...(await ctx.descend(sliceSource(source, start, end), "trailing-bytes")));
  draft.spans.push({ start, end, as: "unread" });
  draft.end = end;
}
