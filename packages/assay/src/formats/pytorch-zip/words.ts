import type { FaultWords, Words } from "../shared/words.ts";
import { ZIP_FAULTS, ZIP_GAPS, type ZipFaultCode, type ZipGapCode } from "../shared/zip/words.ts";

/** Codes of {@link FAULTS} beside those of any archive. */
export type FaultCode =
  | ZipFaultCode
  | "no-pickle"
  | "no-version"
  | "no-folder"
  | "second-folder"
  | "no-storage"
  | "other-storage";

/** An archive of which nothing can be told has faults, and no error: what loaders find in it is read. */
export const ERRORS: Words<never> = {};

/** What is wrong with an archive, and with one that is meant as a checkpoint: what loaders do not open is only broken. */
export const FAULTS: FaultWords<FaultCode> = {
  ...ZIP_FAULTS,
  "no-pickle": ["error", "archive holds tensors and no data.pkl that says what they are", "damage"],
  "no-version": ["error", "archive does not say which version its layout has", "damage"],
  "no-folder": ["error", "members lie in no folder, where no loader looks for them", "damage"],
  "second-folder": ["warning", 'member "{name}" lies outside of the folder "{folder}" that holds the others'],
  "no-storage": ["error", 'tensors lie in a member "{key}", which the archive does not have', "damage"],
  "other-storage": ["error", 'member "{name}" has {actual} bytes, and its tensors take {size}'],
};

/** What is left out. */
export const GAPS: Words<ZipGapCode> = ZIP_GAPS;
