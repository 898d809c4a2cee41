import type { TextFault, TextRefusal } from "../shared/text-document.ts";
import { TEXT_ERRORS, textFaults } from "../shared/text-document.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link FAULTS}. */
export type FaultCode = TextFault | "bad-line" | "duplicate-rank";

/** Why the file is not read. */
export const ERRORS: Words<TextRefusal> = TEXT_ERRORS;

/** A loader reads this file and would fail or be misled. */
export const FAULTS: FaultWords<FaultCode> = {
  ...textFaults("error"),
  "bad-line": ["error", "line {line} is no piece in base64 with its rank: {found}"],
  "duplicate-rank": ["error", "rank {rank} stands twice: two pieces have one number"],
};

/** Nothing is left out. */
export const GAPS: Words<never> = {};
