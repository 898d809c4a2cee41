/** One tensor of a model: its shape against its data, and where its data lies. */

import { nextField, type WireField } from "../../bytes/protobuf.ts";
import type { Place } from "../../model/facts.ts";
import { DATA_TYPES } from "./data-types.ts";
import { checkLocation } from "./location.ts";
import { readNumbers, readText, type Tensor, type Walk } from "./walk.ts";

/** Fields of `TensorProto` and of `StringStringEntryProto` (onnx.proto3). */
const DIMS = 1;
const DATA_TYPE = 2;
const FLOAT_DATA = 4;
const NAME = 8;
const RAW_DATA = 9;
const DOUBLE_DATA = 10;
const EXTERNAL_DATA = 13;
const DATA_LOCATION = 14;
const KEY = 1;
const VALUE = 2;

/** `TensorProto.DataLocation.EXTERNAL`. */
const EXTERNAL = 1n;

/** Entries that say where data lies. Readers pass over other keys. */
const RANGE_KEYS: ReadonlySet<string> = new Set(["location", "offset", "length"]);

interface Draft {
  name: string;
  dims: bigint[];
  type: number;
  isExternal: boolean;
  /** Bytes of fixed-size data, where there is any. */
  size: number | null;
  raw?: Place;
  readonly entries: Map<string, string>;
}

/** Reads a tensor. Null, with a fault, where it contradicts itself. */
export async function readTensor(walk: Walk, field: WireField): Promise<Tensor | null> {
  const draft: Draft = { name: "", dims: [], type: 0, isExternal: false, size: null, entries: new Map() };
  const { cursor } = walk;
  for (let part = await nextField(cursor, field.end); part !== null; part = await nextField(cursor, field.end)) {
    await readPart(walk, part, draft);
    if (part.kind === "bytes") cursor.skip(part.end - cursor.at);
  }
  return check(walk, draft, { start: field.start, end: field.end });
}

async function readPart(walk: Walk, part: WireField, draft: Draft): Promise<void> {
  const { number, kind, value, start, end } = part;
  if (number === DIMS) draft.dims.push(...(kind === "bytes" ? await readNumbers(walk, part) : [value]));
  else if (number === DATA_TYPE) draft.type = Number(value);
  else if (number === DATA_LOCATION) draft.isExternal = value === EXTERNAL;
  else if (number === NAME && kind === "bytes") draft.name = await readText(walk, part);
  else if (number === RAW_DATA && kind === "bytes") {
    draft.raw = { start, end };
    draft.size = end - start;
  } else if (number === FLOAT_DATA || number === DOUBLE_DATA) draft.size = (draft.size ?? 0) + end - start;
  else if (number === EXTERNAL_DATA && kind === "bytes") await readEntry(walk, part, draft);
}

/** Takes an entry; of two with one key the last counts for the loaders that are known. */
async function readEntry(walk: Walk, entry: WireField, { entries }: Draft): Promise<void> {
  const { key, value } = await readPair(walk, entry);
  if (!RANGE_KEYS.has(key)) return;
  if (entries.has(key)) walk.faults.add("duplicate-key", { key }, { start: entry.start, end: entry.end });
  entries.set(key, value);
}

/** Reads a key and its value. */
export async function readPair(
  walk: Walk,
  entry: WireField,
): Promise<{ readonly key: string; readonly value: string }> {
  const found = { key: "", value: "" };
  const { cursor } = walk;
  for (let part = await nextField(cursor, entry.end); part !== null; part = await nextField(cursor, entry.end)) {
    if (part.kind !== "bytes") continue;
    if (part.number === KEY) found.key = await readText(walk, part);
    else if (part.number === VALUE) found.value = await readText(walk, part);
    cursor.skip(part.end - cursor.at);
  }
  return found;
}

function check(walk: Walk, draft: Draft, at: Place): Tensor | null {
  const shape = checkShape(walk, draft, at);
  if (shape === null || !checkData(walk, draft, { ...shape, at })) return null;
  const { name, isExternal, raw, entries } = draft;
  const location = isExternal ? entries.get("location") : undefined;
  return {
    name,
    ...shape,
    at,
    ...(raw === undefined ? {} : { raw }),
    ...(location === undefined ? {} : { location }),
  };
}

type Shape = Pick<Tensor, "type" | "elements" | "bytes">;

function checkShape({ faults }: Walk, { name, type: number, dims }: Draft, at: Place): Shape | null {
  const type = DATA_TYPES.get(number);
  const negative = dims.find((dimension) => dimension < 0n);
  const elements = dims.reduce((product, dimension) => product * dimension, 1n);
  if (type === undefined) faults.add("unknown-type", { name, type: number }, at);
  else if (negative !== undefined) faults.add("bad-dims", { name, found: String(negative) }, at);
  else if (elements * WIDEST > Number.MAX_SAFE_INTEGER) faults.add("size-overflow", { name }, at);
  else {
    const bytes = Math.ceil((Number(elements) * (type.bits ?? 0)) / 8);
    return { type: type.name, elements: Number(elements), bytes };
  }
  return null;
}

/** Bytes of the widest type. */
const WIDEST = 16n;

/** Types whose numbers stand in `float_data` and `double_data` in their own size. */
const OWN_SIZE: ReadonlySet<string> = new Set(["FLOAT", "DOUBLE", "COMPLEX64", "COMPLEX128"]);

function checkData({ faults }: Walk, draft: Draft, shape: Shape & { readonly at: Place }): boolean {
  const { name, isExternal, size, raw, entries } = draft;
  const { at, bytes: expected, type } = shape;
  if (isExternal) return checkLocation(entries, { name, at, expected }, faults);
  const isCounted = raw !== undefined || OWN_SIZE.has(type);
  if (size === null || type === "STRING" || !isCounted || size === expected) return true;
  faults.add("size-mismatch", { name, actual: size, expected }, at);
  return false;
}
