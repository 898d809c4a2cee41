import type { FaultWords, Words } from "../shared/words.ts";
import { ZIP_FAULTS, ZIP_GAPS, type ZipFaultCode, type ZipGapCode } from "../shared/zip/words.ts";

/** An archive of which nothing can be told has faults, and no error: what loaders find in it is read. */
export const ERRORS: Words<never> = {};

/** What is wrong with an archive. */
export const FAULTS: FaultWords<ZipFaultCode> = ZIP_FAULTS;

/** What is left out. */
export const GAPS: Words<ZipGapCode> = ZIP_GAPS;
