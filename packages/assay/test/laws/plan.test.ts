/** Laws of plans, over random frameworks and claims: a plan leads where it says, nothing of it is needless, none is shorter. */

import fc from "fast-check";
import { expect, test } from "vitest";

import { test as testCondition } from "../../src/assess/condition.ts";
import { rule } from "../../src/assess/rule.ts";
import { frameworks } from "../../src/frameworks/all.generated.ts";
import { COMPONENTS } from "../../src/model/components.ts";
import type { PlanClaims } from "../../src/model/plans.ts";
import type { Claim, Framework, Level, Value } from "../../src/model/types.ts";
import { applyChanges } from "../../src/plan/changes.ts";
import { listGoals, listLeaves, toGoal } from "../../src/plan/goals.ts";
import type { Moves } from "../../src/plan/moves.ts";
import { openPublisher } from "../../src/plan/publisher.ts";
import { type Change, type Found, search } from "../../src/plan/search.ts";
import { learning } from "./arbitraries.ts";

const RUNS = 2000;
const LEVELS = frameworks.flatMap((framework) => framework.levels.map((level) => ({ framework, level })));

/** Everybody may change everything; claims with the same last word are one subject. */
const moves: Moves = {
  prefer: () => [],
  allows: () => true,
  weigh: (claim) => ({ subject: claim.slice(claim.indexOf(".") + 1), work: claim.charCodeAt(0) - 96 }),
};

function find(framework: Framework, level: Level, claims: PlanClaims): Found {
  const world = { claims, sets: framework.sets ?? {}, engine: { rule, test: testCondition }, moves };
  return search(listGoals(framework, level), world);
}

/** Whether these claims reach this very level. */
function reaches(framework: Framework, level: Level, claims: PlanClaims): boolean {
  return rule({ ...framework, levels: [level] }, claims, "*").level === level.id;
}

function subjectsOf(changes: readonly Change[]): readonly string[] {
  return [...new Set(changes.map(({ effort }) => effort.subject))];
}

const FIRST = 0;

test("with the changes of a plan the level is reached, and without any one step it is not", () => {
  let planned = 0;
  const holds = fc.property(learning, ({ framework, before }) => {
    const level = framework.levels[FIRST];
    const { changes, hopeless, isExact } = find(framework, level, before);
    if (changes === null || hopeless.length > 0) return;
    expect(isExact).toBe(true);
    expect(reaches(framework, level, applyChanges(before, changes))).toBe(true);
    for (const subject of subjectsOf(changes)) {
      const fewer = changes.filter(({ effort }) => effort.subject !== subject);
      expect(reaches(framework, level, applyChanges(before, fewer))).toBe(false);
    }
    if (changes.length > 1) planned++;
  });
  fc.assert(holds, { numRuns: RUNS });
  expect(planned).toBeGreaterThan(RUNS / 20);
});

test("what is reached already needs no change", () => {
  let reached = 0;
  const holds = fc.property(learning, ({ framework, before }) => {
    const level = framework.levels[FIRST];
    if (!reaches(framework, level, before)) return;
    reached++;
    expect(find(framework, level, before)).toEqual({ changes: [], hopeless: [], isExact: true });
  });
  fc.assert(holds, { numRuns: RUNS });
  expect(reached).toBeGreaterThan(RUNS / 50);
});

