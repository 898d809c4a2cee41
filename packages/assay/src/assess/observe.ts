/** Calls the probes and the deductions: the one place where a probe's failure becomes open claims. */

import type { Deduction, Probe } from "../model/plugin.ts";
import type { Claim, Evidence, Finding, Gap } from "../model/types.ts";
import type { OpenWorkbench } from "./workbench.ts";

/** What all probes together saw and concluded. */
export interface Observed {
  readonly evidence: readonly Evidence[];
  /** By claim id. */
  readonly claims: ReadonlyMap<string, Claim>;
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
}

/** Asks every probe, then derives what follows. The order of probes does not matter. */
export async function observe(
  bench: OpenWorkbench,
  probes: readonly Probe[],
  deductions: readonly Deduction[],
): Promise<Observed> {
  const evidence: Evidence[] = [];
  const claims = new Map<string, Claim>();
  const findings: Finding[] = [];
  const gaps: Gap[] = [];
  for (const probe of probes.filter(({ kinds }) => kinds.includes(bench.release.kind))) {
    try {
      const seen = await probe.observe(bench);
      evidence.push(...seen.evidence);
      findings.push(...seen.findings);
      for (const claim of seen.claims) claims.set(claim.id, claim);
    } catch (error) {
      if (bench.signal.aborted) throw error;
      for (const id of probe.answers)
        claims.set(id, { id, about: "*", value: "unknown", because: "probe-failed", evidence: [] });
      gaps.push(describeFailure(probe, error));
    }
  }
  for (const deduction of inOrder(deductions)) claims.set(deduction.answers, deduction.derive(claims));
  return { evidence, claims, findings, gaps };
}

function describeFailure(probe: Probe, error: unknown): Gap {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The probe ${probe.id} failed (${reason}); its questions stay open. Please report this.`;
  return { path: "", stage: "probe", code: "probe-failed", args: { probe: probe.id, reason }, message };
}

/** Deductions so that each comes after those that answer what it needs. @throws RangeError on a circle. */
function inOrder(deductions: readonly Deduction[]): readonly Deduction[] {
  const left = new Set(deductions);
  const ordered: Deduction[] = [];
  while (left.size > 0) {
    const open = new Set([...left].map(({ answers }) => answers));
    const next = [...left].find(({ needs }) => !needs.some((id) => open.has(id)));
    if (next === undefined) throw new RangeError(`deductions need each other: ${[...open].join(", ")}`);
    left.delete(next);
    ordered.push(next);
  }
  return ordered;
}
