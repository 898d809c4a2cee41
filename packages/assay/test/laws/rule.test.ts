/** Laws of the rule engine, over random frameworks and claims. */

import fc from "fast-check";
import { expect, test } from "vitest";

import { rule } from "../../src/assess/rule.ts";
import { validateFramework } from "../../src/frameworks/validate.ts";
import type { Condition, Framework, FrameworkResult, Requirement, Ruling } from "../../src/model/types.ts";
import { framework, type Learning, learning } from "./arbitraries.ts";

const RUNS = 10_000;
type Applying = Extract<Ruling, { readonly applies: true | "unknown" }>;

function ruleTwice({ framework, before, after }: Learning): readonly [FrameworkResult, FrameworkResult] {
  return [rule(framework, before, "*"), rule(framework, after, "*")];
}

/** 0 is the best level; none comes after the last. */
function rankOf(level: string | null, { levels }: Framework): number {
  return level === null ? levels.length : levels.findIndex(({ id }) => id === level);
}

function rankOfGrade(grade: string, { grades }: Requirement): number {
  const rank = grades.findIndex(({ id }) => id === grade);
  return rank === -1 ? grades.length : rank;
}

test("what becomes known only narrows level and ceiling, and never flips a settled verdict", () => {
  let settled = 0;
  let narrowed = 0;
  const holds = fc.property(learning, (case_) => {
    const [before, after] = ruleTwice(case_);
    expect(rankOf(after.level, case_.framework)).toBeLessThanOrEqual(rankOf(before.level, case_.framework));
    expect(rankOf(after.ceiling, case_.framework)).toBeGreaterThanOrEqual(rankOf(before.ceiling, case_.framework));
    if (before.verdict !== "unknown") expect(after.verdict).toBe(before.verdict);
    if (before.verdict !== "unknown") settled++;
    if (before.level !== after.level || before.ceiling !== after.ceiling) narrowed++;
  });
  fc.assert(holds, { numRuns: RUNS });
  expect(settled).toBeGreaterThan(RUNS / 20);
  expect(narrowed).toBeGreaterThan(RUNS / 20);
});

test("what becomes known only narrows the rulings of requirements", () => {
  const holds = fc.property(learning, (case_) => {
    const [before, after] = ruleTwice(case_);
    for (const [index, requirement] of case_.framework.requirements.entries()) {
      expectNarrower(requirement, before.requirements[index], after.requirements[index]);
    }
  });
  fc.assert(holds, { numRuns: RUNS });
});

function expectNarrower(requirement: Requirement, before: Ruling | undefined, after: Ruling | undefined): void {
  if (before?.applies !== "unknown") expect(after?.applies).toBe(before?.applies);
  if (before === undefined || after === undefined || before.applies === false || after.applies === false) return;
  if (before.verdict !== "unknown") expect(after.verdict).toBe(before.verdict);
  expectGradesNarrower(requirement, before, after);
}

function expectGradesNarrower(requirement: Requirement, before: Applying, after: Applying): void {
  const best = rankOfGrade(after.bestGrade, requirement);
  expect(best).toBeGreaterThanOrEqual(rankOfGrade(before.bestGrade, requirement));
  if (before.grade === null) return;
  expect(after.grade).not.toBeNull();
  expect(rankOfGrade(after.grade ?? "", requirement)).toBeLessThanOrEqual(rankOfGrade(before.grade, requirement));
}

test("what becomes known never lowers progress", () => {
  const holds = fc.property(learning, (case_) => {
    const [before, after] = ruleTwice(case_);
    for (const [rank, percent] of Object.entries(before.progress ?? {})) {
      expect(after.progress?.[rank]).toBeGreaterThanOrEqual(percent);
      expect(after.progress?.[rank]).toBeLessThanOrEqual(100);
    }
  });
  fc.assert(holds, { numRuns: RUNS });
});

