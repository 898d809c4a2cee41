/** Licence texts of a locked release: did one change in a way that matters? */

import type { LockedLicense, LockedTarget } from "../model/changes.ts";
import type { LicenseComparison } from "../model/documents.ts";
import type { Sentence } from "./sentence.ts";

/** Holds two locked licences beside each other by what the lock keeps of them. */
export type CompareLocked = (
  older: LockedLicense,
  newer: LockedLicense,
) => Pick<LicenseComparison, "verdict" | "headline">;

/** Looks at every text of both. */
export function lookAtLicenses(old: LockedTarget, now: LockedTarget, compare: CompareLocked): readonly Sentence[] {
  const here = new Map(now.licenses.map((one) => [keyOf(one), one]));
  const byDigest = new Map(now.licenses.flatMap((one) => (one.digest === null ? [] : [[one.digest, one] as const])));
  const isBroken = !now.isListed;
  const kept = new Set<LockedLicense>();
  const told = old.licenses.flatMap((was): readonly Sentence[] => {
    const is = here.get(keyOf(was)) ?? (was.digest === null ? undefined : byDigest.get(was.digest));
    if (is === undefined) return [[isBroken ? "open" : "fails", `${was.path} is gone; it was ${nameOf(was)}`]];
    kept.add(is);
    return isSame(was, is) ? [] : weigh(is, compare(was, is));
  });
  const added = now.licenses.filter((one) => !kept.has(one));
  return [...told, ...added.map((one): Sentence => ["note", `${one.path} is new: ${nameOf(one)}`])];
}

/** The same bytes; or both are one licence's own text; or, without bytes, the same licence and terms. */
function isSame(was: LockedLicense, is: LockedLicense): boolean {
  if (was.digest !== null && is.digest !== null) {
    return was.digest === is.digest || (isClean(was) && isClean(is) && was.match.id === is.match.id);
  }
  return JSON.stringify([was.match, was.terms]) === JSON.stringify([is.match, is.terms]);
}

function weigh({ path }: LockedLicense, { verdict, headline }: ReturnType<CompareLocked>): readonly Sentence[] {
  if (verdict === "wider") return [["note", `${path}: ${headline}`]];
  if (verdict === "narrower" || verdict === "both") return [["fails", `${path}: ${headline}`]];
  return [["open", `${path} has other words, and a lock keeps no words to compare. ${headline}`]];
}

function keyOf({ path, component }: LockedLicense): string {
  return `${component}\n${path}`;
}

function isClean({ match: { kind } }: LockedLicense): boolean {
  return kind === "exact" || kind === "equivalent";
}

function nameOf(license: LockedLicense): string {
  const { id, kind } = license.match;
  if (id === null) return "no licence that is known";
  return isClean(license) ? id : `${kind} ${id}`;
}
