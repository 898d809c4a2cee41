/** Types of elements as headers describe them (numpy 2.3, lib/_format_impl.py, `descr_to_dtype`). */

import type { Literal } from "./literal.ts";

/** A type of elements. */
export interface Dtype {
  readonly name: string;
  /** Bytes of an element; null where it is not known. Past 2^53 it is larger than any file. */
  readonly bytes: number | null;
  /** Whether anything in it is a Python object: the data is a pickle then. */
  readonly hasObjects: boolean;
}

/** Order of bytes, kind, and bytes of an element (numpy `dtype.str`); those of time have a unit behind them. */
const SIMPLE = /^[<>|=]?([biufcSVaU?])(\d{0,18})$/;
const TIME = /^[<>|=]?[mM]8(?:\[[\w/]+\])?$/;
const OBJECT = /^[<>|=]?O\d*$|^object_?$/;

/** What may stand for objects among what is not known. */
const MAYBE_OBJECT = /O|object/;

/** Reads a type. Null for what is no description of one. */
export function readDtype(descr: Literal | undefined): Dtype | null {
  if (descr === undefined) return null;
  if (descr.kind === "text") return readName(descr.value);
  if (descr.kind === "tuple") return readRepeated(descr.items);
  return descr.kind === "list" ? readFields(descr.items) : null;
}

function readName(name: string): Dtype {
  if (OBJECT.test(name)) return { name, bytes: null, hasObjects: true };
  if (TIME.test(name)) return { name, bytes: 8, hasObjects: false };
  const [, kind = "", digits = ""] = SIMPLE.exec(name) ?? [];
  if (kind === "?") return { name, bytes: 1, hasObjects: false };
  if (kind !== "" && digits !== "") return { name, bytes: Number(digits) * (kind === "U" ? 4 : 1), hasObjects: false };
  return { name, bytes: null, hasObjects: MAYBE_OBJECT.test(name) };
}

/** A type and how often it stands there. */
function readRepeated([type, shape]: readonly Literal[]): Dtype | null {
  const one = readDtype(type);
  const count = countOf(shape);
  if (one === null || count === null) return null;
  return { ...one, bytes: one.bytes === null ? null : one.bytes * count };
}

/** Fields: a name, or a title and a name, a type, and how often it stands there if that is said. */
function readFields(items: readonly Literal[]): Dtype | null {
  let bytes: number | null = 0;
  let hasObjects = false;
  for (const item of items) {
    if (item.kind !== "tuple" || item.items.length < 2 || item.items.length > 3) return null;
    const [, type, shape] = item.items;
    const field = shape === undefined ? readDtype(type) : readRepeated([type, shape].flatMap((one) => one ?? []));
    if (field === null) return null;
    hasObjects ||= field.hasObjects;
    bytes = bytes === null || field.bytes === null ? null : bytes + field.bytes;
  }
  return { name: "record", bytes, hasObjects };
}

function countOf(shape: Literal | undefined): number | null {
  if (shape?.kind === "number") return shape.value >= 0n ? Number(shape.value) : null;
  const dims = readShape(shape);
  return dims === null ? null : dims.reduce((product, one) => product * one, 1);
}

/** Dimensions; null for what is no shape. */
export function readShape(shape: Literal | undefined): readonly number[] | null {
  if (shape?.kind !== "tuple") return null;
  const dims = shape.items.map((one) => (one.kind === "number" && one.value >= 0n ? Number(one.value) : null));
  return dims.some((one) => one === null) ? null : dims.map(Number);
}
