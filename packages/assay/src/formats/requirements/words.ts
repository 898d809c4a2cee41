import type { TextFault, TextRefusal } from "../shared/text-document.ts";
import { TEXT_ERRORS, textFaults } from "../shared/text-document.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link FAULTS}. */
export type FaultCode = TextFault | "bad-line" | "unknown-option";

/** Codes of {@link GAPS}. */
export type GapCode = "over-limit";

/** Why the file is not read. */
export const ERRORS: Words<TextRefusal> = TEXT_ERRORS;

/** No loader of a model reads this file: nothing here is an error. */
export const FAULTS: FaultWords<FaultCode> = {
  ...textFaults("warning"),
  "bad-line": ["warning", "line {line} is no requirement that pip takes: {found}"],
  "unknown-option": ["warning", "line {line} has an option that pip does not take there: {found}"],
};

/** What is left out. */
export const GAPS: Words<GapCode> = {
  "over-limit": "requirements past the first {limit} are not listed · at most {limit}",
};
