import { PICKLE_FAULTS, PICKLE_GAPS, type PickleFault, type PickleGap } from "../shared/pickle/words.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link ERRORS}. */
export type ErrorCode = "not-numpy" | "unknown-version" | "long-header" | "cut-off" | "bad-header";

/** Codes of {@link FAULTS}. */
export type FaultCode = "missing-bytes" | "trailing-bytes" | "size-overflow" | "bad-array" | PickleFault;

/** Why a file is no array that can be read. */
export const ERRORS: Words<ErrorCode> = {
  "not-numpy": 'file does not begin with "\\x93NUMPY"',
  "unknown-version": "version of the format is not one that is read · {version} · 1 to 3 are",
  "long-header": "header is longer than is read · {length} bytes · at most {limit}",
  "cut-off": "file ends inside of its header · needs {needed} bytes · has {size}",
  "bad-header": "header is not the description of an array · {what} · at byte {offset}",
};

/** What is wrong with an array, or with the pickle of one that holds objects. */
export const FAULTS: FaultWords<FaultCode> = {
  ...PICKLE_FAULTS,
  "missing-bytes": ["error", "data is cut off · file has {size} bytes · header needs {expected}", "damage"],
  "trailing-bytes": ["error", "{count} bytes follow the data · file has {size} · header needs {expected}"],
  "size-overflow": ["error", "shape and type come to more bytes than can be"],
  "bad-array": ["error", "array {index} of the file has a header that cannot be read: {what}"],
};

/** What is left out. */
export const GAPS: Words<PickleGap | "unknown-type"> = {
  ...PICKLE_GAPS,
  "unknown-type": 'elements of the type "{type}" are not read: how long they are is not known',
};
