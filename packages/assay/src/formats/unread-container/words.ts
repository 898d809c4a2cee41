import type { FaultWords, Words } from "../shared/words.ts";

/** Nothing is refused: the file is not read. */
export const ERRORS: Words<"empty"> = { empty: "file is empty" };

/** Nothing is known that could be wrong. */
export const FAULTS: FaultWords<never> = {};

/** What is left out: all of it. */
export const GAPS: Words<"not-read"> = { "not-read": "{what}: not read; opened by {loader}" };
