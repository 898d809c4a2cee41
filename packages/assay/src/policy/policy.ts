/** What a user's policy minds, and what an assessment comes to under it. Exit codes are decided here and nowhere else. */

import type { Decision } from "../model/decision.ts";
import type { Assessment } from "../model/documents.ts";
import { compareSeverities } from "../model/severity.ts";
import type { Severity } from "../model/types.ts";

/** What is minded: the least severity that fails, and whether a gap leaves the question open. */
export interface Policy {
  readonly id: string;
  readonly failsFrom: Severity;
  readonly gapsUnsettle: boolean;
}

/** No finding of severity error, and nothing left unread that could hide one. */
export const DEFAULT_POLICY: Policy = { id: "default", failsFrom: "error", gapsUnsettle: true };

/** Decides an assessment under a policy. A failure is settled whatever else is open. */
export function decide(assessment: Assessment, policy: Policy, now: Date): Decision {
  const failed = assessment.findings.filter(({ severity }) => compareSeverities(severity, policy.failsFrom) >= 0);
  const stamp = { policy: policy.id, decidedAt: now.toISOString() };
  if (failed.length > 0)
    return { ...stamp, outcome: "fails", exitCode: 1, reasons: failed.map(({ message }) => message) };
  const open = policy.gapsUnsettle ? assessment.gaps.map(({ message }) => message) : [];
  if (assessment.artifacts.length === 0) open.push("There is no file in it.");
  if (open.length > 0) return { ...stamp, outcome: "unsettled", exitCode: 2, reasons: open };
  return { ...stamp, outcome: "holds", exitCode: 0, reasons: [] };
}
