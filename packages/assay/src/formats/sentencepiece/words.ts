import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link ERRORS}. */
export type ErrorCode = "over-limit";

/** Codes of {@link FAULTS}. */
export type FaultCode = "truncated" | "bad-field";

/** Why the file is not read. */
export const ERRORS: Words<ErrorCode> = {
  "over-limit": "file is too large to be read whole · {size} bytes · at most {limit}",
};

/** A loader reads this file and would fail. */
export const FAULTS: FaultWords<FaultCode> = {
  truncated: ["error", "field at byte {offset} reaches beyond its end · {end}"],
  "bad-field": ["error", "what stands at byte {offset} is no field of a protocol buffer"],
};

/** Nothing is left out. */
export const GAPS: Words<never> = {};
