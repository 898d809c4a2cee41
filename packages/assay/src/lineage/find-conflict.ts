/** Whether a release may be put under another licence, by those of the models that it was made from. */

import type { Ancestor, Assessment } from "../model/documents.ts";
import type { Claim } from "../model/types.ts";
import { carry, type Known } from "./carry.ts";
import { nameAll } from "./restrictions.ts";

/** What is known of a release and its bases. */
export type Descent = Pick<Assessment, "lineage" | "evidence" | "origins">;

/** Of one model its own bases: without those that only another model of the release is said to be made from. */
export function descentOf(assessment: Assessment, about: string): Descent {
  if (about === "*") return assessment;
  const cited = (isOf: (claim: Claim) => boolean): ReadonlySet<string> =>
    new Set(
      assessment.claims
        .filter((claim) => claim.id.startsWith("lineage.") && isOf(claim))
        .flatMap(({ evidence }) => evidence),
    );
  const own = cited((claim) => claim.about === about);
  const others = cited((claim) => claim.about !== about && claim.about !== "*");
  const isOthers = ({ evidence }: Ancestor): boolean =>
    evidence.length > 0 && evidence.every((id) => others.has(id) && !own.has(id));
  return { ...assessment, lineage: assessment.lineage.filter((one) => !isOthers(one)) };
}

/** Licences of the models that it was made from; several are revisions of which it is not said which applies. */
export function listBaseLicenses(descent: Descent): readonly string[] {
  return [...new Set(descent.lineage.filter((one) => isSettled(one, descent)).flatMap(idsOf))];
}

/** Ids of the evidence that names what it was made from. */
export function listBaseEvidence(descent: Descent): readonly string[] {
  return descent.lineage.filter((one) => isSettled(one, descent)).flatMap(({ evidence }) => evidence);
}

/** Why `license` would not carry what a base demands, or is not known to; null where nothing stands against it. */
export function findConflict(descent: Descent, license: string, known: Known): string | null {
  for (const ancestor of descent.lineage.filter((one) => isSettled(one, descent))) {
    const ids = idsOf(ancestor);
    const each = ids.map((id) => (id === license ? { missing: [], open: [] } : carry(id, [license], known)));
    // Of several revisions all have to stand against it.
    const [first] = each.filter(({ missing, open }) => missing.length + open.length > 0);
    if (first === undefined || each.some(({ missing, open }) => missing.length + open.length === 0)) continue;
    const made = `It was made from ${ancestor.base}, which is under ${ancestor.license}`;
    if (first.missing.length === 0)
      return `${made}; whether ${license} carries ${nameAll(first.open)} is not known here.`;
    return `${made}; ${license} does not carry what that demands: ${nameAll(first.missing)}.`;
  }
  return null;
}

/** What has to be settled before anybody chooses other terms: a base of which it is not known whether or how it binds. */
export function findOpenBase(descent: Descent): string | null {
  const open = descent.lineage.find((one) => {
    return one.relation !== "dataset" && (one.license === null || !isSettled(one, descent));
  });
  if (open === undefined) return null;
  return open.why.includes(open.base) ? open.why : `${open.base}: ${open.why}`;
}

/**
 * Data do not bind the model as a base does. Nor does what a configuration only mentions, a model that only taught it, or
 * the publisher's own work: those are questions, and nothing is blocked by a question.
 */
function isSettled({ relation, compatible, base, evidence: cited }: Ancestor, { evidence, origins }: Descent): boolean {
  if (relation === "dataset") return false;
  if (compatible !== "unknown") return true;
  const codes = new Set(evidence.filter(({ id }) => cited.includes(id)).map(({ code }) => code));
  const isApart = evidence.some(({ code }) => code === "trained-apart");
  const owner = ownerOf(base);
  const isOwn = origins.some(({ target }) => ownerOf(target.replace(/@[^@/]*$/, "")) === owner);
  return codes.has("base-named") && !isApart && !isOwn;
}

/** `acme` of `acme/owl` and of `hf:acme/owl`. */
function ownerOf(name: string): string | undefined {
  return name.split(/[/:]/).at(-2)?.toLowerCase();
}

function idsOf({ license }: Ancestor): readonly string[] {
  return license === null ? [] : license.split(" or ");
}
