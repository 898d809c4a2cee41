/** Evidence of many ledgers, numbered as that of one. */

import { canonicalize } from "../model/canonical.ts";
import type { Observation } from "../model/plugin.ts";
import type { Claim, Evidence } from "../model/types.ts";

/** Evidence of many ledgers as that of one. */
export interface EvidenceBook {
  /** The claims with the ids that their evidence has here. */
  adopt(seen: Observation): readonly Claim[];
  /** Whether it is a search in vain, which differs from model to model only by the number of files. */
  isSearch(id: string): boolean;
  listAdded(): readonly Evidence[];
}

/** Opens it with what was noted of the whole, which keeps its ids. */
export function openEvidence(before: readonly Evidence[]): EvidenceBook {
  const known = new Map<string, Evidence>();
  const counts = new Map<string, number>();
  const searches = new Set<string>();
  const all: Evidence[] = [];
  const keep = (evidence: Evidence): string => {
    const { id: _, ...words } = evidence;
    const key = canonicalize(words);
    const twin = known.get(key);
    if (twin !== undefined) return twin.id;
    const n = (counts.get(evidence.probe) ?? 0) + 1;
    const own = { ...evidence, id: `${evidence.probe}#${n}` };
    counts.set(evidence.probe, n);
    known.set(key, own);
    all.push(own);
    if ("searched" in evidence.at) searches.add(own.id);
    return own.id;
  };
  for (const evidence of before) keep(evidence);
  return {
    adopt({ evidence, claims }) {
      const ids = new Map(evidence.map((one) => [one.id, keep(one)]));
      return claims.map((claim) => ({ ...claim, evidence: claim.evidence.map((id) => ids.get(id) ?? id) }));
    },
    isSearch: (id) => searches.has(id),
    listAdded: () => all.slice(before.length),
  };
}
