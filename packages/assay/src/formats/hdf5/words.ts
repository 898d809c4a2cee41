import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link ERRORS}. */
export type ErrorCode = "not-hdf5" | "unknown-version" | "bad-superblock";

/** Codes of {@link FAULTS}. */
export type FaultCode =
  | "missing-bytes"
  | "trailing-bytes"
  | "bad-structure"
  | "overlap"
  | "size-mismatch"
  | "external-link"
  | "external-data"
  | "virtual-data"
  | "foreign-link"
  | "foreign-filter";

/** Codes of {@link GAPS}. */
export type GapCode = "not-read" | "unlisted" | "loose-bytes";

/** Why a file is no HDF5 file that can be read. */
export const ERRORS: Words<ErrorCode> = {
  "not-hdf5": "file has no HDF5 signature where one may stand",
  "unknown-version": "version of the superblock is not one that is read · {version} · 0 to 3 are",
  "bad-superblock": "{what}",
};

/** What is wrong with a file of which something can be read. */
export const FAULTS: FaultWords<FaultCode> = {
  "missing-bytes": ["error", "file is cut off · has {size} bytes · its superblock says {expected}", "damage"],
  "trailing-bytes": ["error", "{count} bytes follow the end that the superblock states · {expected}"],
  "bad-structure": ["error", "{what}", "damage"],
  overlap: ["error", 'data of "{name}" lies over other parts of the file, from byte {from} on'],
  "size-mismatch": ["error", 'data set "{name}" has {actual} bytes of data · {expected} by its shape and type'],
  "external-link": ["error", 'link "{name}" leads to an object of another file, "{file}"'],
  "external-data": ["error", 'data set "{name}" has its data in another file, "{file}"'],
  "virtual-data": ["error", 'data set "{name}" is put together from data sets of other files'],
  "foreign-link": ["warning", 'link "{name}" is of the kind {kind}, which needs code of its own'],
  "foreign-filter": ["warning", 'data set "{name}" is packed with filter {filter}, which needs a plugin'],
};

/** What is left out. */
export const GAPS: Words<GapCode> = {
  "not-read": "{what} is not read",
  unlisted: "{count} further data sets are not listed by name",
  "loose-bytes": "{count} bytes belong to no object and are not zero",
};
