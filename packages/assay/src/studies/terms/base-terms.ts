/**
 * The terms of what the weights were made from. Whoever tunes, merges or quantises a model can give out no more than they
 * have: a licence on the card that is milder than the base's permits nothing that the base's denies.
 */

import { scopeOf } from "../../licenses/license-terms.ts";
import type { FoundBase, FoundLineage } from "../../model/lineage.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { StatedTerm, TermSet } from "../../model/terms.ts";
import { lineage } from "../lineage/index.ts";
import { knownTerms } from "../shared/known-terms.ts";
import { noteTerm } from "./note-term.ts";

/** Demands of the bases whose licences are known and are none of the release's own. */
export async function readBaseDemands(
  bench: Workbench,
  own: ReadonlySet<string>,
): Promise<readonly (readonly [TermSet])[]> {
  const found = await bench.study(lineage);
  if (found.apart !== null) return [];
  const demands: (readonly [TermSet])[] = [];
  for (const base of found.bases.filter((one) => isBinding(one, found))) {
    // Of several revisions nobody knows which applies: each may.
    for (const id of base.license?.ids ?? []) {
      const set = own.has(id) ? null : await readBase(bench, base, id);
      if (set !== null) demands.push([set]);
    }
  }
  return demands;
}

/** Who made the base may give it out anew under other terms; what is only mentioned binds nobody. */
function isBinding({ relation, isHint, license, base }: FoundBase, { owners }: FoundLineage): boolean {
  const owner = base.split("/", 1).join("").toLowerCase();
  const isOwn = owners.some((one) => one.toLowerCase() === owner);
  return relation !== "dataset" && !isHint && license !== null && !isOwn;
}

/** Of a licence whose text nobody read for its terms those count that others state of it: they deny, and permit nothing. */
const IN_PART = { isWhole: false, hasUnreadPolicy: false, isPolicy: false } as const;

async function readBase(bench: Workbench, { base, notes }: FoundBase, id: string): Promise<TermSet | null> {
  const known = await bench.study(knownTerms);
  const { terms: stated } = await bench.study(lineage);
  if (!stated.has(id)) return null;
  const [note] = notes;
  const source = { artifact: { origin: "", path: base }, found: null, terms: { ids: [id] }, note };
  const terms: StatedTerm[] = [];
  for (const one of [id, ...(stated.get(id)?.incorporates ?? [])]) {
    const name = `${known.get(one)?.name ?? one} of ${base}`;
    for (const term of stated.get(one)?.terms ?? []) {
      const { type, value, details } = term;
      const told = await noteTerm(bench, source, { ...term, name, isOfText: false });
      terms.push({ type, value, ...(details && { details }), note: told });
    }
  }
  const whole = known.get(id);
  return { name: id, ...(whole === undefined ? IN_PART : scopeOf(whole)), terms, note };
}
