import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link ERRORS}. */
export type ErrorCode = "not-zip" | "truncated" | "over-limit";

/** Codes of {@link FAULTS}. */
export type FaultCode =
  | "bad-member"
  | "bad-path"
  | "bad-size"
  | "duplicate-member"
  | "no-pickle"
  | "no-version"
  | "no-folder"
  | "second-folder"
  | "prefix";

/** Why an archive cannot be read. */
export const ERRORS: Words<ErrorCode> = {
  "not-zip": "{what}",
  truncated: "{what}",
  "over-limit": "{what}",
};

/** What is wrong with an archive whose members can be listed. */
export const FAULTS: FaultWords<FaultCode> = {
  "bad-member": ["error", 'member "{name}" {why}'],
  "bad-path": ["error", 'member "{name}" has a path that leaves the archive'],
  "bad-size": ["error", 'member "{name}" is said to have {size} bytes · more than {packed} packed ones can become'],
  "duplicate-member": ["error", 'member "{name}" stands twice: readers disagree on which counts'],
  "no-pickle": ["error", "archive holds tensors and no data.pkl that says what they are"],
  "no-version": ["error", "archive does not say which version its layout has"],
  "no-folder": ["error", "members lie in no folder, where no loader looks for them"],
  "second-folder": ["error", 'member "{name}" lies outside of the folder "{folder}" that holds the others'],
  prefix: ["error", "{count} bytes stand in front of the archive"],
};

/** What is left out. */
export const GAPS: Words<"listed-not-read"> = {
  "listed-not-read": "{count} pickles are listed, not read: which tensors the file holds is not known",
};
