/** Reads an ONNX model on the wire: every graph and tensor is walked, no tensor's data is read. */

import { WindowCursor } from "../../bytes/window-cursor.ts";
import { FormatError } from "../../model/errors.ts";
import type { Facts, GraphFact, Span, WeightsFact } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource, Said } from "../../model/types.ts";
import { FaultLog, refusal, say } from "../shared/words.ts";
import { MOST_METADATA, walkModel } from "./graph.ts";
import { listForeign } from "./operators.ts";
import { LONGEST_TEXT, startWalk, type Walk } from "./walk.ts";
import { ERRORS, FAULTS, GAPS } from "./words.ts";

/** Versions of the IR so far (onnx.proto3, `Version`), with room for some to come. */
const NEWEST_IR = 32;

/** Tag of `ModelProto.producer_name`, which writers put behind the version. */
const PRODUCER = 0x12;

/**
 * Whether a file begins like a model: its IR version, then a name of its producer in letters. Other messages (a SavedModel, a
 * TFLite buffer) do not.
 */
export function looksLikeModel(head: Uint8Array): boolean {
  const [tag, version = 0, second, length = 0] = head;
  if (tag !== 0x08 || version < 3 || version > NEWEST_IR || second !== PRODUCER) return false;
  const name = String.fromCharCode(...head.subarray(4, 4 + length));
  return length > 1 && length < 0x80 && name.length === length && /^[\w .:+/-]+$/.test(name);
}

/** @throws FormatError with a code of {@link ERRORS} when it is no model. */
export async function readOnnx(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  const faults = new FaultLog(FAULTS);
  const spend = (count: number): void => ctx.spend("steps", count);
  const walk = startWalk({ cursor: new WindowCursor(source, ctx.signal), faults, spend });
  const broken = await walkAsFar(walk, size);
  if (!walk.isModel) throw refusal(ERRORS, "not-onnx", { found: broken?.message ?? "neither version nor graph" });
  const end = broken === null ? size : Math.min(broken.offset, size);
  if (broken !== null) faults.add("bad-wire", { what: broken.message }, { start: end, end: size });
  else checkWhole(walk, size);
  const found = faults.list();
  const isSound = found.every(({ severity }) => severity !== "error");
  return {
    facts: describe(walk, end),
    children: [],
    spans: listSpans(walk, { end, size, isSound }),
    faults: found,
    gaps: listGaps(walk),
  };
}

function listGaps({ omitted, unlisted, cut, uncounted }: Walk): readonly Said[] {
  const gaps: Said[] = [];
  if (omitted > 0) gaps.push(say(GAPS, "over-limit", { omitted, kept: MOST_METADATA }));
  if (unlisted > 0) gaps.push(say(GAPS, "unlisted", { count: unlisted }));
  if (cut > 0) gaps.push(say(GAPS, "cut-text", { count: cut, limit: LONGEST_TEXT }));
  if (uncounted > 0) gaps.push(say(GAPS, "uncounted", { count: uncounted }));
  return gaps;
}

/** IR version since which a model says which sets of operators it asks for (onnx.proto3, `opset_import`). */
const FIRST_WITH_OPSETS = 3;

/** What a file that ends between two of its fields has lost, and no field misses. */
function checkWhole({ faults, hasGraph, hasOpset, irVersion }: Walk, size: number): void {
  const at = { start: 0, end: size };
  if (irVersion === undefined) faults.add("no-version", {}, at);
  if (!hasGraph) faults.add("no-graph", {}, at);
  if (!hasOpset && (irVersion ?? 0) >= FIRST_WITH_OPSETS) faults.add("no-opset", {}, at);
}

async function walkAsFar(walk: Walk, size: number): Promise<FormatError | null> {
  try {
    await walkModel(walk, size);
    return null;
  } catch (error) {
    if (error instanceof FormatError && (error.code === "bad-wire" || error.code === "cut-off")) return error;
    throw error;
  }
}

function describe(walk: Walk, end: number): Facts {
  const { tensors, opsets, nodes, functions, irVersion, producer, metadata, external } = walk;
  const foreign = listForeign(walk);
  const dtypes = new Map<string, number>();
  for (const { type, elements } of tensors) dtypes.set(type, (dtypes.get(type) ?? 0) + elements);
  const weights: WeightsFact = {
    tensors: tensors.length,
    parameters: tensors.reduce((sum, { elements }) => sum + elements, 0),
    dtypes: Object.fromEntries(dtypes),
    bytes: tensors.reduce((sum, { bytes }) => sum + bytes, 0),
    names: tensors.map(({ name }) => name),
    metadata: Object.fromEntries(metadata),
    at: { start: 0, end },
  };
  const graph: GraphFact = {
    opsets: [...opsets.values()],
    domains: [...new Set(foreign.map(({ domain }) => domain))].sort(),
    ...(foreign.length === 0 ? {} : { foreign: foreign.map(({ domain, operator }) => ({ domain, name: operator })) }),
    nodes,
    functions,
    ...(irVersion === undefined ? {} : { irVersion }),
    ...(producer.name ? { producer: [producer.name, producer.version].filter(Boolean).join(" ") } : {}),
  };
  return { weights, graph, ...(external.size === 0 ? {} : { external: [...external.values()] }) };
}

interface Ends {
  readonly end: number;
  readonly size: number;
  readonly isSound: boolean;
}

/** Data is opaque inside proven bounds; where anything is wrong it counts as unread. */
function listSpans({ stretches }: Walk, { end, size, isSound }: Ends): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const stretch of stretches) {
    if (stretch.start < at || stretch.end > end) continue;
    if (stretch.start > at) spans.push({ start: at, end: stretch.start, as: "parsed" });
    spans.push(isSound ? stretch : { ...stretch, as: "unread" });
    at = stretch.end;
  }
  if (end > at) spans.push({ start: at, end, as: "parsed" });
  if (size > end) spans.push({ start: end, end: size, as: "unread" });
  return spans;
}
