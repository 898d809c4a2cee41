/** Reads graphs of TensorFlow on the wire: which operators they call, in every function and in every graph inside. */

import { memorySource } from "../../bytes/memory-source.ts";
import { WindowCursor } from "../../bytes/window-cursor.ts";
import { FormatError } from "../../model/errors.ts";
import type { Facts, Reading, Span } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource, Said } from "../../model/types.ts";
import { refusal, say } from "../shared/words.ts";
import { GRAPH, looksWhole, METADATA, SAVED_MODEL, startWalk } from "./messages.ts";
import { LONGEST_TEXT, type Message, MOST_OPERATORS, type Walk, walkMessage } from "./walk.ts";
import { ERRORS, GAPS } from "./words.ts";

/** A way to read a file, and where it broke off. */
interface Way {
  readonly walk: Walk;
  readonly broken: FormatError | null;
}

/** @throws FormatError with a code of {@link ERRORS}. */
export async function readGraph(source: ByteSource, ctx: ReadContext): Promise<Read> {
  // What the file is for, its name says, and a loader may take any: a graph inside of a SavedModel is no graph by itself.
  const ways = [await readAs(SAVED_MODEL, source, ctx), await readAs(GRAPH, source, ctx)].filter(isPlausible);
  const asMetadata =
    ways.length > 0 ? [] : [await readAs(METADATA, source, ctx)].filter(({ walk }) => walk.metadata.length > 0);
  const [first, ...others] = [...ways, ...asMetadata];
  if (first === undefined) throw refusal(ERRORS, "not-graph", { found: "no operator is called in it" });
  const { walk, broken } = first;
  const end = broken === null ? source.size : Math.min(broken.offset, source.size);
  if (broken !== null) walk.faults.add("bad-wire", { what: broken.message }, { start: end, end: source.size });
  for (const other of others) adopt(walk, other.walk);
  return {
    facts: describe(walk),
    children: await readMetadata(walk, ctx),
    spans: listSpans(walk.stretches, end, source.size),
    faults: walk.faults.list(),
    gaps: listGaps(walk),
  };
}

async function readAs(message: Message, source: ByteSource, ctx: ReadContext): Promise<Way> {
  // Fields that are read as what Keras says were paid for when they were read as those of a graph.
  const spend = (count: number): void => (message === METADATA ? undefined : ctx.spend("steps", count));
  const walk = startWalk(new WindowCursor(source, ctx.signal), { spend });
  try {
    await walkMessage(walk, message, { end: source.size, depth: 0 });
    return { walk, broken: null };
  } catch (error) {
    if (error instanceof FormatError && (error.code === "bad-wire" || error.code === "cut-off"))
      return { walk, broken: error };
    throw error;
  }
}

function isPlausible({ walk }: Way): boolean {
  return looksWhole(walk);
}

function adopt(walk: Walk, other: Walk): void {
  for (const [name, fact] of other.operators) if (!walk.operators.has(name)) walk.operators.set(name, fact);
}

function describe({ operators, nodes, functions }: Walk): Facts {
  if (operators.size === 0) return {};
  return { operators: [...operators.values()], graph: { opsets: [], domains: [], nodes, functions } };
}

async function readMetadata({ metadata }: Walk, ctx: ReadContext): Promise<readonly Reading[]> {
  const children: Reading[] = [];
  for (const bytes of metadata)
    if (bytes[0] === OPEN_OBJECT) children.push(...(await ctx.descend(memorySource(bytes), "keras_metadata")));
  return children;
}

const OPEN_OBJECT = 0x7b;

function listGaps({ unlisted, cut }: Walk): readonly Said[] {
  const gaps: Said[] = [];
  if (unlisted > 0) gaps.push(say(GAPS, "unlisted", { count: unlisted, kept: MOST_OPERATORS }));
  if (cut > 0) gaps.push(say(GAPS, "cut-text", { count: cut, limit: LONGEST_TEXT }));
  return gaps;
}

function listSpans(stretches: readonly Span[], end: number, size: number): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const stretch of stretches) {
    if (stretch.start < at || stretch.end > end || stretch.end === stretch.start) continue;
    if (stretch.start > at) spans.push({ start: at, end: stretch.start, as: "parsed" });
    spans.push(stretch);
    at = stretch.end;
  }
  if (end > at) spans.push({ start: at, end, as: "parsed" });
  if (size > end) spans.push({ start: end, end: size, as: "unread" });
  return spans;
}
