/** Which values of a claim make a difference to the conditions that ask about it. */

import type { PlanClaims, PlanEngine } from "../model/plans.ts";
import type { Claim, Framework, Value, Verdict } from "../model/types.ts";
import type { Leaf } from "./goals.ts";
import type { Effort, Moves } from "./moves.ts";

/** Members of a named set that are tried; the longest set has 249, and the moves name those that people choose. */
const MOST_TRIED = 12;
/** Values that differ for some condition are bits of a number. */
const MOST_VALUES = 30;

/** A value that a claim has or may get, and what that takes; null for the one that it has. */
export interface Option {
  readonly value: Value;
  readonly effort: Effort | null;
}

/** The options of one claim, the present one first, and for each condition what each option makes of it. */
export interface Domain {
  readonly options: readonly Option[];
  readonly verdicts: ReadonlyMap<string, readonly Verdict[]>;
}

/** What a search knows of the world. */
export interface World {
  readonly claims: PlanClaims;
  readonly sets: NonNullable<Framework["sets"]>;
  readonly engine: PlanEngine;
  readonly moves: Moves;
}

/** Two conditions over one claim are the same when they ask the same. */
export function nameLeaf(leaf: Leaf): string {
  return JSON.stringify(leaf);
}

/** The options of a claim: of values that no condition tells apart only the first. */
export function openDomain(claim: string, leaves: readonly Leaf[], world: World): Domain {
  const present = world.claims.get(claim);
  const asked = [...new Map(leaves.map((leaf) => [nameLeaf(leaf), leaf]))];
  const judge = (known: Claim | undefined): readonly Verdict[] => {
    const claims = new Map(known === undefined ? [] : [[claim, known]]);
    return asked.map(([, leaf]) => world.engine.test(leaf, claims, world.sets).verdict);
  };
  const found = new Map<string, Option & { readonly row: readonly Verdict[] }>();
  const now = judge(present);
  found.set(now.join(), { value: present?.value ?? "unknown", effort: null, row: now });
  for (const value of listValues(claim, leaves, world)) {
    if (found.size >= MOST_VALUES) break;
    if (!world.moves.allows(claim, value)) continue;
    const row = judge({ id: claim, about: "*", value, evidence: [] });
    const effort = world.moves.weigh(claim, present, value);
    const before = found.get(row.join());
    // A way that is open replaces one that is not; the present value stays.
    const isBetter = before?.effort?.blocked !== undefined && effort.blocked === undefined;
    if (before === undefined || isBetter) found.set(row.join(), { value, effort, row });
  }
  const options = [...found.values()];
  const verdicts = new Map(asked.map(([name], at) => [name, options.map(({ row }) => row[at] ?? "unknown")]));
  return { options, verdicts };
}

function listValues(claim: string, leaves: readonly Leaf[], { sets, moves }: World): readonly Value[] {
  const own = leaves.flatMap((leaf) => valuesOf(leaf, sets));
  return [...moves.prefer(claim), ...own];
}

/** Values on both sides of what a condition asks. */
function valuesOf(leaf: Leaf, sets: World["sets"]): readonly Value[] {
  const { is, in: inside, out, answered, atLeast, atMost } = leaf;
  const words = [
    ...(typeof is === "string" ? [is] : []),
    ...expand(inside, sets, 0).slice(0, MOST_TRIED),
    ...expand(out, sets, 0).slice(0, MOST_TRIED),
  ];
  const numbers = [atLeast, atMost].flatMap((bound) => (bound === undefined ? [] : [bound, bound - 1, bound + 1]));
  const flags: readonly Value[] = [true, false];
  return [...flags, ...numbers, ...words.map((word) => [word]), ...words, ...(answered ? ["stated"] : [])];
}

/** The members of sets, in turn of the sets that are named, so that each is tried. */
function expand(names: Leaf["in"], sets: World["sets"], depth: number): readonly string[] {
  if (names === undefined || depth > 3) return [];
  const members = typeof names === "string" ? [`@${names}`] : names;
  const lists = members.map((member) =>
    member.startsWith("@")
      ? expand(Object.hasOwn(sets, member.slice(1)) ? sets[member.slice(1)] : undefined, sets, depth + 1)
      : [member],
  );
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const turns = Array.from({ length: Math.min(longest, MOST_TRIED) }, (_, at) =>
    lists.flatMap((list) => list[at] ?? []),
  );
  return [...new Set(turns.flat())];
}
