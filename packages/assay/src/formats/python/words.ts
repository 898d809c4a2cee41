import type { TextFault, TextRefusal } from "../shared/text-document.ts";
import { TEXT_ERRORS, textFaults } from "../shared/text-document.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Why a file is not read. */
export const ERRORS: Words<TextRefusal> = TEXT_ERRORS;

/** Python refuses to import most such files, which endangers nobody. */
export const FAULTS: FaultWords<TextFault | "nul-byte" | "other-encoding"> = {
  ...textFaults("note"),
  "other-encoding": [
    "warning",
    "the file says that it is in {encoding}, in which other text can stand here than is read as ASCII",
  ],
  "nul-byte": ["note", "byte {offset} is NUL, with which Python imports no file"],
};

/** What is left out. */
export const GAPS: Words<"not-python" | "over-limit"> = {
  "not-python": "text is not Python from line {line} on: its grammar was not followed there",
  "over-limit": "more {what} than are kept · at most {limit}",
};
