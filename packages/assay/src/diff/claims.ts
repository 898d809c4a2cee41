/** Claims of two releases: what is disclosed otherwise. Rights and components are told apart. */

import { canonicalize } from "../model/canonical.ts";
import type { ChangeKind, ClaimChange, ClaimSide } from "../model/changes.ts";
import type { Assessment } from "../model/documents.ts";
import type { Claim } from "../model/types.ts";
import type { Causes } from "./cause.ts";
import type { Naming } from "./names.ts";

/** Told among rights and components. */
const ELSEWHERE = /^rights\.|\.published$/;

/** All claims that are answered otherwise, by id. */
export function diffClaims(
  { claims: older }: Pick<Assessment, "claims">,
  { claims: newer }: Pick<Assessment, "claims">,
  { nameOld, nameNew, causes }: Naming & { readonly causes: Causes },
): readonly ClaimChange[] {
  const before = new Map(older.map((claim) => [keyOf(claim, nameOld), claim]));
  const after = new Map(newer.map((claim) => [keyOf(claim, nameNew), claim]));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key) => {
    const [old, next] = [before.get(key), after.get(key)];
    const one = next ?? old;
    const kind = kindOf(old, next);
    if (one === undefined || kind === null || ELSEWHERE.test(one.id)) return [];
    const sides = { old: describe(old, causes, "old"), new: describe(next, causes, "new") };
    const about = next === undefined ? nameOld(one.about) : nameNew(one.about);
    const cited = { old: sides.old?.evidence ?? [], new: sides.new?.evidence ?? [] };
    return [{ id: one.id, about, kind, cause: causes.causeOf(kind, cited), ...sides }];
  });
}

function keyOf({ id, about }: Claim, name: (about: string) => string): string {
  return `${id}\n${name(about)}`;
}

/** What kind of change it is; null where there is none. One that one side was not asked is unknown there. */
function kindOf(old: Claim | undefined, next: Claim | undefined): ChangeKind | null {
  const [before, after] = [normalise(old), normalise(next)];
  if (before === after) return null;
  if (before === null) return "now-known";
  return after === null ? "no-longer-known" : "changed";
}

/** The value in one form; null where it is unknown. The members of a list hold at once, in no order. */
function normalise(claim: Claim | undefined): string | null {
  if (claim === undefined || claim.because !== undefined) return null;
  const { value, unit, range } = claim;
  return canonicalize({ value: typeof value === "object" ? value.toSorted() : value, unit, range });
}

function describe(claim: Claim | undefined, causes: Causes, side: "old" | "new"): ClaimSide | null {
  if (claim === undefined) return null;
  const evidence = causes.cite(side, claim.evidence);
  if (claim.because !== undefined) return { value: claim.value, because: claim.because, evidence };
  return { value: claim.value, ...(claim.unit !== undefined && { unit: claim.unit }), evidence };
}
