/** Which terms of a licence bind those who come after, and how a person calls them. */

import type { LineageTerms } from "../model/lineage.ts";

/** A term with its clause. */
export type Clause = LineageTerms["terms"][number];

/** What follows above a number of users, visits, or an amount of revenue. */
const EFFECTS: Readonly<Record<string, string>> = {
  "need-licence": "a licence of its own",
  "cut-off": "no use",
  display: "a name to be shown",
  "security-review": "a security review",
};

function nameThreshold({ value, details }: Clause, of: string): string {
  const number = Number(value).toLocaleString("en-GB");
  const currency = details?.currency === undefined ? "" : `${String(details.currency)} `;
  return `${EFFECTS[String(details?.effect)] ?? "conditions"} above ${currency}${number}${of}`;
}

/** What forbids nothing that the law allows, or is told apart only in the text. */
const VAGUE_USES: ReadonlySet<unknown> = new Set(["unlawful", "other"]);

/** In the order in which a person would ask; null where the value binds nobody. */
const RESTRICTIONS: Readonly<Record<string, (term: Clause) => string | null>> = {
  "commercial-use": ({ value }) => {
    if (value === true) return null;
    if (value === false) return "no commercial use";
    return value === "registration" ? "registration before commercial use" : "commercial use within limits";
  },
  "research-only": () => "research only",
  copyleft: ({ value }) => (value === "same-licence" ? "derivatives under the same licence" : "source to be given"),
  modification: ({ value }) => (value === false ? "no changed versions" : null),
  redistribution: ({ value }) => (value === false ? "no passing on" : null),
  "user-threshold": (term) => nameThreshold(term, " users"),
  "visit-threshold": (term) => nameThreshold(term, " visits"),
  "revenue-threshold": (term) => nameThreshold(term, " of revenue"),
  "territory-excluded": ({ value, details }) =>
    `${details?.scope === "multimodal" ? "multimodal models " : ""}not for ${String(value)}`,
  "service-gate": () => "conditions on hosted services",
  "outputs-may-train-others": ({ value }) => (value === true ? null : "limits on training others with outputs"),
  "outputs-may-compete": ({ value }) => (value === false ? "no competing outputs" : null),
  "outputs-make-derivatives": () => "models trained on outputs count as derivatives",
  "outputs-commercial-use": ({ value }) => (value === false ? "no commercial use of outputs" : null),
  "outputs-owner": ({ value }) => (value === "licensor" ? "outputs belong to the licensor" : null),
  // That users have to be told of its terms binds who passes it on.
  "pass-through": ({ value, details }) => {
    if (value === "use-restrictions") return "restrictions of use to be passed on";
    return value === "same-terms" && details?.of !== "copies" ? "the same terms for derivatives" : null;
  },
  "forbidden-use": () => "forbidden uses",
  "policy-by-url": () => "a policy of use",
  "policy-by-reference": () => "a policy of use",
  "guardrail-lock": () => "guardrails to be kept",
  "remote-restriction": () => "the licensor may restrict use",
  "must-update": () => "updates to be followed",
  "content-filter": () => "content to be filtered",
};

/** What the term is called as a restriction; null where it is none. */
export function nameRestriction(term: Clause): string | null {
  return RESTRICTIONS[term.type]?.(term) ?? null;
}

/** Restrictions of a licence and of the policies that are part of it, the weightiest first. */
export function listRestrictions(id: string, known: ReadonlyMap<string, LineageTerms>): readonly Clause[] {
  const order = Object.keys(RESTRICTIONS);
  const terms = listTerms(id, known);
  const areUsesNamed = terms.some(({ type, value }) => type === "forbidden-use" && !VAGUE_USES.has(value));
  return terms
    .filter((term) => nameRestriction(term) !== null && (areUsesNamed || term.type !== "forbidden-use"))
    .filter(({ type, value }) => type !== "forbidden-use" || value !== "unlawful")
    .filter(({ type, value }) => type !== "pass-through" || value !== "same-terms" || isOwnTerms(id))
    .toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
}

/**
 * Whether a licence is a publisher's own. What listed licences say of this is of the work itself; what is made from it is
 * told by their copyleft (CC-BY-NC-4.0, 2.a.5.B: the offer to those downstream).
 */
function isOwnTerms(id: string): boolean {
  return id.startsWith("LicenseRef-");
}

/** All terms of a licence, and those of its policies. */
export function listTerms(id: string, known: ReadonlyMap<string, LineageTerms>): readonly Clause[] {
  const { terms = [], incorporates = [] } = known.get(id) ?? {};
  const policies = incorporates.flatMap((policy) =>
    (known.get(policy)?.terms ?? []).map((term) => ({ ...term, clause: `its policy, ${term.clause}` })),
  );
  return [...terms, ...policies];
}

/** "no commercial use (§2.a), research only (§1.i) and 4 more". */
export function nameAll(terms: readonly Clause[]): string {
  const named = new Map<string, string>();
  for (const term of terms) {
    const name = nameRestriction(term) ?? term.type;
    if (!named.has(name)) named.set(name, nameClause(term.clause));
  }
  const all = [...named].map(([name, clause]) => `${name} (${clause})`);
  const rest = all.length - MOST_NAMED;
  return all.slice(0, MOST_NAMED).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

/** A line tells the weightiest; the licence's own page tells all. */
const MOST_NAMED = 4;

/** `1.b.v` → `§1.b.v`; a heading or a paragraph stays what it is. */
export function nameClause(clause: string): string {
  return /^(?:\d|[IVX]+\b)/.test(clause) ? `§${clause}` : clause;
}
