/** One tensor of a model: its shape, its data, and where its data lies. Fields of another wire type are none of its own. */

import { nextField, type WireField } from "../../bytes/protobuf.ts";
import type { Place } from "../../model/facts.ts";
import { DOUBLE_DATA, FLOAT_DATA, INT32_DATA, INT64_DATA, STRING_DATA, UINT64_DATA } from "./data-types.ts";
import { PAIR, passes, SEGMENT } from "./parts.ts";
import { check, type Draft, type Held } from "./tensor-check.ts";
import { countNumbers, MOST_DIMENSIONS, readNumbers, readText, type Tensor, type Walk } from "./walk.ts";

/** Fields of `StringStringEntryProto` (onnx.proto3). */
const KEY = 1;
const VALUE = 2;

/** Entries that say where data lies. Readers pass over other keys. */
const RANGE_KEYS: ReadonlySet<string> = new Set(["location", "offset", "length"]);

/** Reads a tensor. Null, with a fault, where it contradicts itself. */
export async function readTensor(walk: Walk, field: WireField): Promise<Tensor | null> {
  const draft: Draft = { name: "", dims: [], type: 0, location: 0, held: new Map(), textBytes: 0, entries: new Map() };
  const { cursor } = walk;
  for (let part = await nextField(cursor, field.end); part !== null; part = await nextField(cursor, field.end)) {
    walk.spend(1);
    await READERS[part.kind][part.number]?.(draft, part, walk);
    if (part.kind === "bytes") cursor.skip(part.end - cursor.at);
  }
  return check(walk, draft, { start: field.start, end: field.end });
}

type Reader = (draft: Draft, part: WireField, walk: Walk) => unknown;

/** Fields of `TensorProto` (onnx.proto3) by wire type: repeated numbers may stand in one field or in one each. */
const READERS: Readonly<Record<WireField["kind"], Readonly<Record<number, Reader>>>> = {
  number: {
    1: (draft, { value }) => addDimensions(draft, [value]),
    2: (draft, { value }) => {
      draft.type = Number(BigInt.asIntN(32, value));
    },
    14: (draft, { value }) => {
      draft.location = Number(BigInt.asIntN(32, value));
    },
    [INT32_DATA]: (draft, part) => hold(draft, part, 1),
    [INT64_DATA]: (draft, part) => hold(draft, part, 1),
    [UINT64_DATA]: (draft, part) => hold(draft, part, 1),
  },
  fixed: {
    [FLOAT_DATA]: (draft, part) => hold(draft, part, Number(part.end - part.start === 4)),
    [DOUBLE_DATA]: (draft, part) => hold(draft, part, Number(part.end - part.start === 8)),
  },
  bytes: {
    1: async (draft, part, walk) => addDimensions(draft, await readNumbers(walk, part)),
    3: (_, part, walk) => passes(SEGMENT)(walk, part, 1),
    8: async (draft, part, walk) => {
      draft.name = await readText(walk, part);
    },
    9: (draft, { start, end }, walk) => {
      if (draft.raw !== undefined) draft.isHeldTwice = true;
      draft.raw = { start, end };
      walk.stretches.push({ start, end, as: "opaque-by-format" });
    },
    13: readEntry,
    16: (_, part, walk) => passes(PAIR)(walk, part, 1),
    [FLOAT_DATA]: (draft, part, walk) => holdFixed(draft, part, { walk, bytes: 4 }),
    [DOUBLE_DATA]: (draft, part, walk) => holdFixed(draft, part, { walk, bytes: 8 }),
    [STRING_DATA]: (draft, part) => {
      draft.textBytes += part.end - part.start;
      hold(draft, part, 1);
    },
    [INT32_DATA]: holdNumbers,
    [INT64_DATA]: holdNumbers,
    [UINT64_DATA]: holdNumbers,
  },
};

function addDimensions(draft: Draft, found: readonly bigint[]): void {
  draft.dims.push(...found.slice(0, MOST_DIMENSIONS + 1 - draft.dims.length));
}

/** Adds to what a field holds: so many values, or where they were not counted, at least and at most so many. */
function hold({ held }: Draft, { number }: WireField, count: number | Held): void {
  const { least, most } = typeof count === "number" ? { least: count, most: count } : count;
  if (most === 0) return;
  const before = held.get(number) ?? { least: 0, most: 0 };
  held.set(number, { least: before.least + least, most: before.most + most });
}

/** Numbers of so many bytes each. */
function holdFixed(
  draft: Draft,
  part: WireField,
  { walk, bytes }: { readonly walk: Walk; readonly bytes: number },
): void {
  const { start, end } = part;
  walk.stretches.push({ start, end, as: "opaque-by-format" });
  hold(draft, part, (end - start) / bytes);
}

/** Numbers of 1 to 10 bytes each. */
async function holdNumbers(draft: Draft, part: WireField, walk: Walk): Promise<void> {
  const bytes = part.end - part.start;
  const count = await countNumbers(walk, part);
  walk.stretches.push({ start: part.start, end: part.end, as: "opaque-by-format" });
  if (count === null) hold(draft, part, { least: Math.ceil(bytes / 10), most: bytes });
  else hold(draft, part, count);
}

/** Takes an entry; of two with one key the last counts for the loaders that are known. */
async function readEntry({ entries }: Draft, entry: WireField, walk: Walk): Promise<void> {
  const { key, value } = await readPair(walk, entry);
  if (!RANGE_KEYS.has(key)) return;
  if (entries.has(key)) walk.faults.add("duplicate-key", { key }, placeOf(entry));
  entries.set(key, value);
}

function placeOf({ start, end }: WireField): Place {
  return { start, end };
}

/** Reads a key and its value. */
export async function readPair(
  walk: Walk,
  entry: WireField,
): Promise<{ readonly key: string; readonly value: string }> {
  const found = { key: "", value: "" };
  const { cursor } = walk;
  for (let part = await nextField(cursor, entry.end); part !== null; part = await nextField(cursor, entry.end)) {
    walk.spend(1);
    if (part.kind !== "bytes") continue;
    if (part.number === KEY) found.key = await readText(walk, part);
    else if (part.number === VALUE) found.value = await readText(walk, part);
    cursor.skip(part.end - cursor.at);
  }
  return found;
}
