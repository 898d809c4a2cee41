import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link FAULTS}. */
export type FaultCode = "bad-data" | "bad-checksum" | "trailing-bytes" | "bomb";

/** Codes of {@link GAPS}. */
export type GapCode = "over-limit" | "unknown-packing";

/** What is no such file has nothing to be told: its first bytes are few. */
export const ERRORS: Words<never> = {};

/** What is wrong with packed data. */
export const FAULTS: FaultWords<FaultCode> = {
  "bad-data": ["error", "{name} data cannot be unpacked to their end: {why}", "damage"],
  "bad-checksum": ["error", "{name} data do not have the checksum that is stated: some readers refuse them"],
  "trailing-bytes": ["error", "{count} bytes follow the {name} data, which some readers do not see"],
  bomb: ["warning", "{name} data become {size} bytes from {packed}"],
};

/** What is left out. */
export const GAPS: Words<GapCode> = {
  "over-limit": "{name} data were not read to their end: {why}",
  "unknown-packing": "{name} data are not read on this platform",
};
