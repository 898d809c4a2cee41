import { expect, test } from "vitest";

import type { Claim, Framework, FrameworkResult, Requirement, Verdict } from "../model/types.ts";
import { rule } from "./rule.ts";

/** A requirement that is met when the claim of its name is true. */
function demand(id: string, more: Partial<Requirement> = {}): Requirement {
  const grades = [{ id: "met", when: { claim: `${id}.there` } }] as const;
  return { id, label: id, text: id, source: "s", grades, otherwise: "unmet", ...more };
}

function needing(requirements: readonly Requirement[], more: Partial<Framework> = {}): Framework {
  const needs = requirements.filter(({ mandatory }) => !mandatory).map(({ id }) => ({ requirement: id }));
  const levels = [{ id: "only", title: "Only", needs }] as const;
  return { id: "mine", version: "1", title: "t", source: "s", requirements, levels, ...more };
}

/** Claims that are met (true), unmet (false) or unknown, as `name=verdict` pairs. */
function knowing(verdicts: Readonly<Record<string, Verdict>>): ReadonlyMap<string, Claim> {
  const claims = Object.entries(verdicts).map(([name, verdict]): Claim => {
    const head = { id: `${name}.there`, about: "*", evidence: [] };
    return verdict === "unknown"
      ? { ...head, value: "unknown", because: "offline" }
      : { ...head, value: verdict === "met" };
  });
  return new Map(claims.map((claim) => [claim.id, claim]));
}

function ruleMine(framework: Framework, verdicts: Readonly<Record<string, Verdict>>): FrameworkResult {
  return rule(framework, knowing(verdicts), "model");
}

test("a need that does not apply is met, and its ruling names only why", () => {
  const framework = needing([demand("a"), demand("b", { appliesWhen: { claim: "big.there" } })]);
  const result = ruleMine(framework, { a: "met", b: "unmet", big: "unmet" });
  expect(result).toMatchObject({ about: "model", level: "only", ceiling: "only", verdict: "met" });
  expect(result.requirements[1]).toEqual({ id: "b", applies: false, claims: ["big.there"] });
});

const applying: readonly (readonly [Verdict, Verdict, Verdict])[] = [
  ["met", "met", "met"],
  ["met", "unmet", "unmet"],
  ["met", "unknown", "unknown"],
  ["unmet", "unmet", "met"],
  ["unmet", "unknown", "met"],
  ["unknown", "met", "met"],
  ["unknown", "unmet", "unknown"],
  ["unknown", "unknown", "unknown"],
];

test.each(applying)("applies %s, reached %s: the level is %s", (applies, reached, verdict) => {
  const framework = needing([demand("a", { appliesWhen: { claim: "big.there" } })]);
  expect(ruleMine(framework, { a: reached, big: applies }).verdict).toBe(verdict);
});

test("while it is unknown whether a requirement applies, its verdict is unknown", () => {
  const framework = needing([demand("a", { appliesWhen: { claim: "big.there" } })]);
  expect(ruleMine(framework, { a: "met", big: "unknown" }).requirements[0]).toEqual({
    id: "a",
    applies: "unknown",
    verdict: "unknown",
    grade: null,
    bestGrade: "met",
    claims: ["a.there", "big.there"],
  });
});

test("a mandatory requirement denies every level alone, and leaves it open while unknown", () => {
  const framework = needing([demand("a"), demand("must", { mandatory: true })]);
  expect(ruleMine(framework, { a: "met", must: "unmet" })).toMatchObject({
    level: null,
    ceiling: null,
    verdict: "unmet",
  });
  expect(ruleMine(framework, { a: "met" })).toMatchObject({ level: null, ceiling: "only", verdict: "unknown" });
  expect(ruleMine(framework, { a: "met", must: "met" })).toMatchObject({ level: "only", verdict: "met" });
});

const GRADED = demand("a", {
  grades: [
    { id: "yes", when: { claim: "best.there" } },
    { id: "partly", when: { claim: "some.there" } },
  ],
  otherwise: "no",
});

const graded: readonly (readonly [Verdict, Verdict, object])[] = [
  ["met", "unmet", { verdict: "met", grade: "yes", bestGrade: "yes", claims: ["best.there"] }],
  ["unmet", "met", { verdict: "unmet", grade: "partly", bestGrade: "partly", claims: ["best.there", "some.there"] }],
  ["unmet", "unmet", { verdict: "unmet", grade: "no", bestGrade: "no" }],
  ["unknown", "met", { verdict: "unknown", grade: "partly", bestGrade: "yes" }],
  ["unknown", "unmet", { verdict: "unknown", grade: null, bestGrade: "yes" }],
  ["unmet", "unknown", { verdict: "unmet", grade: null, bestGrade: "partly" }],
];

test.each(graded)("best grade %s, second %s", (best, some, ruling) => {
  expect(ruleMine(needing([GRADED]), { best, some }).requirements[0]).toMatchObject(ruling);
});

test("a need may ask for a lesser grade; without one it asks for the best", () => {
  const levels = [
    { id: "high", title: "High", needs: [{ requirement: "a" }] },
    { id: "low", title: "Low", needs: [{ requirement: "a", grade: "partly" }] },
  ] as const;
  const framework = needing([GRADED], { levels });
  expect(ruleMine(framework, { best: "unmet", some: "met" })).toMatchObject({ level: "low", ceiling: "low" });
  expect(ruleMine(framework, { best: "unknown", some: "met" })).toMatchObject({ level: "low", ceiling: "high" });
  expect(ruleMine(framework, { best: "met", some: "unmet" })).toMatchObject({ level: "high", ceiling: "high" });
});

test("progress is the share of what applies, and gated it waits for the level below", () => {
  const requirements = [demand("a"), demand("b"), demand("c", { appliesWhen: { claim: "big.there" } })];
  const need = (...ids: string[]) => ids.map((requirement) => ({ requirement }));
  const levels = [
    { id: "high", title: "High", needs: need("a", "b", "c") },
    { id: "low", title: "Low", needs: need("b") },
  ] as const;
  const share = needing(requirements, { levels, progress: "share" });
  const gated = needing(requirements, { levels, progress: "share-gated" });
  expect(ruleMine(share, { a: "met", b: "unmet", big: "unmet" }).progress).toEqual({ "1": 50, "2": 0 });
  expect(ruleMine(gated, { a: "met", b: "unmet", big: "unmet" }).progress).toEqual({ "1": 0, "2": 0 });
  expect(ruleMine(gated, { a: "unmet", b: "met", big: "met" }).progress).toEqual({ "1": (1 / 3) * 100, "2": 100 });
  expect(ruleMine(gated, { a: "unmet", b: "met", c: "met", big: "unknown" }).progress).toEqual({ "1": 50, "2": 100 });
});

test("a level that needs what there is not is our bug", () => {
  const levels = [{ id: "only", title: "Only", needs: [{ requirement: "z" }] }] as const;
  expect(() => ruleMine(needing([demand("a")], { levels }), {})).toThrow("no requirement z");
  const graded = [{ id: "only", title: "Only", needs: [{ requirement: "a", grade: "z" }] }] as const;
  expect(() => ruleMine(needing([demand("a")], { levels: graded }), {})).toThrow("no grade z");
});
