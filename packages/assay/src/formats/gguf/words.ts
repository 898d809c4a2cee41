import { badValue } from "../shared/field-values.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link ERRORS}. */
export type ErrorCode = "too-small" | "not-gguf" | "unknown-version";

/** Codes of {@link FAULTS}. */
export type FaultCode =
  | "cut-off"
  | "too-many-values"
  | "too-many-tensors"
  | "long-header"
  | "long-key"
  | "bad-key"
  | "long-string"
  | "long-array"
  | "deep-array"
  | "unknown-value-type"
  | "bad-bool"
  | "not-utf8"
  | "item-not-utf8"
  | "duplicate-key"
  | "duplicate-tensor"
  | "no-architecture"
  | "bad-architecture"
  | "bad-value"
  | "bad-alignment"
  | "long-name"
  | "endless-name"
  | "many-dimensions"
  | "size-overflow"
  | "unknown-tensor-type"
  | "partial-block"
  | "padding"
  | "bad-offset"
  | "misaligned"
  | "overlap"
  | "gap"
  | "missing-bytes"
  | "trailing-bytes";

/** Why a file is no GGUF file that can be read. */
export const ERRORS: Words<ErrorCode> = {
  "too-small": "file is too short for a GGUF header · {size} bytes · at least {least}",
  "not-gguf": 'file does not begin with "GGUF" · found {found}',
  "unknown-version": "version of GGUF is not one that is read · {version} · 2 and 3 are",
};

/** Ways to break a rule of the format and still be readable, in part at least. */
export const FAULTS: FaultWords<FaultCode> = {
  "cut-off": ["error", "{what}", "damage"],
  "too-many-values": ["error", "header counts more key-values than are read · {count} · at most {limit}"],
  "too-many-tensors": ["error", "header counts more tensors than are read · {count} · at most {limit}"],
  "long-header": ["error", "header is longer than is read · at most {limit} bytes", "damage"],
  "bad-key": ["error", 'key "{key}" is not one or more characters of ASCII'],
  "long-key": ["error", "a key is longer than the format allows · {length} bytes · at most {limit}"],
  "long-string": ["error", 'the string of "{key}" is longer than is read · {length} bytes · at most {limit}', "damage"],
  "long-array": ["error", 'the array of "{key}" has more items than are read · {length} · at most {limit}', "damage"],
  "deep-array": ["error", 'the array of "{key}" is nested too deeply · at most {limit} levels'],
  "unknown-value-type": ["error", 'the value of "{key}" has the type {type}, which the format does not know'],
  "bad-bool": ["error", 'a truth value of "{key}" is {found} · expected 0 or 1'],
  "not-utf8": ["error", "{what} is not UTF-8"],
  // Writers of 2023 put the raw bytes of tokens there; readers take them.
  "item-not-utf8": ["note", 'item {item} of "{key}" is the first that is not UTF-8'],
  "duplicate-key": ["error", 'key "{key}" stands twice: readers disagree on which counts'],
  "duplicate-tensor": ["error", 'tensor "{name}" stands twice'],
  "no-architecture": ["note", "general.architecture, which the format asks for, is not there"],
  "bad-architecture": ["error", "general.architecture is {found} · expected a text"],
  "bad-value": badValue("note"),
  "bad-alignment": ["error", "general.alignment is {found} · expected a 32-bit power of two from 8 to {limit}"],
  "long-name": ["note", "the name of a tensor is longer than the format allows · {length} bytes · at most {limit}"],
  "endless-name": ["error", "the name of a tensor is longer than is read · {length} bytes · at most {limit}", "damage"],
  "many-dimensions": ["error", 'tensor "{name}" has {count} dimensions · at most {limit}'],
  "size-overflow": ["error", 'tensor "{name}" has dimensions whose product is larger than can be'],
  "unknown-tensor-type": ["error", 'tensor "{name}" has the type {type}, which the format does not know', "damage"],
  "partial-block": ["error", 'a row of tensor "{name}" has {row} elements · blocks of {type} have {block}'],
  padding: ["warning", "the padding in front of the data is not zero · first at {offset}"],
  "bad-offset": ["error", 'tensor "{name}" begins at {offset}, which is past the end of any file'],
  misaligned: ["error", 'tensor "{name}" begins at {offset}, no multiple of the alignment {alignment}'],
  overlap: ["error", 'tensor "{name}" begins at {begin} · the one before ends at {end}'],
  gap: ["error", 'bytes {from} to {to} of the data belong to no tensor · next is "{name}"'],
  "missing-bytes": ["error", "data is cut off · file has {size} bytes · header needs {expected}", "damage"],
  "trailing-bytes": ["error", "{count} bytes follow the last tensor · file has {size} · header needs {expected}"],
};

/** What is left out. */
export const GAPS: Words<"over-limit"> = {
  "over-limit": "{omitted} key-values are not listed · {kept} are · at most {limit}",
};
