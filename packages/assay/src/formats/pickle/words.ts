import { PICKLE_FAULTS, PICKLE_GAPS, type PickleFault, type PickleGap } from "../shared/pickle/words.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Why a file is no pickle. */
export const ERRORS: Words<"not-pickle"> = {
  "not-pickle": "file does not begin with operations of a pickle: {what}",
};

/** What is wrong with a pickle. */
export const FAULTS: FaultWords<PickleFault> = PICKLE_FAULTS;

/** What is left out. */
export const GAPS: Words<PickleGap> = PICKLE_GAPS;
