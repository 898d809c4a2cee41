import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link ERRORS}. */
export type ErrorCode = "not-onnx";

/** Codes of {@link FAULTS}. */
export type FaultCode =
  | "bad-wire"
  | "no-version"
  | "no-graph"
  | "no-opset"
  | "message-twice"
  | "bad-version"
  | "too-deep"
  | "too-many-tensors"
  | "bad-dims"
  | "too-many-dims"
  | "size-overflow"
  | "unknown-type"
  | "unknown-location"
  | "data-twice"
  | "wrong-field"
  | "size-mismatch"
  | "count-mismatch"
  | "duplicate-name"
  | "duplicate-key"
  | "location-outside"
  | "bad-range"
  | "not-utf8";

/** Why a file is no ONNX model. */
export const ERRORS: Words<ErrorCode> = {
  "not-onnx": "file is no ONNX model · {found}",
};

/** Ways to break a rule of the format and still be readable, in part at least. */
export const FAULTS: FaultWords<FaultCode> = {
  "bad-wire": ["error", "{what}", "damage"],
  "no-version": ["error", "model does not say its version", "damage"],
  "no-graph": ["error", "model has no graph", "damage"],
  "no-opset": ["error", "model does not say which sets of operators it asks for: it may be cut off", "damage"],
  "message-twice": [
    "error",
    "field {number} stands twice in a message that has it once: readers disagree on what it says",
  ],
  "bad-version": ["error", "a version of the model is {found} · expected a whole number from 0"],
  "too-deep": ["error", "graphs lie in graphs too deeply · at most {limit} levels", "damage"],
  "too-many-tensors": ["error", "model has more tensors than are read · at most {limit}", "damage"],
  "bad-dims": ["error", 'tensor "{name}" has a dimension of {found} · expected 0 or more'],
  "too-many-dims": ["error", 'tensor "{name}" has more dimensions than are read · at most {limit}'],
  "size-overflow": ["error", 'tensor "{name}" has more elements than can be, alone or with those before it'],
  "unknown-type": ["error", 'tensor "{name}" has the data type {type}, which the format does not know', "damage"],
  "unknown-location": [
    "error",
    'tensor "{name}" has its data at a place of kind {location}, which the format does not know',
  ],
  "data-twice": ["error", 'tensor "{name}" has its data in more than one place: readers disagree on which counts'],
  "wrong-field": ["error", 'tensor "{name}" of type {type} has its data in a field for other types'],
  "size-mismatch": ["error", 'tensor "{name}" has {actual} bytes of data · {expected} by its shape and type'],
  "count-mismatch": ["error", 'tensor "{name}" has {actual} values of data · {expected} by its shape and type'],
  "duplicate-name": ["error", 'initializer "{name}" stands twice in one graph: readers disagree on which counts'],
  "duplicate-key": ["error", 'key "{key}" stands twice in one list: readers disagree on which counts'],
  "location-outside": ["error", 'tensor "{name}" has its data at "{location}", which is no file beside the model'],
  "bad-range": ["error", 'tensor "{name}" has its data at {key} "{found}" · expected a whole number from 0'],
  "not-utf8": ["note", "a text of the model is not UTF-8"],
};

/** What is left out. */
export const GAPS: Words<"over-limit" | "unlisted" | "cut-text" | "uncounted"> = {
  "over-limit": "{omitted} metadata entries are not listed · {kept} are · at most {kept}",
  unlisted: "{count} further operators and sets of operators are not listed",
  "cut-text": "{count} texts are longer than is read · of each the first {limit} bytes are kept",
  uncounted: "{count} lists of numbers are too long to be counted: they are held against shapes by their bytes alone",
};
