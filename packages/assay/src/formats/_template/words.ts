import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link ERRORS}. */
export type ErrorCode = "truncated" | "too-many-lines";

/** Codes of {@link FAULTS}. */
export type FaultCode = "trailing-bytes";

/** Why a file cannot be read. */
export const ERRORS: Words<ErrorCode> = {
  truncated: "file is too short for its header · {size} bytes · at least {least}",
  "too-many-lines": "header states too many lines · {lines} · at most {limit}",
};

/** Ways to break a rule of the format and still be readable. */
export const FAULTS: FaultWords<FaultCode> = {
  "trailing-bytes": ["warning", "{count} bytes follow the header, which is all of the file"],
};

/** Nothing is left out. */
export const GAPS: Words<never> = {};
