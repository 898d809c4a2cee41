/** What a user's policy minds, and what an assessment comes to under it. Exit codes are decided here and nowhere else. */

import type { Assessment } from "../model/documents.ts";
import type { Severity } from "../model/types.ts";

/** What is minded: the least severity that fails, and whether a gap leaves the question open. */
export interface Policy {
  readonly id: string;
  readonly failsFrom: Severity;
  readonly gapsUnsettle: boolean;
}

/** No finding of severity error, and nothing left unread that could hide one. */
export const DEFAULT_POLICY: Policy = { id: "default", failsFrom: "error", gapsUnsettle: true };

/** 0: the policy holds. 1: it fails. 2: it cannot be settled. */
export type ExitCode = 0 | 1 | 2;

/** What a policy says of an assessment. */
export interface Decision {
  readonly policy: string;
  readonly outcome: "holds" | "fails" | "unsettled";
  readonly exitCode: ExitCode;
  /** Messages of what failed it or left it open. */
  readonly reasons: readonly string[];
  /** When it was decided, ISO 8601. */
  readonly decidedAt: string;
}

const SEVERITIES: readonly Severity[] = ["note", "warning", "error"];

/** Decides an assessment under a policy. A failure is settled whatever else is open. */
export function decide(assessment: Assessment, policy: Policy, now: Date): Decision {
  const least = SEVERITIES.indexOf(policy.failsFrom);
  const failed = assessment.findings.filter(({ severity }) => SEVERITIES.indexOf(severity) >= least);
  const stamp = { policy: policy.id, decidedAt: now.toISOString() };
  if (failed.length > 0)
    return { ...stamp, outcome: "fails", exitCode: 1, reasons: failed.map(({ message }) => message) };
  const open = policy.gapsUnsettle ? assessment.gaps.map(({ message }) => message) : [];
  if (assessment.artifacts.length === 0) open.unshift("There is no file in it.");
  if (open.length > 0) return { ...stamp, outcome: "unsettled", exitCode: 2, reasons: open };
  return { ...stamp, outcome: "holds", exitCode: 0, reasons: [] };
}
