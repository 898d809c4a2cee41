/** What an assessment comes to under a policy. */

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
