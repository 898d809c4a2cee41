import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link ERRORS}. */
export type ErrorCode =
  | "header-too-small"
  | "header-too-large"
  | "header-past-end"
  | "header-start"
  | "not-json"
  | "not-utf8"
  | "too-deep";

/** Codes of {@link FAULTS}. */
export type FaultCode =
  | "duplicate-key"
  | "lone-surrogate"
  | "byte-order-mark"
  | "padding"
  | "metadata-not-object"
  | "metadata-not-string"
  | "tensor-not-object"
  | "missing-key"
  | "unknown-key"
  | "bad-dtype"
  | "unknown-dtype"
  | "bad-shape"
  | "bad-offsets"
  | "shape-overflow"
  | "partial-byte"
  | "size-mismatch"
  | "gap"
  | "overlap"
  | "missing-bytes"
  | "trailing-bytes";

/** Why a file is no safetensors file at all. */
export const ERRORS: Words<ErrorCode> = {
  "header-too-small": "file is too short for a safetensors header · {size} bytes · at least {least}",
  "header-too-large": "header length is too large · {length} bytes · at most {limit}",
  "header-past-end": "header reaches past the end of the file · needs {needed} bytes · file has {size}",
  "header-start": 'header does not begin with an object · byte {found} · expected 0x7b, "{"',
  "not-json": "{what}",
  "not-utf8": "{what}",
  "too-deep": "{what}",
};

/** Ways to break a rule of the format and still be readable. */
export const FAULTS: FaultWords<FaultCode> = {
  "duplicate-key": ["error", 'key "{name}" stands twice in the header: readers disagree on which counts'],
  "lone-surrogate": ["error", 'header text "{name}" holds half of a surrogate pair, which is no character'],
  "byte-order-mark": ["error", "header begins with a byte order mark"],
  padding: ["error", "header is padded with byte {found} · only spaces (0x20) are allowed"],
  "metadata-not-object": ["error", "__metadata__ is {found} · expected an object of strings", "damage"],
  "metadata-not-string": ["error", '__metadata__ entry "{name}" is {found} · expected a string', "damage"],
  "tensor-not-object": ["error", 'tensor "{name}" is {found} · expected an object'],
  "missing-key": ["error", 'tensor "{name}" has no {key}'],
  "unknown-key": ["note", 'tensor "{name}" has a key "{key}" that the format does not know'],
  "bad-dtype": ["error", 'tensor "{name}" has a dtype that is {found} · expected a string'],
  "unknown-dtype": ["error", 'tensor "{name}" has the dtype "{dtype}" that the format does not know', "damage"],
  "bad-shape": ["error", 'tensor "{name}" has a shape with {found} · expected whole numbers from 0 to 2^64 - 1'],
  "bad-offsets": ["error", 'tensor "{name}" has data_offsets with {found} · expected two whole numbers, begin ≤ end'],
  "shape-overflow": ["error", 'tensor "{name}" has a shape whose size overflows 64 bits'],
  "partial-byte": ["error", 'tensor "{name}" ends inside a byte · {bits} bits · expected a multiple of 8'],
  "size-mismatch": ["error", 'tensor "{name}" has {actual} bytes by its offsets · {expected} by its shape and dtype'],
  gap: ["error", 'bytes {from} to {to} of the data belong to no tensor · next is "{name}"'],
  overlap: ["error", 'tensor "{name}" begins at {begin} · the one before ends at {end}'],
  "missing-bytes": ["error", "data is cut off · file has {size} bytes · header needs {expected}", "damage"],
  "trailing-bytes": ["error", "{count} bytes follow the last tensor · file has {size} · header needs {expected}"],
};

/** What is left out. */
export const GAPS: Words<"over-limit"> = {
  "over-limit": "{omitted} entries of __metadata__ are not listed · {kept} are · at most {kept}",
};
