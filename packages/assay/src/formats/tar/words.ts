import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link FAULTS}. */
export type FaultCode =
  | "cut-off"
  | "no-end"
  | "broken-header"
  | "behind-end"
  | "loose-bytes"
  | "duplicate-member"
  | "other-name"
  | "bad-path"
  | "link-outside"
  | "link"
  | "special-file";

/** Codes of {@link GAPS}. */
export type GapCode = "over-limit" | "sparse-file";

/** What begins like an archive is read as far as it goes. */
export const ERRORS: Words<never> = {};

/** What is wrong with an archive. An error is what readers read differently, or what reaches outside. */
export const FAULTS: FaultWords<FaultCode> = {
  "cut-off": ["error", 'member "{name}" reaches past the end of the file', "damage"],
  "no-end": ["note", "archive has no end mark"],
  "broken-header": ["error", "a header at {at} is broken, and readers disagree on what follows: {why}"],
  "behind-end": ["error", 'member "{name}" stands behind the end mark, where some readers do not look'],
  "loose-bytes": ["error", "{count} bytes belong to no member"],
  "duplicate-member": ["error", 'member "{name}" stands twice: readers disagree on which counts'],
  "other-name": ["error", 'member "{name}" is also called "{other}": readers disagree on its name'],
  "bad-path": ["error", 'member "{name}" has a path that leaves the archive'],
  "link-outside": ["error", 'member "{name}" is a link to "{target}", outside of the archive'],
  link: ["note", 'member "{name}" is a link to "{target}"'],
  "special-file": ["error", 'member "{name}" is a device or a pipe'],
};

/** What is left out. */
export const GAPS: Words<GapCode> = {
  "over-limit": 'member "{name}" was not read to its end: {why}',
  "sparse-file": 'member "{name}" is stored with holes, which is not read',
};
