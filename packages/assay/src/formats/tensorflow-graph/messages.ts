/** Messages of SavedModels and graphs (tensorflow/core/protobuf and framework, .proto files of 2.20), and of Keras. */

import { memorySource } from "../../bytes/memory-source.ts";
import type { WireField } from "../../bytes/protobuf.ts";
import { WindowCursor } from "../../bytes/window-cursor.ts";
import { FormatError } from "../../model/errors.ts";
import { FaultLog } from "../shared/words.ts";
import {
  addOperator,
  DEEPEST,
  into,
  keepMetadata,
  type Message,
  type Reader,
  takeBytes,
  type Walk,
  walkMessage,
} from "./walk.ts";
import { FAULTS } from "./words.ts";

/** Bytes of a name. */
const LONGEST_NAME = 1_000;

/** Bytes of the shortest graph that is looked for in data, and its first tag. */
const LEAST_GRAPH = 8;
const NODE_TAG = 0x0a;

/** An operator's name. */
const OPERATOR = /^[A-Z_][\w>]*$/;

const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** `SavedModel`, `MetaGraphDef`, and the objects of one, of which Keras says what they were. */
export const SAVED_MODEL: Message = {
  2: into(() => ({ 2: into(() => GRAPH), 7: into(() => OBJECTS) })),
};
const OBJECTS: Message = { 1: into(() => ({ 4: into(() => ({ 3: keepMetadata })) })) };

/** `GraphDef`, `FunctionDefLibrary`, `FunctionDef`. */
export const GRAPH: Message = { 1: readNode, 2: into(() => ({ 1: readFunction })) };

/** `SavedMetadata` of Keras (`keras_metadata.pb`). */
export const METADATA: Message = { 1: into(() => ({ 5: keepMetadata })) };

async function readFunction(walk: Walk, { end }: WireField, depth: number): Promise<void> {
  walk.functions += 1;
  await walkMessage(walk, { 3: readNode }, { end, depth });
}

async function readNode(walk: Walk, { start, end }: WireField, depth: number): Promise<void> {
  const node: { operator: string; opens?: string } = { operator: "" };
  const note = (text: string): void => {
    if (/^\w+:\/\//.test(text)) node.opens ??= text;
  };
  const fields: Message = {
    2: async (_, field) => {
      node.operator = await takeName(walk, field);
    },
    5: into(() => ({ 2: into(() => listValue(note)) })),
  };
  await walkMessage(walk, fields, { end, depth });
  addOperator(walk, node.operator, { at: { start, end }, ...(node.opens === undefined ? {} : { opens: node.opens }) });
}

/** `AttrValue`, with its lists and functions, whose settings are values again. */
function listValue(note: (text: string) => void): Message {
  const text: Reader = async (walk, field, depth) => {
    const bytes = await takeBytes(walk, field);
    if (bytes === null) return;
    if (bytes.length <= LONGEST_NAME) note(UTF8.decode(bytes));
    await tryGraph(walk, { bytes, field }, depth);
  };
  const call = into(() => ({ 2: into(() => ({ 2: into(() => value) })) }));
  const list: Message = { 2: text, 8: into(() => TENSOR), 9: call };
  const value: Message = { 1: into(() => list), 2: text, 8: into(() => TENSOR), 10: call };
  return value;
}

/** `TensorProto`: numbers are opaque, and texts may be graphs (`DatasetFromGraph`). */
const TENSOR: Message = {
  4: async (walk, { start, end }) => {
    if (walk.within === undefined) walk.stretches.push({ start, end, as: "opaque-by-format" });
  },
  8: readGraphIn,
};

async function takeName(walk: Walk, { start, end }: WireField): Promise<string> {
  const bytes = Math.min(end - start, LONGEST_NAME);
  await walk.cursor.fill(bytes);
  return UTF8.decode(walk.cursor.take(bytes));
}

/** Walks a graph that is data of another one; data that is none is passed over. */
async function readGraphIn(walk: Walk, field: WireField, depth: number): Promise<void> {
  const bytes = await takeBytes(walk, field);
  if (bytes !== null) await tryGraph(walk, { bytes, field }, depth);
}

interface Data {
  readonly bytes: Uint8Array;
  readonly field: WireField;
}

async function tryGraph(walk: Walk, { bytes, field }: Data, depth: number): Promise<void> {
  if (bytes.length < LEAST_GRAPH || bytes[0] !== NODE_TAG) return;
  const within = walk.within ?? { start: field.start, end: field.end };
  const inner = startWalk(memoryCursor(bytes), { spend: walk.spend, within });
  if (!(await isGraph(inner, bytes.length, depth))) return;
  for (const { name, count, opens, at } of inner.operators.values()) {
    addOperator(walk, name, { at, ...(opens === undefined ? {} : { opens }) });
    walk.nodes += count - 1;
  }
  walk.functions += inner.functions;
  walk.cut += inner.cut;
  walk.unlisted += inner.unlisted;
  for (const { at } of inner.faults.list()) walk.faults.add("too-deep", { limit: DEEPEST }, at);
}

async function isGraph(walk: Walk, size: number, depth: number): Promise<boolean> {
  try {
    await walkMessage(walk, GRAPH, { end: size, depth });
  } catch (error) {
    if (error instanceof FormatError && (error.code === "bad-wire" || error.code === "cut-off"))
      return looksWhole(walk);
    throw error;
  }
  return looksWhole(walk);
}

/** Whether what was found are operators, and not what any bytes come to. */
export function looksWhole({ operators }: Walk): boolean {
  return operators.size > 0 && [...operators.keys()].every((name) => OPERATOR.test(name));
}

function memoryCursor(bytes: Uint8Array): WindowCursor {
  return new WindowCursor(memorySource(bytes), new AbortController().signal);
}

/** A walk that begins. */
export function startWalk(cursor: WindowCursor, parts: Pick<Walk, "spend" | "within">): Walk {
  return {
    cursor,
    faults: new FaultLog(FAULTS),
    operators: new Map(),
    metadata: [],
    stretches: [],
    nodes: 0,
    functions: 0,
    unlisted: 0,
    cut: 0,
    metadataBytes: 0,
    ...parts,
  };
}
