import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link ERRORS}. */
export type ErrorCode = "over-limit" | "bad-version" | "bad-oid" | "bad-size";

/** Codes of {@link FAULTS}. */
export type FaultCode = "bad-line" | "duplicate-key" | "unsorted-keys" | "no-final-newline";

/** Why a file is no pointer. */
export const ERRORS: Words<ErrorCode> = {
  "over-limit": "pointer is too long · {size} bytes · at most {limit}",
  "bad-version": "first line is not the version of a Git LFS pointer",
  "bad-oid": 'oid is "{found}" · expected sha256: and 64 lower-case hex digits',
  "bad-size": 'size is "{found}" · expected a whole number up to 2^53 - 1',
};

/** Ways to break a rule and still name an object. */
export const FAULTS: FaultWords<FaultCode> = {
  "bad-line": ["error", 'line "{line}" is not a key, one space and a value'],
  "duplicate-key": ["error", 'key "{name}" stands twice: readers disagree on which counts'],
  "unsorted-keys": ["warning", 'key "{name}" stands after "{before}" · keys are to be sorted'],
  "no-final-newline": ["warning", "last line does not end in a newline"],
};

/** Nothing is left out. */
export const GAPS: Words<never> = {};
