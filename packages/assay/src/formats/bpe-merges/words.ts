import type { TextFault, TextRefusal } from "../shared/text-document.ts";
import { TEXT_ERRORS, textFaults } from "../shared/text-document.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link FAULTS}. */
export type FaultCode = TextFault | "bad-line";

/** Why the file is not read. */
export const ERRORS: Words<TextRefusal> = TEXT_ERRORS;

/** A loader reads this file and would fail or be misled. */
export const FAULTS: FaultWords<FaultCode> = {
  ...textFaults("error"),
  "bad-line": ["warning", "line {line} is no merge of two pieces: {found}"],
};

/** Nothing is left out. */
export const GAPS: Words<never> = {};
