import { PICKLE_FAULTS, PICKLE_GAPS, type PickleFault, type PickleGap } from "../shared/pickle/words.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Why a file is no such checkpoint. */
export const ERRORS: Words<"not-legacy"> = {
  "not-legacy": "file does not begin with the magic number of a checkpoint",
};

/** Codes of faults beside those of its pickles. */
export type FaultCode = "unknown-version" | "too-few-pickles" | "storage-cut-off" | "storage-mismatch";

/** What is wrong with a file that begins like one. */
export const FAULTS: FaultWords<FaultCode | PickleFault> = {
  ...PICKLE_FAULTS,
  "unknown-version": ["error", "the version behind the magic number is not 1001"],
  "too-few-pickles": ["error", "{count} pickles where a checkpoint has five", "damage"],
  "storage-cut-off": ["error", 'storage "{key}" ends at byte {end} · the file at {size}', "damage"],
  "storage-mismatch": [
    "error",
    'storage "{key}" has {elements} elements in the pickle and {stated} in front of its bytes',
  ],
};

/** What is left out. */
export const GAPS: Words<"listed-not-read" | PickleGap> = {
  ...PICKLE_GAPS,
  "listed-not-read": "which tensors the file holds is not known",
};
