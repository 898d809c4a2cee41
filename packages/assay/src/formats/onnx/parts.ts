/**
 * Messages of a model in which no fact stands: they are walked all the same, for a parser refuses a model with a part that is
 * none (onnx.proto3).
 */

import type { WireField } from "../../bytes/protobuf.ts";
import { FormatError } from "../../model/errors.ts";
import { DEEPEST, type Message, passOver, type Reader, walkMessage } from "./message.ts";
import { countNumbers, type Walk } from "./walk.ts";

/** A reader that walks a message. */
export function passes(message: Message): Reader {
  return (walk, field, depth) => pass(walk, field, { message, depth });
}

async function pass(walk: Walk, field: WireField, within: { message: Message; depth: number }): Promise<void> {
  const { message, depth } = within;
  if (depth > DEEPEST) passOver(walk, "too-deep", field);
  else await walkMessage(walk, message, { end: field.end, depth: depth + 1 });
}

/** Walks a list of numbers. @throws FormatError `bad-wire` where it does not end. */
export async function walkNumbers(walk: Walk, field: WireField): Promise<void> {
  await countNumbers(walk, field);
}

/** Proves a list of floating-point numbers. @throws FormatError `bad-wire` where it ends inside of one. */
export function walkFloats(_: Walk, { start, end }: WireField): void {
  if ((end - start) % 4 !== 0)
    throw new FormatError("bad-wire", `a list of numbers of 4 bytes has ${end - start}`, { offset: start });
}

const LEAF: Message = { bytes: {} };

/** `StringStringEntryProto`, `TensorProto.Segment`, `DeviceConfigurationProto`. */
export const PAIR: Message = LEAF;
export const SEGMENT: Message = LEAF;
export const DEVICES: Message = LEAF;

/** `TensorAnnotation`. */
export const ANNOTATION: Message = { bytes: { 2: passes(PAIR) } };

const SHAPE: Message = { bytes: { 1: passes(LEAF) } };
const TENSOR: Message = { bytes: { 2: passes(SHAPE) } };
const ELEMENT: Message = { bytes: { 1: (...field) => passes(TYPE)(...field) } };
const MAP: Message = { bytes: { 2: (...field) => passes(TYPE)(...field) } };

/** `TypeProto`: tensors, sequences, maps, opaque types, sparse tensors, optional types. */
export const TYPE: Message = {
  bytes: {
    1: passes(TENSOR),
    4: passes(ELEMENT),
    5: passes(MAP),
    7: passes(LEAF),
    8: passes(TENSOR),
    9: passes(ELEMENT),
  },
};

/** `ValueInfoProto`. */
export const VALUE_INFO: Message = { bytes: { 2: passes(TYPE), 4: passes(PAIR) } };

const SHARDED_DIM: Message = { bytes: { 2: passes(LEAF) } };
const GROUPS: Message = { bytes: { 2: walkNumbers } };
const SHARDING: Message = { bytes: { 2: walkNumbers, 3: passes(GROUPS), 4: passes(SHARDED_DIM) } };

/** `NodeDeviceConfigurationProto`. */
export const NODE_DEVICES: Message = { bytes: { 2: passes(SHARDING) } };
