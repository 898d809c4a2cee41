/** Shapes and types of data: dataspace and datatype messages (specification IV.A.2.b and IV.A.2.d). */

import { broken, type Fields } from "./fields.ts";

/** Classes of types. */
const INTEGER = 0;
const FLOAT = 1;
const STRING = 3;
const VARIABLE = 9;

const NAMES: readonly string[] = [
  "INT",
  "FLOAT",
  "TIME",
  "STRING",
  "BITS",
  "OPAQUE",
  "COMPOUND",
  "REFERENCE",
  "ENUM",
  "VARIABLE",
  "ARRAY",
  "COMPLEX",
];

/** A type. */
export interface Datatype {
  readonly name: string;
  /** Bytes of one element where it stands. */
  readonly bytes: number;
  /** Texts of a fixed number of bytes; of any, kept in a heap; lists of any length, kept there too. */
  readonly text?: "fixed" | "variable";
  readonly isVariable: boolean;
}

/** @throws FormatError `bad-structure` */
export function readDatatype(fields: Fields): Datatype {
  const start = fields.start + fields.at;
  const first = fields.u8();
  const kind = first & 0x0f;
  const [bits = 0] = fields.take(3);
  const bytes = fields.u32();
  const name = NAMES[kind];
  if (name === undefined || first >> 4 > 5) throw broken(start, `a type of the class ${kind} that is not known`);
  if (kind === STRING) return { name, bytes, text: "fixed", isVariable: false };
  if (kind === VARIABLE) return { name, bytes, ...((bits & 0x0f) === 1 ? { text: "variable" } : {}), isVariable: true };
  return { name: nameNumber(kind, { bits, bytes }) ?? name, bytes, isVariable: false };
}

function nameNumber(kind: number, { bits, bytes }: { readonly bits: number; readonly bytes: number }): string | null {
  if (kind === FLOAT) return `F${bytes * 8}`;
  if (kind !== INTEGER) return null;
  return `${(bits & 0x08) === 0 ? "U" : "I"}${bytes * 8}`;
}

/** Dimensions; null for data of no elements. @throws FormatError `bad-structure` */
export function readDataspace(fields: Fields): readonly number[] | null {
  const version = fields.u8();
  const rank = fields.u8();
  fields.skip(1);
  if (version === 1) fields.skip(5);
  else if (version !== 2) throw broken(fields.start, `a shape of the version ${version} that is not known`);
  else if (fields.u8() === 2) return null;
  return Array.from({ length: rank }, () => fields.length());
}

/** Number of elements; a number past 2^53 is larger than any file. */
export function countElements(shape: readonly number[] | null): number {
  return shape === null ? 0 : shape.reduce((product, dimension) => product * dimension, 1);
}
