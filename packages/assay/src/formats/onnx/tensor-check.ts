/** Whether what a tensor says of itself holds together: its shape against its data. */

import type { Place } from "../../model/facts.ts";
import { DATA_TYPES, type DataType } from "./data-types.ts";
import { checkLocation, placeBeside } from "./location.ts";
import { MOST_DIMENSIONS, type Tensor, type Walk } from "./walk.ts";

/** How many values a field holds: exactly where both are the same. */
export interface Held {
  readonly least: number;
  readonly most: number;
}

/** What was read of a tensor so far. */
export interface Draft {
  name: string;
  /** At most one more than may be. */
  readonly dims: bigint[];
  type: number;
  /** `TensorProto.DataLocation`. */
  location: number;
  raw?: Place;
  isHeldTwice?: true;
  /** Values by the field that holds them; fields of none are left out. */
  readonly held: Map<number, Held>;
  /** Bytes of the texts that it holds. */
  textBytes: number;
  readonly entries: Map<string, string>;
}

/** `TensorProto.DataLocation`. */
const DEFAULT = 0;
const EXTERNAL = 1;

/** Bytes of the widest type. */
const WIDEST = 16n;

/** The tensor as it is counted; null, with a fault, where it contradicts itself. */
export function check(walk: Walk, draft: Draft, at: Place): Tensor | null {
  const type = DATA_TYPES.get(draft.type);
  const { name, entries } = draft;
  if (type === undefined) {
    walk.faults.add("unknown-type", { name, type: draft.type }, at);
    return null;
  }
  const elements = countElements(walk, draft, at);
  if (elements === null) return null;
  const bytes = type.bits === null ? draft.textBytes : Math.ceil((elements * type.bits) / 8);
  if (!checkData(walk, draft, { type, elements, bytes, at })) return null;
  return {
    name,
    type: type.name,
    elements,
    bytes,
    at,
    ...(draft.location === EXTERNAL ? { beside: placeBeside(entries, bytes) } : {}),
  };
}

function countElements({ faults }: Walk, { name, dims }: Draft, at: Place): number | null {
  const negative = dims.find((dimension) => dimension < 0n);
  if (dims.length > MOST_DIMENSIONS) faults.add("too-many-dims", { name, limit: MOST_DIMENSIONS }, at);
  else if (negative !== undefined) faults.add("bad-dims", { name, found: String(negative) }, at);
  else {
    const elements = dims.reduce((product, dimension) => product * dimension, 1n);
    if (elements * WIDEST <= Number.MAX_SAFE_INTEGER) return Number(elements);
    faults.add("size-overflow", { name }, at);
  }
  return null;
}

interface Shape {
  readonly type: DataType;
  readonly elements: number;
  readonly bytes: number;
  readonly at: Place;
}

/** A tensor has its data in one place of the four that there are: raw, value by value, in a file beside, or it has none. */
function checkData({ faults }: Walk, draft: Draft, shape: Shape): boolean {
  const { name, location, raw, held, isHeldTwice, entries } = draft;
  const { at, bytes } = shape;
  // Raw data of no bytes beside a file is what some writers leave behind.
  const isRaw = raw !== undefined && (location !== EXTERNAL || raw.end > raw.start);
  const places = held.size + Number(isRaw) + Number(location === EXTERNAL);
  if (location !== DEFAULT && location !== EXTERNAL) {
    faults.add("unknown-location", { name, location }, at);
    return false;
  }
  if (places > 1 || isHeldTwice) {
    faults.add("data-twice", { name }, at);
    return false;
  }
  if (location === EXTERNAL) return checkLocation(entries, { name, at, expected: bytes }, faults);
  return raw === undefined ? checkHeld(faults, draft, shape) : checkRaw(faults, { name, raw }, shape);
}

function checkRaw(
  faults: Walk["faults"],
  { name, raw }: { readonly name: string; readonly raw: Place },
  { type, bytes, at }: Shape,
): boolean {
  const size = raw.end - raw.start;
  if (type.bits === null) faults.add("wrong-field", { name, type: type.name }, at);
  else if (size !== bytes) faults.add("size-mismatch", { name, actual: size, expected: bytes }, at);
  else return true;
  return false;
}

function checkHeld(faults: Walk["faults"], { name, held }: Draft, { type, elements, at }: Shape): boolean {
  const expected = Math.ceil(elements * type.values);
  const [[field, { least, most }] = [type.field, { least: 0, most: 0 }]] = held;
  if (field !== type.field) faults.add("wrong-field", { name, type: type.name }, at);
  else if (expected < least || expected > most) faults.add("count-mismatch", { name, actual: most, expected }, at);
  else return true;
  return false;
}