test("no level is above the ceiling", () => {
  const holds = fc.property(learning, ({ framework, before }) => {
    const { level, ceiling } = rule(framework, before, "*");
    expect(rankOf(level, framework)).toBeGreaterThanOrEqual(rankOf(ceiling, framework));
  });
  fc.assert(holds, { numRuns: RUNS });
});

test("level and ceiling meet when everything is known and no list leaves anything unjudged", () => {
  const holds = fc.property(learning, ({ framework, after }) => {
    fc.pre([...after.values()].every((claim) => claim.because === undefined));
    const { level, ceiling, verdict } = rule(judgeAll(framework), after, "*");
    expect(level).toBe(ceiling);
    expect(verdict).not.toBe("unknown");
  });
  fc.assert(holds, { numRuns: RUNS / 5 });
});

/** The same framework with every `out` left out. */
function judgeAll(framework: Framework): Framework {
  return JSON.parse(JSON.stringify(framework), (key, member) => (key === "out" ? undefined : member)) as Framework;
}

test("a ruling names the claims that decided it: without the others it is the same", () => {
  const holds = fc.property(learning, ({ framework, after }) => {
    for (const [index, ruling] of rule(framework, after, "*").requirements.entries()) {
      if (ruling.applies === "unknown" || (ruling.applies && ruling.verdict === "unknown")) continue;
      const kept = new Map([...after].filter(([id]) => ruling.claims.includes(id)));
      expect(rule(framework, kept, "*").requirements[index]).toMatchObject(withoutGrade(ruling));
    }
  });
  fc.assert(holds, { numRuns: RUNS / 2 });
});

function withoutGrade(ruling: Ruling): object {
  return ruling.applies === false ? { applies: false } : { applies: ruling.applies, verdict: ruling.verdict };
}

test("the order of claims, requirements, parts and set members does not matter", () => {
  const holds = fc.property(learning, ({ framework, before }) => {
    const result = rule(framework, before, "*");
    const turned = rule(turn(framework), new Map([...before].toReversed()), "*");
    expect(turned).toEqual({ ...result, requirements: result.requirements.toReversed() });
  });
  fc.assert(holds, { numRuns: RUNS / 2 });
});

function turn(framework: Framework): Framework {
  const requirements = framework.requirements.toReversed().map((requirement) => ({
    ...requirement,
    ...(requirement.appliesWhen && { appliesWhen: turnCondition(requirement.appliesWhen) }),
    grades: requirement.grades.map((grade) => ({ ...grade, when: turnCondition(grade.when) })),
  })) as unknown as Framework["requirements"];
  const sets = Object.entries(framework.sets ?? {}).map(([name, set]) => [name, set.toReversed()]);
  const levels = framework.levels.map((level) => ({ ...level, needs: level.needs.toReversed() }));
  return { ...framework, requirements, sets: Object.fromEntries(sets), levels } as unknown as Framework;
}

function turnCondition(condition: Condition): Condition {
  const turnAll = (parts: readonly Condition[]) =>
    parts.toReversed().map(turnCondition) as unknown as readonly [Condition, ...Condition[]];
  if ("all" in condition) return { all: turnAll(condition.all) };
  if ("any" in condition) return { any: turnAll(condition.any) };
  if ("count" in condition) return { ...condition, count: turnAll(condition.count) };
  return "not" in condition ? { not: turnCondition(condition.not) } : condition;
}

test("a framework over no claims at all proves nothing that could fail and rules out nothing that could hold", () => {
  const holds = fc.property(framework, (random) => {
    const { level, ceiling, requirements } = rule(random, new Map(), "*");
    expect(rankOf(level, random)).toBeGreaterThanOrEqual(rankOf(ceiling, random));
    for (const ruling of requirements) if (ruling.applies === true) expect(ruling.bestGrade).not.toBe("");
  });
  fc.assert(holds, { numRuns: 1000 });
});

test("the random frameworks of these laws are valid frameworks", () => {
  const holds = fc.property(framework, (random) => {
    expect(validateFramework(random)).toBe(random);
  });
  fc.assert(holds, { numRuns: 1000 });
});