/** Values of each claim's own kind that random conditions can tell apart: no claim becomes one of another kind. */
const VALUES: Readonly<Record<string, readonly Value[]>> = {
  flag: [true, false],
  license: [["MIT"], ["GPL-2.0-only"], ["CC-BY-4.0"], ["CC-BY-NC-4.0"], ["LicenseRef-own"], ["NONE"]],
  text: [["MIT"], ["GPL-2.0-only"], ["CC-BY-4.0"], ["CC-BY-NC-4.0"], ["LicenseRef-own"], ["NONE"]],
  number: [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};

test("no change of a single claim reaches what a plan of several steps, or none, is made for", () => {
  let tried = 0;
  const holds = fc.property(learning, ({ framework, before }) => {
    const level = framework.levels[FIRST];
    const { changes, hopeless } = find(framework, level, before);
    const isHopeless = changes === null || hopeless.length > 0;
    if (!isHopeless && subjectsOf(changes).length < 2) return;
    tried++;
    for (const claim of ["a.flag", "b.flag", "c.license", "d.license", "e.text", "f.number", "g.number"]) {
      for (const to of VALUES[claim.slice(2)] ?? []) {
        const changed = applyChanges(before, [{ claim, to }]);
        expect(reaches(framework, level, changed), `${claim} = ${String(to)}`).toBe(false);
      }
    }
  });
  fc.assert(holds, { numRuns: RUNS / 4 });
  expect(tried).toBeGreaterThan(20);
});

test("the order of requirements does not change what a plan costs", () => {
  const holds = fc.property(learning, ({ framework, before }) => {
    const level = framework.levels[FIRST];
    const turned = { ...level, needs: level.needs.toReversed() };
    const count = ({ changes }: Found): number | null => (changes === null ? null : subjectsOf(changes).length);
    expect(count(find(framework, turned, before))).toBe(count(find(framework, level, before)));
  });
  fc.assert(holds, { numRuns: RUNS / 4 });
});

/** Claims of the frameworks that ship: about half of them known, parts published or not, under one licence or another. */
const shippedClaims: fc.Arbitrary<ReadonlyMap<string, Claim>> = fc
  .tuple(...listShippedIds().map((id) => fc.tuple(fc.constant(id), fc.constantFrom("unknown", ...valuesOf(id)))))
  .map((pairs) => {
    const known = pairs.filter((pair): pair is [string, Value] => pair[1] !== "unknown");
    return new Map(known.map(([id, value]) => [id, { id, about: "*", value, evidence: [] }]));
  });

function listShippedIds(): readonly string[] {
  const goals = frameworks.flatMap(({ requirements }) => requirements.map((one) => toGoal(one)));
  return [...new Set(goals.flatMap(({ when }) => listLeaves(when)).map(({ claim }) => claim))];
}

function valuesOf(id: string): readonly Value[] {
  if (id.endsWith(".license")) return [["Apache-2.0"], ["CC-BY-NC-4.0"], ["NONE"]];
  if (id.endsWith(".access")) return ["open", "gated", "closed"];
  if (id.startsWith("rights.") && id !== "rights.unlimited") return ["yes", "no", "depends"];
  if (/tokens|parameters|compute/.test(id)) return [1e9, 1e24, 1e26];
  return COMPONENTS.some((component) => id.startsWith(component.id)) ? [true, false] : [true];
}

const free = { licenses: [], open: null, evidence: [], conflict: () => null };

test("of every framework that ships every level is reached by its plan, or something blocks it", () => {
  let planned = 0;
  const holds = fc.property(shippedClaims, fc.constantFrom(...LEVELS), (claims, { framework, level }) => {
    const world = {
      claims,
      sets: framework.sets ?? {},
      engine: { rule, test: testCondition },
      moves: openPublisher(claims, free),
    };
    const { changes, hopeless, isExact } = search(listGoals(framework, level), world);
    expect(isExact).toBe(true);
    const isBlocked =
      changes === null || hopeless.length > 0 || changes.some(({ effort }) => effort.blocked !== undefined);
    if (isBlocked) return;
    planned++;
    expect(reaches(framework, level, applyChanges(claims, changes))).toBe(true);
    for (const subject of subjectsOf(changes)) {
      const fewer = changes.filter(({ effort }) => effort.subject !== subject);
      expect(reaches(framework, level, applyChanges(claims, fewer)), subject).toBe(false);
    }
  });
  fc.assert(holds, { numRuns: RUNS / 8 });
  expect(planned).toBeGreaterThan(RUNS / 32);
});

test("from nothing at all there is a way to each level that asks only for what a publisher has", () => {
  const claims = new Map<string, Claim>();
  for (const { framework, level } of LEVELS) {
    const world = {
      claims,
      sets: framework.sets ?? {},
      engine: { rule, test: testCondition },
      moves: openPublisher(claims, free),
    };
    const { changes, hopeless } = search(listGoals(framework, level), world);
    expect(hopeless.map(({ requirement }) => `${framework.id} ${requirement.id}`)).toEqual([]);
    expect(changes?.length, `${framework.id} ${level.id}`).toBeGreaterThan(0);
  }
});
