/** Strong Kleene logic: a settled verdict never changes when an unknown becomes known. */

import type { Verdict } from "./types.ts";

/** Met when all are, unmet when one is; otherwise unknown. */
export function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("unmet")) return "unmet";
  return verdicts.includes("unknown") ? "unknown" : "met";
}

/** Met when one is, unmet when none can be; otherwise unknown. */
export function any(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("met")) return "met";
  return verdicts.includes("unknown") ? "unknown" : "unmet";
}

/** Turns met and unmet around and leaves unknown. */
export function not(verdict: Verdict): Verdict {
  if (verdict === "unknown") return "unknown";
  return verdict === "met" ? "unmet" : "met";
}

/** Met when `least` are, unmet when fewer can be; otherwise unknown. */
export function count(verdicts: readonly Verdict[], least: number): Verdict {
  const met = verdicts.filter((verdict) => verdict === "met").length;
  const open = verdicts.filter((verdict) => verdict === "unknown").length;
  if (met >= least) return "met";
  return met + open >= least ? "unknown" : "unmet";
}
