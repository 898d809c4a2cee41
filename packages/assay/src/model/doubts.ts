/** Why a claim stays open, in words that follow the name of what is open. */

import type { Doubt } from "./types.ts";

/** "paper: linked, not part of what was read". */
export const DOUBT_WORDS: Readonly<Record<Doubt, string>> = {
  "not-observed": "not found in what was read",
  "listed-not-read": "listed, not read",
  elsewhere: "linked, not part of what was read",
  offline: "not reached: offline",
  conflicting: "stated in contradicting ways",
  unidentified: "not one that is known",
  unreadable: "there, not readable",
  "probe-failed": "not looked at, a probe failed",
  "over-limit": "too large to read",
};
