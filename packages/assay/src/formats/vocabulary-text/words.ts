import type { TextFault, TextRefusal } from "../shared/text-document.ts";
import { TEXT_ERRORS, textFaults } from "../shared/text-document.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link FAULTS}. */
export type FaultCode = TextFault | "duplicate-entry";

/** Why the file is not read. */
export const ERRORS: Words<TextRefusal> = TEXT_ERRORS;

/** A loader reads this file and would fail or be misled. */
export const FAULTS: FaultWords<FaultCode> = {
  ...textFaults("error"),
  "duplicate-entry": ["warning", 'entry "{entry}" stands twice · a loader keeps one and the numbers no longer fit'],
};

/** Nothing is left out. */
export const GAPS: Words<never> = {};
