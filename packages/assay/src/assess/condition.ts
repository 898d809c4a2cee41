/** Tests conditions over claims in strong Kleene logic. */

import type { Claim, Condition, Framework, Value, Verdict } from "../model/types.ts";
import { all, any, count, not } from "../model/verdict.ts";

/** Nesting that is followed; the deepest framework that ships has 3. `validateFramework` refuses more. */
const MAX_DEPTH = 32;
/** A set may stand for others that list ids only, so that no chain of sets multiplies. */
const MAX_SET_DEPTH = 2;

/** Named sets of ids, as a framework holds them. */
export type Sets = NonNullable<Framework["sets"]>;

/** Claims by id. A claim that is not there is unknown. */
export type Claims = ReadonlyMap<string, Claim>;

/** What a condition came to, and the ids of the claims that decided it, sorted. */
export interface Tested {
  readonly verdict: Verdict;
  readonly claims: readonly string[];
}

interface World {
  readonly claims: Claims;
  readonly sets: Sets;
}

type ClaimCondition = Extract<Condition, { readonly claim: string }>;
type KnownClaim = Extract<Claim, { readonly because?: undefined }>;

/**
 * Tests a condition. Claims that become known never turn a settled verdict around; the order of parts does not matter.
 * A whole was decided by those of its parts that came out as it did.
 * @throws RangeError for a set that the framework does not have, and for nesting beyond 32.
 */
export function test(condition: Condition, claims: Claims, sets: Sets): Tested {
  const { verdict, claims: deciding } = testUnsorted(condition, claims, sets);
  return { verdict, claims: sortIds(deciding) };
}

/** As {@link test}, with the ids in any order and some of them twice: for who rules many and asks few for their reasons. */
export function testUnsorted(condition: Condition, claims: Claims, sets: Sets): Tested {
  return testAt(condition, { claims, sets }, 0);
}

/** Sorted, each id once. */
export function sortIds(ids: readonly string[]): readonly string[] {
  if (ids.length < 2) return ids;
  return [...new Set(ids)].sort();
}

function testAt(condition: Condition, world: World, depth: number): Tested {
  if (depth > MAX_DEPTH) throw new RangeError(`conditions nest deeper than ${MAX_DEPTH}`);
  const testParts = (parts: readonly Condition[]) => parts.map((part) => testAt(part, world, depth + 1));
  if ("all" in condition) return merge(testParts(condition.all), all);
  if ("any" in condition) return merge(testParts(condition.any), any);
  if ("count" in condition) {
    return merge(testParts(condition.count), (verdicts) => count(verdicts, condition.atLeast));
  }
  if ("not" in condition) {
    const part = testAt(condition.not, world, depth + 1);
    return { ...part, verdict: not(part.verdict) };
  }
  return { verdict: testClaim(condition, world), claims: [condition.claim] };
}

function merge(parts: readonly Tested[], combine: (verdicts: readonly Verdict[]) => Verdict): Tested {
  const verdict = combine(parts.map((part) => part.verdict));
  const claims: string[] = [];
  for (const part of parts) if (part.verdict === verdict) claims.push(...part.claims);
  return { verdict, claims };
}

function testClaim(condition: ClaimCondition, { claims, sets }: World): Verdict {
  const claim = claims.get(condition.claim);
  if (claim === undefined || claim.because !== undefined) return "unknown";
  const { is = isBare(condition) ? true : undefined } = condition;
  const verdicts = testNumber(claim, condition);
  if (condition.answered !== undefined) verdicts.push(settle(!isEmpty(claim.value)));
  if (typeof is === "boolean") verdicts.push(settle(claim.value === is));
  if (typeof is === "string") verdicts.push(testMembers(claim.value, new Set([is]), undefined));
  if (condition.in !== undefined) {
    const outside = condition.out === undefined ? undefined : expand(condition.out, sets);
    verdicts.push(testMembers(claim.value, expand(condition.in, sets), outside));
  }
  return all(verdicts);
}

