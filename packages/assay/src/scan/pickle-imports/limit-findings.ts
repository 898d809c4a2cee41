/** How many names of one pickle are told one by one. */

import { compareSeverities } from "../../model/severity.ts";
import type { Finding } from "../../model/types.ts";

/** Findings that are listed; the rest is counted, so that no file floods a report. */
const LISTED = 100;

/** The worst come first, so that none of them is among those that are only counted while others are listed. */
export function limitFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= LISTED) return findings;
  const sorted = findings.toSorted((a, b) => compareSeverities(b.severity, a.severity));
  const [first, ...more] = sorted.slice(LISTED);
  if (first === undefined) return findings;
  const count = 1 + more.length;
  const message = `imports ${count} more ${count === 1 ? "name" : "names"} that ${count === 1 ? "is" : "are"} not known to be harmless`;
  return [...sorted.slice(0, LISTED), { ...first, code: "more-globals", args: { count }, message }];
}
