import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link ERRORS}. */
export type ErrorCode = "over-limit";

/** Codes of {@link FAULTS}. */
export type FaultCode = "invalid-utf8" | "nul-byte";

/** Why a text cannot be read. */
export const ERRORS: Words<ErrorCode> = {
  "over-limit": "text is too large to be read whole · {size} bytes · at most {limit}",
};

/** What no text holds. */
export const FAULTS: FaultWords<FaultCode> = {
  "invalid-utf8": ["warning", "text is not well-formed {encoding} from byte {offset} on"],
  "nul-byte": ["warning", "text holds a NUL character at byte {offset}, which a text does not"],
};

/** Nothing is left out. */
export const GAPS: Words<never> = {};
