/** Reads an ONNX model on the wire: every graph and tensor is walked, no tensor's data is read. */

import { WindowCursor } from "../../bytes/window-cursor.ts";
import { FormatError } from "../../model/errors.ts";
import type { ExternalFact, Facts, GraphFact, Span, WeightsFact } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource, Said } from "../../model/types.ts";
import { FaultLog, refusal, say } from "../shared/words.ts";
import { MOST_METADATA, walkModel } from "./graph.ts";
import type { Tensor, Walk } from "./walk.ts";
import { ERRORS, FAULTS, GAPS } from "./words.ts";

/** Versions of the IR so far (onnx.proto3, `Version`), with room for some to come. */
const NEWEST_IR = 32;

/** Tags of `ModelProto` that writers put behind the version: producer, domain, opsets, graph. */
const SECOND_TAGS: ReadonlySet<number> = new Set([0x12, 0x3a, 0x42]);

/**
 * Whether a file begins like a model: its IR version, then a name of its producer in letters, or a graph whose bytes begin
 * with a node. Other messages (a SavedModel, a TFLite buffer) do not.
 */
export function looksLikeModel(head: Uint8Array): boolean {
  const [tag, version = 0, second = 0, length = 0] = head;
  if (tag !== 0x08 || version < 3 || version > NEWEST_IR || !SECOND_TAGS.has(second)) return false;
  if (second !== 0x12) return false;
  const name = String.fromCharCode(...head.subarray(4, 4 + length));
  return length > 1 && length < 0x80 && name.length === length && /^[\w .:+/-]+$/.test(name);
}

/** @throws FormatError with a code of {@link ERRORS} when it is no model. */
export async function readOnnx(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  const faults = new FaultLog(FAULTS);
  const walk: Walk = {
    cursor: new WindowCursor(source, ctx.signal),
    faults,
    spend: (count) => ctx.spend("steps", count),
    tensors: [],
    domains: new Set(),
    opsets: [],
    metadata: new Map(),
    producer: {},
    nodes: 0,
    functions: 0,
    omitted: 0,
    counted: 0,
    uncounted: 0,
    isModel: false,
  };
  const broken = await walkAsFar(walk, size);
  if (!walk.isModel) throw refusal(ERRORS, "not-onnx", { found: broken?.message ?? "neither version nor graph" });
  const end = broken === null ? size : Math.min(broken.offset, size);
  if (broken !== null) faults.add("bad-wire", { what: broken.message }, { start: end, end: size });
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

function listGaps({ omitted, uncounted }: Walk): readonly Said[] {
  const gaps: Said[] = [];
  if (omitted > 0) gaps.push(say(GAPS, "over-limit", { omitted, kept: MOST_METADATA }));
  if (uncounted > 0) gaps.push(say(GAPS, "uncounted", { count: uncounted }));
  return gaps;
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
  const { tensors, opsets, domains, nodes, functions, irVersion, producer, metadata } = walk;
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
    opsets,
    domains: [...domains].sort(),
    nodes,
    functions,
    ...(irVersion === undefined ? {} : { irVersion }),
    ...(producer.name ? { producer: [producer.name, producer.version].filter(Boolean).join(" ") } : {}),
  };
  const external = listExternal(tensors);
  return { weights, graph, ...(external.length === 0 ? {} : { external }) };
}

/** The files beside the model, in the order in which tensors name them. */
function listExternal(tensors: readonly Tensor[]): readonly ExternalFact[] {
  const files = new Map<string, ExternalFact>();
  for (const { location, bytes, at } of tensors) {
    if (location === undefined) continue;
    const before = files.get(location) ?? { location, tensors: 0, bytes: 0, at };
    files.set(location, { ...before, tensors: before.tensors + 1, bytes: before.bytes + bytes });
  }
  return [...files.values()];
}

interface Ends {
  readonly end: number;
  readonly size: number;
  readonly isSound: boolean;
}

/** Raw data is opaque inside proven bounds; where anything is wrong it counts as unread. */
function listSpans({ tensors }: Walk, { end, size, isSound }: Ends): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const { raw } of tensors) {
    if (raw === undefined || raw.start < at || raw.end > end) continue;
    if (raw.start > at) spans.push({ start: at, end: raw.start, as: "parsed" });
    spans.push({ ...raw, as: isSound ? "opaque-by-format" : "unread" });
    at = raw.end;
  }
  if (end > at) spans.push({ start: at, end, as: "parsed" });
  if (size > end) spans.push({ start: end, end: size, as: "unread" });
  return spans;
}
