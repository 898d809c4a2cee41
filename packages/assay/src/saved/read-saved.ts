/** Reads a document that Assay printed before. */

import { type JsonVisitor, parseJson } from "../bytes/json.ts";
import { FormatError, UsageError } from "../model/errors.ts";
import { findBreach, type Schema } from "./check-shape.ts";

/** Bytes: 64 MiB is an assessment of a quarter of a million files; the largest that is known has 3 MiB. */
export const LARGEST_SAVED: number = 64 << 20;

/** A file, and the kind of document that it is to be: "saved assessment". */
export interface SavedFile {
  readonly path: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly schema: Schema;
}

/**
 * The document. `T` is the type that the schema was made from.
 * @throws UsageError in one sentence when the file is too large, no JSON, or not what the schema says.
 */
export function readSaved<T>({ path, kind, bytes, schema }: SavedFile): T {
  const refuse = (why: string): never => {
    throw new UsageError(`${path} is no ${kind}: ${why}.`);
  };
  if (bytes.length > LARGEST_SAVED) refuse(`it has ${bytes.length} bytes, more than ${LARGEST_SAVED}`);
  try {
    parseJson(bytes, STRICT);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    refuse(error.message);
  }
  const value = takeOnly(JSON.parse(new TextDecoder().decode(bytes)), refuse);
  const breach = findBreach(value, schema);
  if (breach !== null) refuse(breach);
  return value as T;
}

/** Refuses what readers of JSON disagree on, and hears nothing else. */
const STRICT: JsonVisitor = {
  open: () => undefined,
  close: () => undefined,
  key: () => undefined,
  value: () => undefined,
  integer: () => undefined,
  real: () => undefined,
  inexact: () => undefined,
  odd: (what, name, { start }) => {
    if (what === "byte-order-mark") return;
    throw new FormatError(
      what,
      `${what === "duplicate-key" ? `the key ${name.slice(0, 40)} stands twice` : "a letter is cut in half"} (byte ${start})`,
    );
  },
};

/** A list of several targets is no one of them. */
function takeOnly(value: unknown, refuse: (why: string) => never): unknown {
  if (!Array.isArray(value)) return value;
  return value.length === 1 ? value[0] : refuse(`it is a list of ${value.length}`);
}
