/** All ways in which a condition can come to hold, each as the options that it leaves to each claim. */

import type { Condition, Verdict } from "../model/types.ts";
import { type Domain, nameLeaf } from "./domains.ts";

/** For each claim that matters the options that are left: bit n stands for option n of its domain. */
export type Way = ReadonlyMap<string, number>;

/** The ways of a condition, and whether some were left out. */
export interface Ways {
  readonly ways: readonly Way[];
  readonly isCut: boolean;
}

/** Conditions that ship have at most twelve. */
const MOST_WAYS = 512;
const NO_WAY: Way = new Map();

/** The ways in which a condition comes out as wanted. */
export function listWays(
  condition: Condition,
  domains: ReadonlyMap<string, Domain>,
  wanted: "met" | "unmet" = "met",
): Ways {
  const each = (parts: readonly Condition[]) => parts.map((part) => listWays(part, domains, wanted));
  if ("not" in condition) return listWays(condition.not, domains, wanted === "met" ? "unmet" : "met");
  if ("all" in condition) return wanted === "met" ? joinAll(each(condition.all)) : joinAny(each(condition.all));
  if ("any" in condition) return wanted === "met" ? joinAny(each(condition.any)) : joinAll(each(condition.any));
  if ("count" in condition) return countWays(condition, each(condition.count), wanted);
  const domain = domains.get(condition.claim);
  const mask = maskOf(domain?.verdicts.get(nameLeaf(condition)) ?? [], wanted);
  if (mask === 0) return { ways: [], isCut: false };
  return { ways: [new Map([[condition.claim, mask]])], isCut: false };
}

function maskOf(verdicts: readonly Verdict[], wanted: Verdict): number {
  return verdicts.reduce((mask, verdict, at) => (verdict === wanted ? mask | (1 << at) : mask), 0);
}

function joinAny(parts: readonly Ways[]): Ways {
  return prune(
    parts.flatMap(({ ways }) => ways),
    parts.some(({ isCut }) => isCut),
  );
}

function joinAll(parts: readonly Ways[]): Ways {
  let joined: Ways = { ways: [NO_WAY], isCut: false };
  for (const { ways, isCut } of parts) {
    const pairs = joined.ways.flatMap((one) => ways.flatMap((other) => merge(one, other) ?? []));
    joined = prune(pairs, joined.isCut || isCut);
  }
  return joined;
}

/** At least so many parts met; to deny that, enough of them unmet. */
function countWays({ atLeast }: { readonly atLeast: number }, parts: readonly Ways[], wanted: "met" | "unmet"): Ways {
  const least = wanted === "met" ? atLeast : parts.length - atLeast + 1;
  if (least <= 0) return { ways: [NO_WAY], isCut: false };
  if (least > parts.length) return { ways: [], isCut: false };
  // rows[n] holds the ways in which n of the parts so far come out as wanted.
  let rows: readonly Ways[] = [{ ways: [NO_WAY], isCut: false }];
  for (const part of parts) {
    rows = Array.from({ length: Math.min(rows.length, least) + 1 }, (_, n) => {
      const kept = rows[n] ?? { ways: [], isCut: false };
      const before = rows[n - 1];
      return before === undefined ? kept : joinAny([kept, joinAll([before, part])]);
    });
  }
  return rows[least] ?? { ways: [], isCut: false };
}

/** Both ways at once; null where they ask a claim for different things. */
export function merge(one: Way, other: Way): Way | null {
  const both = new Map(one);
  for (const [claim, mask] of other) {
    const left = (both.get(claim) ?? -1) & mask;
    if (left === 0) return null;
    both.set(claim, left);
  }
  return both;
}

/** Leaves out what asks for all that another way asks for, and more. */
function prune(ways: readonly Way[], isCut: boolean): Ways {
  const kept: Way[] = [];
  for (const way of ways.toSorted((a, b) => a.size - b.size)) {
    if (kept.some((other) => isLooser(other, way))) continue;
    if (kept.length === MOST_WAYS) return { ways: kept, isCut: true };
    kept.push(way);
  }
  return { ways: kept, isCut };
}

function isLooser(one: Way, other: Way): boolean {
  for (const [claim, mask] of one) {
    const left = other.get(claim);
    if (left === undefined || (left & ~mask) !== 0) return false;
  }
  return true;
}
