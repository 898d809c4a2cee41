/** What a publisher can do, what it takes, and what is not theirs to do. */

import { COMPONENTS, type Component } from "../model/components.ts";
import type { PlanClaims } from "../model/plans.ts";
import { RIGHTS_QUESTIONS } from "../model/rights.ts";
import type { Claim, Value } from "../model/types.ts";
import { WORSE_IF_TRUE } from "../model/worse-claims.ts";
import type { Effort, Moves } from "./moves.ts";
import { OTHER_TERMS, PARTS, SENTENCE, USUAL_LICENSES } from "./parts.ts";
import { PASSAGES } from "./passages.ts";

/** What the release was made from, as far as it binds its terms. */
export interface Bases {
  /** Licences of models that it was made from. */
  readonly licenses: readonly string[];
  /** Why the weights cannot be under this licence; null where nothing known stands against it. */
  conflict(license: string): string | null;
  /** What has to be settled before the weights get other terms; null where nothing is. */
  readonly open: string | null;
  /** Ids of the evidence that names them. */
  readonly evidence: readonly string[];
}

/** A licence text at the root of a release. */
export interface RootLicense {
  readonly path: string;
  readonly id: string;
}

/** Claims for which "no" is what one hopes for. */
const HOPED_FALSE: ReadonlySet<string> = new Set(WORSE_IF_TRUE);
/** Claims that say what is so: nobody makes them otherwise, whatever is published. */
const FACTS =
  /^(?:lineage\.|model\.|weights\.(?:parameters|dtypes)$|training-compute\.|training-data\.tokens$|modification\.)/;
/** Work where no table knows the claim: as a document. */
const SOME_WORK = 5;

/** The moves of this release's publisher. */
export function openPublisher(claims: PlanClaims, bases: Bases, root: RootLicense | null = null): Moves {
  const inUse = [...(root === null ? [] : [root.id]), ...listInUse(claims)];
  const isOut = (id: string): boolean => claims.get(`${id}.published`)?.value === true;
  return {
    prefer: (claim) => listPreferred(claim, inUse, bases),
    allows: (claim, to) => allows(claim, to, bases),
    weigh(claim, from, to): Effort {
      const blocked = findBlock(claim, { from, to }, bases);
      const subject = nameSubject(claim, { isOut, from, bases });
      return { subject, work: weighWork(claim, subject, from), ...(blocked !== null && { blocked }) };
    },
  };
}

/** The component that a claim is about. */
export function findComponent(claim: string): Component | undefined {
  return COMPONENTS.find(({ id }) => claim.startsWith(`${id}.`));
}

/** The last word of a claim's id. */
export function propertyOf(claim: string): string {
  return claim.slice(claim.lastIndexOf(".") + 1);
}

interface Naming {
  readonly isOut: (id: string) => boolean;
  readonly from: Claim | undefined;
  readonly bases: Bases;
}

/** Subject of terms that are stated once, for all parts that have none. */
export const ALL_TERMS = "release:terms";

/** What is added at once: a part with its licence; the terms of parts that are out; a passage. */
function nameSubject(claim: string, { isOut, from, bases }: Naming): string {
  if (claim.startsWith("rights.")) return isOut("weights") ? nameTerms("weights", from, bases) : "weights";
  if (claim.startsWith("data-information.") && !isOut("data-card")) return "data-card";
  const component = findComponent(claim);
  if (component === undefined || PASSAGES[claim] !== undefined) return claim;
  if (!isOut(component.id)) return component.id;
  if (propertyOf(claim) === "license") return nameTerms(component.id, from, bases);
  return `${component.id}:${propertyOf(claim)}`;
}

/** One text states the terms of all parts that have none; other terms, and those of a base's descendant, are a matter apart. */
function nameTerms(id: string, from: Claim | undefined, { licenses, open }: Bases): string {
  const isBound = id === "weights" && (licenses.length > 0 || open !== null);
  const isOpen = from === undefined || from.because !== undefined || isWithout(from);
  return isOpen && !isBound ? ALL_TERMS : `${id}:terms`;
}

function weighWork(claim: string, subject: string, from: Claim | undefined): number {
  const known = from !== undefined && from.because === undefined;
  if (subject.endsWith(":terms")) return known && !isWithout(from) ? OTHER_TERMS : SENTENCE;
  const own = PASSAGES[claim]?.work;
  if (own !== undefined) return own;
  if (propertyOf(claim) === "linked" || propertyOf(claim) === "access") return SENTENCE;
  const component = findComponent(claim);
  return component === undefined ? SOME_WORK : PARTS[component.id].work;
}

/** Whether a claim on a licence says that there is none. */
export function isWithout({ value }: Claim): boolean {
  return typeof value === "object" && value.every((id) => id === "NONE");
}

function listInUse(claims: PlanClaims): readonly string[] {
  return COMPONENTS.flatMap(({ id }) => {
    const value = claims.get(`${id}.license`)?.value;
    return typeof value === "object" ? value : [];
  });
}

/** Licences that the release or its bases have already come before those that people usually choose. */
function listPreferred(claim: string, inUse: readonly string[], { licenses }: Bases): readonly Value[] {
  if (propertyOf(claim) === "access") return ["open"];
  const component = findComponent(claim);
  if (propertyOf(claim) !== "license" || component === undefined) return [];
  const usual = USUAL_LICENSES[component.id === "weights" ? "weights" : component.type];
  const kept = inUse.filter((id) => usual.includes(id));
  const ofBases = component.id === "weights" ? licenses : [];
  return [...new Set([...kept, ...ofBases, ...usual])].map((id) => [id]);
}

function allows(claim: string, to: Value, bases: Bases): boolean {
  const property = propertyOf(claim);
  if (property === "license") return typeof to === "object" && to.every((id) => isProposed(id, bases));
  if (property === "access") return to === "open" || to === "gated";
  if (claim.startsWith("rights.") && claim !== "rights.unlimited") return to === hopeOf(claim);
  if (typeof to === "boolean") return to === !HOPED_FALSE.has(claim);
  return !claim.startsWith("lineage.");
}

/** A licence that somebody else made for one model is proposed where the base has it, and nowhere else. */
function isProposed(id: string, { licenses }: Bases): boolean {
  return licenses.includes(id) || (id !== "NONE" && !id.startsWith("LicenseRef-"));
}

function hopeOf(claim: string): string {
  return RIGHTS_QUESTIONS.find(({ id }) => claim === `rights.${id}`)?.isPermission === false ? "no" : "yes";
}

interface Asked {
  readonly from: Claim | undefined;
  readonly to: Value;
}

function findBlock(claim: string, { from, to }: Asked, bases: Bases): string | null {
  const isKnown = from !== undefined && from.because === undefined;
  if (FACTS.test(claim) && isKnown) return `It is so (${claim}: ${String(from.value)}); no publication changes it.`;
  if (claim.startsWith("rights.")) return findConflict(USUAL_LICENSES.weights, bases);
  if (claim === "weights.license" && typeof to === "object") return findConflict(to, bases);
  return null;
}

/** A conflict that stands against every one of these licences. */
function findConflict(licenses: readonly string[], bases: Bases): string | null {
  const conflicts = licenses.map((id) => bases.conflict(id));
  return conflicts.includes(null) ? null : (conflicts[0] ?? null);
}
