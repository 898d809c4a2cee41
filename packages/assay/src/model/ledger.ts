/** Where a probe writes down what it saw. */

import { canonicalize } from "./canonical.ts";
import type { Observation } from "./plugin.ts";
import type { Claim, Doubt, Evidence, Finding, Value } from "./types.ts";

/** Evidence before it has its id. */
export type Note = Omit<Evidence, "id" | "probe">;

/** A number with what it counts. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
}

/** Numbers a probe's evidence and collects its claims. */
export interface Ledger {
  /** Writes evidence down and returns its id; the same observation again is the same evidence. */
  note(note: Note): string;
  /** Answers a claim. @throws RangeError when there is no evidence for it. */
  answer(claim: string, value: Value, evidence: readonly string[]): void;
  /** Answers a claim with a figure and its unit. @throws RangeError when there is no evidence for it. */
  measure(claim: string, figure: Figure, evidence: readonly string[]): void;
  /** Reports that files of the release contradict each other. */
  report(finding: Omit<Finding, "rule">): void;
  /** Leaves a claim open, with the reason. */
  leaveOpen(claim: string, because: Doubt, evidence?: readonly string[]): void;
  close(): Observation;
}

/** Opens the ledger of a probe. Claims are about all models of the release. */
export function openLedger(probe: string): Ledger {
  const evidence: Evidence[] = [];
  const claims: Claim[] = [];
  const findings: Finding[] = [];
  const known = new Map<string, string>();
  return {
    note(note) {
      const words = canonicalize(note);
      const before = known.get(words);
      if (before !== undefined) return before;
      const id = `${probe}#${evidence.length + 1}`;
      evidence.push({ id, probe, ...note });
      known.set(words, id);
      return id;
    },
    answer(id, value, seen) {
      if (seen.length === 0) throw new RangeError(`${id} is answered without evidence`);
      claims.push({ id, about: "*", value, evidence: seen });
    },
    measure(id, figure, seen) {
      if (seen.length === 0) throw new RangeError(`${id} is answered without evidence`);
      claims.push({ id, about: "*", ...figure, evidence: seen });
    },
    leaveOpen(id, because, seen = []) {
      claims.push({ id, about: "*", value: "unknown", because, evidence: seen });
    },
    report: (finding) => void findings.push({ rule: probe, ...finding }),
    close: () => ({ evidence, claims, findings }),
  };
}
