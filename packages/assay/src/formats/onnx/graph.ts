/** Walks a model: its settings, graphs, functions, and the tensors in all of them. */

import type { WireField } from "../../bytes/protobuf.ts";
import { FormatError } from "../../model/errors.ts";
import { DEEPEST, type Message, passOver, type Reader, type Readers, walkMessage } from "./message.ts";
import { countVersion, listCall, listFunction, listOpset } from "./operators.ts";
import { ANNOTATION, DEVICES, NODE_DEVICES, PAIR, passes, TYPE, VALUE_INFO, walkFloats, walkNumbers } from "./parts.ts";
import { readPair, readTensor } from "./tensor.ts";
import { readText, type Tensor, type Walk } from "./walk.ts";

/** Tensors that are read; exporters of large models write some 10,000. */
const MOST_TENSORS = 1_000_000;

/** Entries of metadata that are kept. */
export const MOST_METADATA = 1_000;

/** Fields of `ModelProto` (onnx.proto3). */
const MODEL: Message = {
  numbers: {
    1: (walk, { value, start, end }) => {
      const version = countVersion(walk, value, { start, end });
      if (version !== null) walk.irVersion = version;
      walk.isModel = true;
    },
  },
  bytes: {
    2: async (walk, field) => {
      walk.producer.name = await readText(walk, field);
    },
    3: async (walk, field) => {
      walk.producer.version = await readText(walk, field);
    },
    7: (walk, field) => {
      walk.isModel = true;
      walk.hasGraph = true;
      return readGraph(walk, field, 1);
    },
    8: (walk, field) => {
      walk.hasOpset = true;
      return readOpset(walk, field);
    },
    14: readMetadata,
    20: (walk, { end }) => walkMessage(walk, TRAINING, { end, depth: 1 }),
    25: readFunction,
    26: passes(DEVICES),
  },
  once: new Set([7]),
};

/** Fields of `TrainingInfoProto`, `SparseTensorProto` and `AttributeProto`. */
const TRAINING: Message = {
  bytes: { 1: readGraph, 2: readGraph, 3: passes(PAIR), 4: passes(PAIR) },
  once: new Set([1, 2]),
};
const SPARSE_OF_NODE: Message = sparse(addTensor);
const ATTRIBUTE: Message = {
  bytes: {
    5: addTensor,
    6: readGraph,
    7: walkFloats,
    8: walkNumbers,
    10: addTensor,
    11: readGraph,
    14: passes(TYPE),
    15: passes(TYPE),
    22: readSparse,
    23: readSparse,
  },
  once: new Set([5, 6, 22]),
};

/** Values are tensors of the model; indices only say where they stand, and may lie in a file of their own. */
function sparse(addValues: Reader): Message {
  const addIndices: Reader = async (walk, field) => {
    const tensor = await takeTensor(walk, field);
    if (tensor !== null) noteFile(walk, tensor);
  };
  return { bytes: { 1: addValues, 2: addIndices, 3: walkNumbers }, once: new Set([1, 2]) };
}

/** Walks the whole file. @throws FormatError `bad-wire` or `cut-off` where it breaks off. */
export async function walkModel(walk: Walk, size: number): Promise<void> {
  await walkMessage(walk, MODEL, { end: size, depth: 0 });
}

async function readGraph(walk: Walk, field: WireField, depth: number): Promise<void> {
  if (depth > DEEPEST) {
    passOver(walk, "too-deep", field);
    return;
  }
  const names = new Set<string>();
  const addInitializer: Reader = async (_, { start, end, ...rest }) => {
    const name = (await addTensor(walk, { ...rest, start, end }))?.name ?? "";
    if (name !== "" && names.has(name)) walk.faults.add("duplicate-name", { name }, { start, end });
    names.add(name);
  };
  const sparseInitializer = sparse(addInitializer);
  const bytes: Readers = {
    1: readNode,
    5: addInitializer,
    11: passes(VALUE_INFO),
    12: passes(VALUE_INFO),
    13: passes(VALUE_INFO),
    14: passes(ANNOTATION),
    16: passes(PAIR),
    15: (_, { end }) => walkMessage(walk, sparseInitializer, { end, depth }),
  };
  await walkMessage(walk, { bytes }, { end: field.end, depth });
}

