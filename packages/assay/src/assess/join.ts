/** What holds for all models of a release: strong Kleene over the claims about each. */

import type { Claim, Doubt, Value } from "../model/types.ts";
import { WORSE_IF_TRUE } from "../model/worse-claims.ts";

/** Evidence of a joined claim: enough to check it by eye; the claims about each model name all of theirs. */
const MOST_EVIDENCE = 20;

/** Reasons that tell the most come first; any other stands where its model stands. */
const FIRST_REASONS: readonly Doubt[] = ["unidentified", "conflicting", "unreadable"];

/** Claims that are true of the release where they are true of one model. */
const YES_DECIDES: ReadonlySet<string> = new Set([...WORSE_IF_TRUE, "lineage.tuned"]);

/** What one model's answer settles for all of them. */
export function decidesAll(id: string, { value }: Pick<Claim, "value">): boolean {
  return value === YES_DECIDES.has(id);
}

type Known = Extract<Claim, { readonly because?: undefined }>;

/**
 * Joins the answers to one claim. A `false` of one model decides, or a `true` where that is the worse; an unknown clouds, lists hold at once, and what differs
 * from model to model is conflicting.
 */
export function joinClaims(id: string, claims: readonly Claim[]): Claim {
  const deciding = claims.filter((claim) => decidesAll(id, claim));
  if (deciding.length > 0) return { id, about: "*", value: YES_DECIDES.has(id), evidence: cite(deciding) };
  const open = claims.flatMap(({ because }) => because ?? []);
  const because = FIRST_REASONS.find((reason) => open.includes(reason)) ?? open[0];
  if (because !== undefined) {
    const evidence = cite(claims.filter((claim) => claim.because === because));
    return { id, about: "*", value: "unknown", because, evidence };
  }
  const value = joinValues(claims.flatMap((claim) => (isKnown(claim) ? [claim.value] : [])));
  if (value === null) return { id, about: "*", value: "unknown", because: "conflicting", evidence: cite(claims) };
  return { id, about: "*", value, ...joinMeasures(claims.filter(isKnown)), evidence: cite(claims) };
}

/** The unit that all have, and the widest of their ranges. */
function joinMeasures(claims: readonly Known[]): Pick<Known, "unit" | "range"> {
  const [unit] = claims.map((claim) => claim.unit);
  const ranges = claims.flatMap(({ range }) => (range === undefined ? [] : [range]));
  const low = Math.min(...ranges.map(([least]) => least));
  const high = Math.max(...ranges.map(([, most]) => most));
  return {
    ...(unit !== undefined && claims.every((claim) => claim.unit === unit) ? { unit } : {}),
    ...(ranges.length > 0 ? { range: [low, high] } : {}),
  };
}

function isKnown(claim: Claim): claim is Known {
  return claim.because === undefined;
}

/** Null where they differ and cannot hold at once. */
function joinValues(values: readonly Value[]): Value | null {
  const [first = null] = values;
  if (values.every((value) => Array.isArray(value))) return [...new Set(values.flat())].sort();
  return values.every((value) => value === first) ? first : null;
}

function cite(claims: readonly Claim[]): readonly string[] {
  return [...new Set(claims.flatMap(({ evidence }) => evidence))].slice(0, MOST_EVIDENCE);
}