/** A condition that names a claim and no operator asks for `true`. */
function isBare({ is, in: set, answered, atLeast, atMost }: ClaimCondition): boolean {
  return (is ?? set ?? answered ?? atLeast ?? atMost) === undefined;
}

/** A list of nothing, or `false`, says that there is none. */
function isEmpty(value: Value): boolean {
  return value === false || (typeof value === "object" && value.length === 0);
}

/** An estimate that straddles a bound leaves it unknown. What is no number is neither at least nor at most anything. */
function testNumber({ value, range }: KnownClaim, { atLeast, atMost }: ClaimCondition): Verdict[] {
  if (atLeast === undefined && atMost === undefined) return [];
  if (typeof value !== "number") return ["unmet"];
  const [low, high] = range ?? [value, value];
  return [
    compare(low >= (atLeast ?? Number.NEGATIVE_INFINITY), high < (atLeast ?? Number.NEGATIVE_INFINITY)),
    compare(high <= (atMost ?? Number.POSITIVE_INFINITY), low > (atMost ?? Number.POSITIVE_INFINITY)),
  ];
}

function settle(holds: boolean): Verdict {
  return holds ? "met" : "unmet";
}

function compare(holds: boolean, fails: boolean): Verdict {
  if (holds) return "met";
  return fails ? "unmet" : "unknown";
}

/** A text is a list of one. All elements of a list must be members; an empty list never is. */
function testMembers(value: Value, inside: ReadonlySet<string>, outside: ReadonlySet<string> | undefined): Verdict {
  const elements = typeof value === "string" ? [value] : value;
  if (typeof elements !== "object" || elements.length === 0) return "unmet";
  return all(elements.map((element) => testElement(element, inside, outside)));
}

/** `A OR B` is a member when either is: who takes it may choose. It is outside when both are. */
function testElement(element: string, inside: ReadonlySet<string>, outside: ReadonlySet<string> | undefined): Verdict {
  if (inside.has(element)) return "met";
  const alternatives = element.split(" OR ");
  if (alternatives.some((alternative) => withinReach(alternative).some((id) => inside.has(id)))) return "met";
  if (outside === undefined) return "unmet";
  return settleOutside(alternatives.every((alternative) => outside.has(alternative)));
}

function settleOutside(isOutside: boolean): Verdict {
  return isOutside ? "unmet" : "unknown";
}

/**
 * The licences that a taker of `alternative` may rely on. An SPDX exception adds permissions, so `A WITH E` gives at
 * least `A`; `A+` (this version or a later one) gives at least `A`. Neither may be read the other way round.
 */
function withinReach(alternative: string): readonly string[] {
  const [bare = alternative] = alternative.split(" WITH ");
  return [alternative, bare, bare.replace(/\+$/, "")];
}

type Names = string | readonly string[];

/** What names stand for, by the sets of a framework, which never change: many ledgers are ruled by one framework. */
const expanded = new WeakMap<Sets, Map<Names, ReadonlySet<string>>>();

function expand(names: Names, sets: Sets): ReadonlySet<string> {
  const known = expanded.get(sets) ?? new Map<Names, ReadonlySet<string>>();
  expanded.set(sets, known);
  const members = known.get(names) ?? expandNames(names, sets);
  known.set(names, members);
  return members;
}

function expandNames(names: Names, sets: Sets): ReadonlySet<string> {
  const members = typeof names === "string" ? [`@${names}`] : names;
  return new Set(members.flatMap((member) => expandMember(member, sets, 0)));
}

function expandMember(member: string, sets: Sets, depth: number): readonly string[] {
  if (!member.startsWith("@")) return [member];
  const name = member.slice(1);
  const set = Object.hasOwn(sets, name) ? sets[name] : undefined;
  if (set === undefined) throw new RangeError(`the framework has no set ${name}`);
  if (depth >= MAX_SET_DEPTH) throw new RangeError(`the set ${name} stands too deep in other sets`);
  return set.flatMap((inner) => expandMember(inner, sets, depth + 1));
}
