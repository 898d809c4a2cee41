/** The order of severities. */

import type { Severity } from "./types.ts";

const ORDER: readonly Severity[] = ["note", "warning", "error"];

/** Negative when `a` matters less than `b`, 0 when they are alike. */
export function compareSeverities(a: Severity, b: Severity): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}
