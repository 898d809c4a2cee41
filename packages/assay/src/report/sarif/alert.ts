/** What a run tells, before it is put into SARIF's words. */

import type { Severity } from "../../model/types.ts";

/** The kind of a finding: SARIF calls it a rule. */
export interface Kind {
  /** `rule/code`: stable, and what a finding is closed by. */
  readonly id: string;
  readonly title: string;
  /** What to do about it. */
  readonly advice: string;
  /** Address of its page. */
  readonly help?: string;
  /** Set where it is a danger to who loads the file: such findings have a score of severity. */
  readonly isSecurity: boolean;
}

/** One finding with its place in the release. */
export interface Alert {
  readonly kind: Kind;
  readonly severity: Severity;
  readonly message: string;
  /** The file, with its origin where that is not the first one. */
  readonly path: string;
  /** Members walked through, outermost first; an offset is one in the innermost. */
  readonly inside: readonly string[];
  readonly offset?: number;
  readonly line?: number;
  /** The name that a pickle imports. */
  readonly global?: string;
}

/** All findings of one document. */
export interface Alerts {
  readonly tool: { readonly version: string };
  /** What was looked at, and by which command: findings of two of them never stand for each other. */
  readonly category: string;
  readonly alerts: readonly Alert[];
}
