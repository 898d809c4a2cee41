/** The terms of licences by their ids alone: what would hold if a work were under them. */

import type { Note } from "../model/ledger.ts";
import type { GoverningTerms, StatedTerm, TermSet } from "../model/terms.ts";
import type { KnownTerms } from "./known-license.ts";
import { type LicenseTerms, type ShippedTerms, scopeOf } from "./license-terms.ts";
import { describeTerm } from "./terms/describe-term.ts";

/** Types of terms that ask something of who takes the work. */
const DUTIES: ReadonlySet<string> = new Set([
  "attribution",
  "naming",
  "copyleft",
  "pass-through",
  "content-filter",
  "guardrail-lock",
  "must-update",
]);

/** What would hold at once; each id may be a choice, `A OR B`. What nobody read permits nothing. */
export function governById(ids: readonly string[], known: LicenseTerms): GoverningTerms {
  return { demands: ids.map((demand) => demand.split(" OR ").map((id) => openSet(id, known))), isElsewhere: false };
}

/** What these licences demand of who takes the work, each with its clause; of a licence that nobody read, that. */
export function listDuties(ids: readonly string[], known: LicenseTerms): readonly string[] {
  return ids
    .flatMap((demand) => demand.split(" OR "))
    .flatMap((id): readonly string[] => {
      const terms = known.get(id);
      if (terms === undefined) return [`what ${id} demands is not known here`];
      return terms.terms
        .filter(isDuty)
        .map((term) => describeTerm({ ...term, name: terms.name ?? id }, "by-name").message);
    });
}

function isDuty({ type, value }: KnownTerms["terms"][number]): boolean {
  return DUTIES.has(type) && value !== false;
}

function openSet(id: string, known: LicenseTerms): TermSet {
  const terms = known.get(id);
  const name = terms?.name ?? id;
  const note = noteOf(name);
  if (terms === undefined)
    return { name: id, isWhole: false, hasUnreadPolicy: false, isPolicy: false, terms: [], note };
  const policies = (terms.incorporates ?? []).flatMap((policy) => stateAll(known.get(policy), policy));
  return { name: id, ...scopeOf(terms), terms: [...stateAll(terms, name), ...policies], note };
}

function stateAll(terms: ShippedTerms | undefined, name: string): readonly StatedTerm[] {
  return (terms?.terms ?? []).map(({ type, value, clause, details }) => {
    const kept = { type, value, ...(details && { details }) };
    return { ...kept, note: { ...noteOf(name), ...describeTerm({ ...kept, clause, name }, "by-name") } };
  });
}

/** Nothing was read: the place is the licence's name. */
function noteOf(name: string): Note {
  return {
    code: "licence-imagined",
    args: { license: name },
    message: name,
    basis: "inferred",
    at: { searched: [name] },
  };
}
