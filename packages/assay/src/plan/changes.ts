/** Changes of claims, as a plan shows them, and what they make of the claims. */

import type { ClaimChange, PlanClaims } from "../model/plans.ts";
import { RIGHTS_QUESTIONS } from "../model/rights.ts";
import type { Claim, Value } from "../model/types.ts";
import { findComponent, propertyOf } from "./publisher.ts";
import type { Change } from "./search.ts";

/** A change with what the claim says now. */
export function showChange({ claim, to }: Pick<Change, "claim" | "to">, claims: PlanClaims): ClaimChange {
  const from = claims.get(claim);
  return {
    claim,
    from: from?.value ?? "unknown",
    ...(from?.because !== undefined && { because: from.because }),
    to,
    wanted: sayWanted(claim, to),
  };
}

/** The claims as they would be. What is proposed has no evidence, and counts nowhere as proven. */
export function applyChanges(claims: PlanClaims, changes: readonly Pick<Change, "claim" | "to">[]): PlanClaims {
  const proposed = changes.map(({ claim, to }): [string, Claim] => [
    claim,
    { id: claim, about: "*", value: to, evidence: [] },
  ]);
  return new Map([...claims, ...proposed]);
}

function questionOf(claim: string): string {
  return RIGHTS_QUESTIONS.find(({ id }) => claim === `rights.${id}`)?.question ?? claim;
}

const PROPERTIES: Readonly<Record<string, string>> = {
  published: "in the release",
  complete: "whole",
  linked: "linked from the card",
};

function sayWanted(claim: string, to: Value): string {
  const component = findComponent(claim);
  const name = component?.name.toLowerCase() ?? claim.replace(/[.-]/g, " ");
  const property = propertyOf(claim);
  if (property === "license" && typeof to === "object") return `${name} under ${to.join(" and ")} or a licence like it`;
  if (claim === "rights.unlimited") return "terms without limits of use";
  if (claim.startsWith("rights.")) return `terms that answer "${questionOf(claim)}" with ${String(to)}`;
  if (property === "access") return `access to ${name}: ${String(to)}`;
  if (component !== undefined && to === true) return `${name} ${PROPERTIES[property] ?? property}`;
  if (typeof to === "number") return `${name}: ${to}`;
  return to === false ? `no ${name}` : name;
}
