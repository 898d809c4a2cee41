import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link ERRORS}. */
export type ErrorCode = "over-limit";

/** Codes of {@link FAULTS}. */
export type FaultCode = "invalid-utf8" | "unclosed-front-matter" | "unclosed-comment";

/** Codes of {@link GAPS}. */
export type GapCode = "over-limit";

/** Why a document cannot be read. */
export const ERRORS: Words<ErrorCode> = {
  "over-limit": "document is too large to be read whole · {size} bytes · at most {limit}",
};

/** Prose is never wrong enough for an error. */
export const FAULTS: FaultWords<FaultCode> = {
  "invalid-utf8": ["warning", "text is not well-formed {encoding} from byte {offset} on"],
  "unclosed-front-matter": ["warning", "front matter opens in line 1 and never closes · expected a line ---"],
  "unclosed-comment": ["warning", "comment opens in line {line} and never closes: readers show nothing behind it"],
};

/** What is left out. */
export const GAPS: Words<GapCode> = {
  "over-limit": "{what} past the first {limit} are not listed · at most {limit}",
};
