/** Which values of a claim make a difference to the conditions that ask about it. */

import type { PlanClaims, PlanEngine } from "../model/plans.ts";
import type { Claim, Framework, Value, Verdict } from "../model/types.ts";
import type { Leaf } from "./goals.ts";
import type { Effort, Moves } from "./moves.ts";

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
  /** Set where more values differ than are told apart. */
  readonly isCut: boolean;
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
  let isCut = false;
  for (const value of listValues(claim, leaves, world)) {
    if (!world.moves.allows(claim, value)) continue;
    const row = judge({ id: claim, about: "*", value, evidence: [] });
    const effort = world.moves.weigh(claim, present, value);
    const before = found.get(row.join());
    // A way that is open replaces one that is not; the present value stays.
    const isBetter = before?.effort?.blocked !== undefined && effort.blocked === undefined;
    if (before === undefined && found.size >= MOST_VALUES) isCut = true;
    else if (before === undefined || isBetter) found.set(row.join(), { value, effort, row });
  }
  const options = [...found.values()];
  const verdicts = new Map(asked.map(([name], at) => [name, options.map(({ row }) => row[at] ?? "unknown")]));
  return { options, verdicts, isCut };
}

function listValues(claim: string, leaves: readonly Leaf[], world: World): readonly Value[] {
  const words = listWords(claim, leaves, world);
  return [...world.moves.prefer(claim), ...leaves.flatMap(valuesOf), ...words.map((word) => [word]), ...words];
}

/** Values on both sides of what a condition asks, but for members of sets. */
function valuesOf({ is, answered, atLeast, atMost }: Leaf): readonly Value[] {
  const words = typeof is === "string" ? [is] : [];
  const numbers = [atLeast, atMost].flatMap((bound) => (bound === undefined ? [] : [bound, bound - 1, bound + 1]));
  const flags: readonly Value[] = [true, false];
  return [...flags, ...numbers, ...words.map((word) => [word]), ...words, ...(answered ? ["stated"] : [])];
}

/** Of the members of all sets that are asked about one for each way in which the sets share them: no condition tells the rest apart. */
function listWords(claim: string, leaves: readonly Leaf[], { claims, sets, moves }: World): readonly string[] {
  const asked = leaves.flatMap(({ in: inside, out }) => [inside, out].map((names) => new Set(expand(names, sets, 0))));
  const members = new Set(asked.flatMap((set) => [...set]));
  const alike = Map.groupBy(members, (word) => asked.map((set) => Number(set.has(word))).join(""));
  const present = claims.get(claim);
  return [...alike.values()].flatMap((words) => {
    const allowed = words.filter((word) => moves.allows(claim, [word]) || moves.allows(claim, word));
    const isFree = (word: string): boolean => moves.weigh(claim, present, [word]).blocked === undefined;
    return allowed.find(isFree) ?? allowed.slice(0, 1);
  });
}

/** The members of sets, and of the sets that they name. */
function expand(names: Leaf["in"], sets: World["sets"], depth: number): readonly string[] {
  if (names === undefined || depth > 3) return [];
  const members = typeof names === "string" ? [`@${names}`] : names;
  return members.flatMap((member) => {
    if (!member.startsWith("@")) return [member];
    const name = member.slice(1);
    return expand(Object.hasOwn(sets, name) ? sets[name] : undefined, sets, depth + 1);
  });
}