async function readNode(walk: Walk, { end }: WireField, depth: number): Promise<void> {
  walk.nodes += 1;
  const call = { operator: "", domain: "", overload: "" };
  const bytes: Readers = {
    4: setText(call, "operator"),
    5: readAttribute,
    7: setText(call, "domain"),
    8: setText(call, "overload"),
    9: passes(PAIR),
    10: passes(NODE_DEVICES),
  };
  await walkMessage(walk, { bytes }, { end, depth });
  listCall(walk, call);
}

async function readFunction(walk: Walk, { end }: WireField): Promise<void> {
  walk.functions += 1;
  const call = { operator: "", domain: "", overload: "" };
  const bytes: Readers = {
    1: setText(call, "operator"),
    7: readNode,
    9: readOpset,
    10: setText(call, "domain"),
    11: readAttribute,
    12: passes(VALUE_INFO),
    14: passes(PAIR),
    13: setText(call, "overload"),
  };
  await walkMessage(walk, { bytes }, { end, depth: 1 });
  listFunction(walk, call);
}

/** Keeps the text of a field; of several the last. */
function setText<Key extends string>(into: Record<Key, string>, key: Key): Reader {
  return async (walk, field) => {
    into[key] = await readText(walk, field);
  };
}

async function readAttribute(walk: Walk, { end }: WireField, depth: number): Promise<void> {
  await walkMessage(walk, ATTRIBUTE, { end, depth: depth + 1 });
}

async function readSparse(walk: Walk, { end }: WireField, depth: number): Promise<void> {
  await walkMessage(walk, SPARSE_OF_NODE, { end, depth });
}

/** Counts a tensor among those of the model. Null, with a fault, where it contradicts itself. */
async function addTensor(walk: Walk, field: WireField): Promise<Tensor | null> {
  const tensor = await takeTensor(walk, field);
  if (tensor === null) return null;
  walk.tensors.push(tensor);
  noteFile(walk, tensor);
  return tensor;
}

async function takeTensor(walk: Walk, field: WireField): Promise<Tensor | null> {
  if (walk.taken >= MOST_TENSORS) {
    walk.faults.add("too-many-tensors", { limit: MOST_TENSORS }, { start: field.start, end: field.end });
    throw new FormatError("bad-wire", "tensors beyond the limit are not read", { offset: field.start });
  }
  walk.taken += 1;
  const tensor = await readTensor(walk, field);
  if (tensor === null) return null;
  const { bytes, elements, name, at } = tensor;
  walk.bytes += bytes;
  walk.elements += elements;
  // Data beside the model may be said to be of any size.
  if (Number.isSafeInteger(walk.bytes) && Number.isSafeInteger(walk.elements)) return tensor;
  walk.faults.add("size-overflow", { name }, at);
  return null;
}

/** Adds a tensor to what the file beside the model holds in which its data lies. */
function noteFile({ external }: Walk, { beside, bytes, at }: Tensor): void {
  if (beside === undefined) return;
  const { location, end } = beside;
  const before = external.get(location) ?? { location, tensors: 0, bytes: 0, end: 0, at };
  const { tensors } = before;
  external.set(location, {
    ...before,
    tensors: tensors + 1,
    bytes: before.bytes + bytes,
    end: Math.max(before.end, end),
  });
}

async function readOpset(walk: Walk, { start, end }: WireField): Promise<void> {
  const opset = { domain: "", version: 0n };
  const message: Message = {
    bytes: { 1: setText(opset, "domain") },
    numbers: {
      2: (_, { value }) => {
        opset.version = value;
      },
    },
  };
  await walkMessage(walk, message, { end, depth: 0 });
  const version = countVersion(walk, opset.version, { start, end });
  if (version !== null) listOpset(walk, { domain: opset.domain, version });
}

async function readMetadata(walk: Walk, field: WireField): Promise<void> {
  const { metadata, faults } = walk;
  const { key, value } = await readPair(walk, field);
  if (metadata.has(key)) faults.add("duplicate-key", { key }, { start: field.start, end: field.end });
  if (metadata.has(key) || metadata.size < MOST_METADATA) metadata.set(key, value);
  else walk.omitted += 1;
}
