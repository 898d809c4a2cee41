import type { TextFault, TextRefusal } from "../shared/text-document.ts";
import { TEXT_ERRORS, textFaults } from "../shared/text-document.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link FAULTS}. */
export type FaultCode = TextFault | "not-toml" | "bad-requirement" | "bad-value";

/** Codes of {@link GAPS}. */
export type GapCode = "over-limit";

/** Why the file is not read. */
export const ERRORS: Words<TextRefusal> = TEXT_ERRORS;

/** No loader of a model reads this file: nothing here is an error. */
export const FAULTS: FaultWords<FaultCode> = {
  ...textFaults("warning"),
  "not-toml": ["warning", "text is not TOML at line {line} · {what}"],
  "bad-requirement": ["warning", "dependency is no requirement of a Python package: {found}"],
  "bad-value": ["warning", "{key} is no {expected}"],
};

/** What is left out. */
export const GAPS: Words<GapCode> = {
  "over-limit": "dependencies past the first {limit} are not listed · at most {limit}",
};
