/** Calls the probes and the deductions: the one place where a probe's failure becomes open claims. */

import type { Deduction, Observation, Probe, Workbench } from "../model/plugin.ts";
import type { Claim, Evidence, Finding, Gap } from "../model/types.ts";

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
  bench: Workbench,
  probes: readonly Probe[],
  deductions: readonly Deduction[],
): Promise<Observed> {
  const evidence: Evidence[] = [];
  const claims = new Map<string, Claim>();
  const findings: Finding[] = [];
  const gaps: Gap[] = [];
  for (const probe of probes.filter(({ kinds }) => kinds.includes(bench.release.kind))) {
    const { observation: seen, gaps: missed } = await askProbe(bench, probe);
    evidence.push(...seen.evidence);
    findings.push(...seen.findings);
    for (const claim of seen.claims) claims.set(claim.id, claim);
    gaps.push(...missed);
  }
  derive(deductions, claims);
  return { evidence, claims, findings, gaps };
}

/** What a probe saw; where it fails, its claims are open. @throws what it threw when the caller stopped the work. */
export async function askProbe(
  bench: Workbench,
  probe: Probe,
): Promise<{ readonly observation: Observation; readonly gaps: readonly Gap[] }> {
  try {
    return { observation: await probe.observe(bench), gaps: [] };
  } catch (error) {
    if (bench.signal.aborted) throw error;
    const claims = probe.answers.map(
      (id): Claim => ({ id, about: "*", value: "unknown", because: "probe-failed", evidence: [] }),
    );
    return { observation: { evidence: [], claims, findings: [] }, gaps: [describeFailure(probe, error)] };
  }
}

/** Adds to the claims what follows from them. */
export function derive(deductions: readonly Deduction[], claims: Map<string, Claim>): void {
  for (const deduction of inOrder(deductions)) claims.set(deduction.answers, deduction.derive(claims));
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
