/** Walks a model: its settings, graphs, functions, and the tensors in all of them. */

import { nextField, type WireField } from "../../bytes/protobuf.ts";
import { FormatError } from "../../model/errors.ts";
import { readPair, readTensor } from "./tensor.ts";
import { readText, type Walk } from "./walk.ts";

/** Graphs in graphs: bodies of loops and branches; the deepest of known models have four. */
const DEEPEST = 32;

/** Tensors that are read; exporters of large models write some 10,000. */
const MOST_TENSORS = 1_000_000;

/** Domains and sets of operators that are kept, and entries of metadata. */
const MOST_DOMAINS = 1_000;
export const MOST_METADATA = 1_000;

type Reader = (walk: Walk, field: WireField, depth: number) => Promise<unknown>;
type Readers = Readonly<Record<number, Reader>>;

/** Reads the fields of a message that there is a reader for and passes over the others. */
async function walkMessage(
  walk: Walk,
  readers: Readers,
  within: { readonly end: number; readonly depth: number },
): Promise<void> {
  const { cursor } = walk;
  const { end, depth } = within;
  for (let field = await nextField(cursor, end); field !== null; field = await nextField(cursor, end)) {
    const reader = field.kind === "fixed" ? undefined : readers[field.number];
    if (reader !== undefined) await reader(walk, field, depth);
    if (field.kind === "bytes") cursor.skip(field.end - cursor.at);
  }
}

/** Fields of `ModelProto` (onnx.proto3). */
const MODEL: Readers = {
  1: async (walk, { value, kind }) => {
    if (kind === "number") walk.irVersion = Number(value);
    walk.isModel = true;
  },
  2: async (walk, field) => {
    walk.producer.name = await textOf(walk, field);
  },
  3: async (walk, field) => {
    walk.producer.version = await textOf(walk, field);
  },
  7: (walk, field) => {
    walk.isModel = true;
    return readGraph(walk, field, 1);
  },
  8: readOpset,
  14: readMetadata,
  20: (walk, field) => walkBytes(walk, TRAINING, { field, depth: 1 }),
  25: async (walk, field) => {
    walk.functions += 1;
    await walkBytes(walk, FUNCTION, { field, depth: 1 });
  },
};

/** Fields of `TrainingInfoProto`, `FunctionProto`, `SparseTensorProto`, `NodeProto` and `AttributeProto`. */
const TRAINING: Readers = { 1: readGraph, 2: readGraph };
const FUNCTION: Readers = { 7: readNode, 9: readOpset, 11: readAttribute };
const SPARSE: Readers = { 1: addTensor };
const NODE: Readers = { 5: readAttribute, 7: addDomain };
const ATTRIBUTE: Readers = {
  5: addTensor,
  6: readGraph,
  10: addTensor,
  11: readGraph,
  22: readSparse,
  23: readSparse,
};

/** Walks the whole file. @throws FormatError `bad-wire` or `cut-off` where it breaks off. */
export async function walkModel(walk: Walk, size: number): Promise<void> {
  await walkMessage(walk, MODEL, { end: size, depth: 0 });
}

async function walkBytes(
  walk: Walk,
  readers: Readers,
  { field, depth }: { readonly field: WireField; readonly depth: number },
): Promise<void> {
  if (field.kind === "bytes") await walkMessage(walk, readers, { end: field.end, depth });
}

async function readGraph(walk: Walk, field: WireField, depth: number): Promise<void> {
  if (field.kind !== "bytes") return;
  if (depth > DEEPEST) {
    walk.faults.add("too-deep", { limit: DEEPEST }, { start: field.start, end: field.end });
    return;
  }
  const names = new Set<string>();
  const readers: Readers = {
    1: readNode,
    5: async (_, initializer) => {
      const name = await addTensor(walk, initializer);
      if (name !== null && name !== "" && names.has(name))
        walk.faults.add("duplicate-name", { name }, { start: initializer.start, end: initializer.end });
      if (name !== null) names.add(name);
    },
    15: readSparse,
  };
  await walkMessage(walk, readers, { end: field.end, depth });
}

async function readNode(walk: Walk, field: WireField, depth: number): Promise<void> {
  walk.spend(1);
  walk.nodes += 1;
  await walkBytes(walk, NODE, { field, depth });
}

async function readAttribute(walk: Walk, field: WireField, depth: number): Promise<void> {
  await walkBytes(walk, ATTRIBUTE, { field, depth: depth + 1 });
}

async function readSparse(walk: Walk, field: WireField, depth: number): Promise<void> {
  await walkBytes(walk, SPARSE, { field, depth });
}

/** Takes a tensor and returns its name; null where it contradicts itself. */
async function addTensor(walk: Walk, field: WireField): Promise<string | null> {
  if (field.kind !== "bytes") return null;
  walk.spend(1);
  if (walk.tensors.length >= MOST_TENSORS) {
    walk.faults.add("too-many-tensors", { limit: MOST_TENSORS }, { start: field.start, end: field.end });
    throw new FormatError("bad-wire", "tensors beyond the limit are not read", { offset: field.start });
  }
  const tensor = await readTensor(walk, field);
  if (tensor !== null) walk.tensors.push(tensor);
  return tensor?.name ?? null;
}

async function addDomain(walk: Walk, field: WireField): Promise<void> {
  const domain = await textOf(walk, field);
  if (domain !== "" && walk.domains.size < MOST_DOMAINS) walk.domains.add(domain);
}

async function readOpset(walk: Walk, field: WireField): Promise<void> {
  const opset = { domain: "", version: 0 };
  const readers: Readers = {
    1: async (_, part) => {
      opset.domain = await textOf(walk, part);
    },
    2: async (_, { value }) => {
      opset.version = Number(value);
    },
  };
  await walkBytes(walk, readers, { field, depth: 0 });
  if (walk.opsets.length < MOST_DOMAINS) walk.opsets.push(opset);
}

async function readMetadata(walk: Walk, field: WireField): Promise<void> {
  if (field.kind !== "bytes") return;
  const { key, value } = await readPair(walk, field);
  if (walk.metadata.size < MOST_METADATA) walk.metadata.set(key, value);
  else walk.omitted += 1;
}

async function textOf(walk: Walk, field: WireField): Promise<string> {
  return field.kind === "bytes" ? await readText(walk, field) : "";
}
