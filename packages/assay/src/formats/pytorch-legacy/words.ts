import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link ERRORS}. */
export type ErrorCode = "not-legacy";

/** Codes of {@link FAULTS}. */
export type FaultCode = "unknown-version" | "nothing-behind" | "no-pickle";

/** Why a file is no such checkpoint. */
export const ERRORS: Words<ErrorCode> = {
  "not-legacy": "file does not begin with the magic number of a checkpoint",
};

/** What is wrong with a file that begins like one. */
export const FAULTS: FaultWords<FaultCode> = {
  "unknown-version": ["error", "the version behind the magic number is not 1001"],
  "no-pickle": ["error", "what follows the version is no pickle"],
  "nothing-behind": ["error", "nothing follows the version"],
};

/** What is left out. */
export const GAPS: Words<"listed-not-read"> = {
  "listed-not-read": "the pickles of a checkpoint are not read: which tensors the file holds is not known",
};
