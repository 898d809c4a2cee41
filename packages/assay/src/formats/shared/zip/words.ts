/** Words of what is wrong with a ZIP archive, whatever it holds. Formats that are such archives add theirs. */

import type { FaultWords, Words } from "../words.ts";

/** Codes of {@link ZIP_FAULTS}. */
export type ZipFaultCode =
  | "no-directory"
  | "cut-directory"
  | "wrong-count"
  | "second-end"
  | "no-header"
  | "other-name"
  | "other-data"
  | "overlap"
  | "cut-member"
  | "unlisted-member"
  | "duplicate-member"
  | "bad-path"
  | "link"
  | "false-flag"
  | "bad-checksum"
  | "no-checksum"
  | "bad-size"
  | "bad-data"
  | "bomb"
  | "loose-bytes";

/** What is wrong with an archive. An error is what readers read differently, or what hides bytes from some of them. */
export const ZIP_FAULTS: FaultWords<ZipFaultCode> = {
  "no-directory": ["error", "archive has no directory at its end: it is cut off", "damage"],
  "cut-directory": ["error", "directory of the archive is longer than what is read of it · {size} bytes", "damage"],
  "wrong-count": ["error", "archive is said to have {count} members and lists {listed}"],
  "second-end": ["error", "archive has a further end record, at {at}: readers disagree on its members"],
  "no-header": ["error", 'member "{name}" has no header where the directory says', "damage"],
  "other-name": ["error", 'member "{name}" is also called "{other}": readers disagree on its name'],
  "other-data": [
    "error",
    'member "{name}" has other sizes, checksum or packing in its own header than in the directory',
  ],
  overlap: ["error", 'member "{name}" shares bytes with another one or with the directory'],
  "cut-member": ["error", 'member "{name}" reaches past the end of the file · {packed} bytes', "damage"],
  "unlisted-member": ["error", 'member "{name}" stands in the archive and in no directory'],
  "duplicate-member": ["error", 'member "{name}" stands twice: readers disagree on which counts'],
  "bad-path": ["error", 'member "{name}" has a path that leaves the archive'],
  link: ["warning", 'member "{name}" is a link'],
  "false-flag": ["error", 'member "{name}" is marked as encrypted or patched and is neither: some readers refuse it'],
  "bad-checksum": ["error", 'member "{name}" does not have the checksum that is stated: some readers refuse it'],
  "no-checksum": ["note", 'member "{name}" states no checksum'],
  "bad-size": ["error", 'member "{name}" has {actual} bytes and is said to have {size}'],
  "bad-data": ["error", 'member "{name}" cannot be unpacked to its end: {why}', "damage"],
  bomb: ["warning", 'member "{name}" becomes {size} bytes from {packed}'],
  "loose-bytes": ["error", "{count} bytes {where} belong to no member"],
};

/** Codes of {@link ZIP_GAPS}. */
export type ZipGapCode = "encrypted" | "unknown-method" | "over-limit" | "headers-not-read" | "long-name";

/** What is left out of an archive. */
export const ZIP_GAPS: Words<ZipGapCode> = {
  encrypted: 'member "{name}" is encrypted and was not read',
  "unknown-method": 'member "{name}" is packed by method {method}, which is not read',
  "over-limit": 'member "{name}" was not read to its end: {why}',
  "long-name": "{count} members have names of more than {most} bytes, which were not compared to their middle",
  "headers-not-read": "{count} members and their headers were not read: the file is not at hand",
};
