/** The cheapest set of changes under which all goals hold: exact within bounds, by branch and bound. */

import type { Value } from "../model/types.ts";
import { type Domain, openDomain, type World } from "./domains.ts";
import { type Goal, type Leaf, listLeaves } from "./goals.ts";
import type { Effort } from "./moves.ts";
import { listWays, merge, type Way, type Ways } from "./ways.ts";

/** A claim, the value that it is to have, and what that takes. */
export interface Change {
  readonly claim: string;
  readonly to: Value;
  readonly effort: Effort;
}

/** What was found: null where no change of claims helps. */
export interface Found {
  readonly changes: readonly Change[] | null;
  /** Goals that no change of claims can reach. */
  readonly hopeless: readonly Goal[];
  /** False where a bound was met: then there may be a cheaper set. */
  readonly isExact: boolean;
}

/** A step counts more than any work, and what is blocked more than any number of steps. */
const STEP = 10_000;
const BLOCKED = 1e9;
const WORK = 100;
/** Nodes per group of goals that share something; frameworks that ship need a few dozen. */
const MOST_NODES = 50_000;

/** Finds the cheapest changes under which all goals hold. */
export function search(goals: readonly Goal[], world: World): Found {
  const domains = openDomains(goals, world);
  const asked = goals.map((goal) => ({ goal, found: listWays(goal.when, domains) }));
  const hopeless = asked.filter(({ found }) => found.ways.length === 0).map(({ goal }) => goal);
  const open = asked.filter(({ found }) => found.ways.length > 0).map(({ found }) => found);
  const results = groupBySubject(open, domains).map((group) => searchGroup(group, domains));
  const changes = results.flatMap(({ way }) => (way === null ? [] : listChanges(way, domains)));
  const isFound = hopeless.length === 0 && results.every(({ way }) => way !== null);
  return {
    changes: isFound || hopeless.length > 0 ? changes.toSorted(byClaim) : null,
    hopeless,
    isExact:
      results.every(({ isExact }) => isExact) &&
      open.every(({ isCut }) => !isCut) &&
      [...domains.values()].every(({ isCut }) => !isCut),
  };
}

function byClaim(a: Change, b: Change): number {
  return Number(a.claim > b.claim) - Number(a.claim < b.claim);
}

function openDomains(goals: readonly Goal[], world: World): ReadonlyMap<string, Domain> {
  const leaves = Map.groupBy(
    goals.flatMap(({ when }) => listLeaves(when)),
    ({ claim }: Leaf) => claim,
  );
  return new Map([...leaves].map(([claim, asked]) => [claim, openDomain(claim, asked, world)]));
}

/** Goals that share no subject are searched apart: their costs add up. */
function groupBySubject(all: readonly Ways[], domains: ReadonlyMap<string, Domain>): readonly (readonly Ways[])[] {
  let groups: readonly { readonly keys: ReadonlySet<string>; readonly ways: readonly Ways[] }[] = [];
  for (const one of all) {
    const keys = new Set(one.ways.flatMap((way) => [...way.keys()].flatMap((claim) => keysOf(claim, domains))));
    const joined = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
    const merged = {
      keys: new Set([...keys, ...joined.flatMap((group) => [...group.keys])]),
      ways: [...joined.flatMap(({ ways }) => ways), one],
    };
    groups = [...groups.filter((group) => !joined.includes(group)), merged];
  }
  return groups.map(({ ways }) => ways);
}

function keysOf(claim: string, domains: ReadonlyMap<string, Domain>): readonly string[] {
  const subjects = domains
    .get(claim)
    ?.options.flatMap(({ effort }) => (effort === null ? [] : [`step ${effort.subject}`]));
  return [`claim ${claim}`, ...(subjects ?? [])];
}

interface Best {
  readonly way: Way | null;
  readonly isExact: boolean;
}

/** Goals with few ways first; the cheapest way of each first, so that the first answer is a good one. */
function searchGroup(group: readonly Ways[], domains: ReadonlyMap<string, Domain>): Best {
  const ordered = group.toSorted((a, b) => a.ways.length - b.ways.length);
  let best: Way | null = null;
  let bound = Number.POSITIVE_INFINITY;
  let nodes = 0;
  const descend = (at: number, way: Way, cost: number): void => {
    nodes += 1;
    if (cost >= bound || nodes > MOST_NODES) return;
    const next = ordered[at];
    if (next === undefined) {
      best = way;
      bound = cost;
      return;
    }
    const children = next.ways.flatMap((one) => {
      const both = merge(way, one);
      return both === null ? [] : [{ both, cost: costOf(both, domains) }];
    });
    for (const child of children.toSorted((a, b) => a.cost - b.cost)) descend(at + 1, child.both, child.cost);
  };
  descend(0, new Map(), 0);
  return { way: best, isExact: nodes <= MOST_NODES };
}

function costOf(way: Way, domains: ReadonlyMap<string, Domain>): number {
  const subjects = new Map<string, number>();
  let cost = 0;
  for (const { effort } of listChanges(way, domains)) {
    subjects.set(effort.subject, Math.max(subjects.get(effort.subject) ?? 0, effort.work));
    cost += 1 + (effort.blocked === undefined ? 0 : BLOCKED);
  }
  for (const work of subjects.values()) cost += STEP + WORK * work;
  return cost;
}

/** Of each claim that cannot stay as it is the cheapest option that is left. */
function listChanges(way: Way, domains: ReadonlyMap<string, Domain>): readonly Change[] {
  return [...way].flatMap(([claim, mask]) => {
    const options = domains.get(claim)?.options ?? [];
    const left = options.filter((_, at) => (mask & (1 << at)) !== 0);
    const efforts = left.flatMap(({ value, effort }) => (effort === null ? [] : [{ claim, to: value, effort }]));
    if (efforts.length < left.length) return [];
    return efforts.toSorted((a, b) => weigh(a.effort) - weigh(b.effort)).slice(0, 1);
  });
}

function weigh({ work, blocked }: Effort): number {
  return work + (blocked === undefined ? 0 : BLOCKED);
}
