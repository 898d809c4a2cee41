import fc from "fast-check";
import { expect, test } from "vitest";
import { framework as anyFramework, learning } from "../../test/laws/arbitraries.ts";
import type { Claim, Framework } from "../model/types.ts";
import { type Ruled, rerule, smallestEdit } from "./rerule.ts";
import { findProvenLevel, rule } from "./rule.ts";

function demand(id: string): Framework["requirements"][number] {
  const grades = [{ id: "met", when: { claim: `${id}.published` } }] as const;
  return { id, label: id, text: id, source: "own", grades, otherwise: "unmet" };
}

function level(id: string, ...needs: readonly string[]): Framework["levels"][number] {
  return { id, title: id, needs: needs.map((requirement) => ({ requirement })) };
}

const REQUIREMENTS = ["weights", "card", "code"].map(demand);
const BEFORE: Framework = {
  id: "own",
  version: "1",
  title: "Own",
  source: "own",
  requirements: REQUIREMENTS,
  levels: [level("gold", "weights", "card", "code"), level("silver", "weights", "card")],
};
const AFTER: Framework = {
  ...BEFORE,
  levels: [level("gold", "weights", "card"), level("silver", "weights", "code")],
};

function ruled(name: string, ...published: readonly string[]): Ruled {
  const claims = published.map((id): Claim => ({ id: `${id}.published`, about: "*", value: true, evidence: [] }));
  return { name, claims: new Map(claims.map((claim) => [claim.id, claim])) };
}

const OWL = ruled("owl", "weights", "card");
const MOUSE = ruled("mouse", "weights", "code");
const WOOD = ruled("wood", "weights", "card", "code");

test("who moves, in which direction, and by which requirement", () => {
  expect(rerule([OWL, MOUSE, WOOD], BEFORE, AFTER)).toEqual([
    { name: "owl", from: "silver", to: "gold", direction: "gains", because: ["code"] },
    { name: "mouse", from: null, to: "silver", direction: "gains", because: ["card"] },
  ]);
  expect(rerule([OWL, MOUSE], AFTER, BEFORE)).toMatchObject([
    { name: "owl", direction: "loses", because: ["code"] },
    { name: "mouse", direction: "loses", to: null, because: ["card"] },
  ]);
});

test("the smallest edit is what the level would have to drop", () => {
  expect(smallestEdit(OWL, BEFORE, "gold")).toEqual(["code"]);
  expect(smallestEdit(WOOD, BEFORE, "gold")).toEqual([]);
});

test("the level alone is the one of the whole ruling", () => {
  const holds = fc.property(learning, ({ framework, before, after }) => {
    for (const claims of [before, after])
      expect(findProvenLevel(framework, claims)).toBe(rule(framework, claims, "*").level);
  });
  fc.assert(holds, { numRuns: 1000 });
});

test("a framework that did not change moves nobody", () => {
  const holds = fc.property(learning, ({ framework, before, after }) => {
    const all = [
      { name: "before", claims: before },
      { name: "after", claims: after },
    ];
    expect(rerule(all, framework, framework)).toEqual([]);
  });
  fc.assert(holds, { numRuns: 300 });
});

test("who loses by a change gains by taking it back", () => {
  const holds = fc.property(learning, anyFramework, ({ framework, after: claims }, other) => {
    const turn = { gains: "loses", loses: "gains" } as const;
    const there = rerule([{ name: "it", claims }], framework, other);
    const back = rerule([{ name: "it", claims }], other, framework);
    expect(back.map(({ direction }) => direction)).toEqual(there.map(({ direction }) => turn[direction]));
  });
  fc.assert(holds, { numRuns: 300 });
});

test("a level that drops the smallest edit admits it", () => {
  const holds = fc.property(learning, ({ framework, after: claims }) => {
    for (const { id } of framework.levels) {
      const dropped = new Set(smallestEdit({ name: "it", claims }, framework, id));
      const requirements = framework.requirements.map((one) =>
        dropped.has(one.id) ? { ...one, mandatory: false } : one,
      );
      const levels = framework.levels.flatMap((one) => {
        const needs = one.needs.filter(({ requirement }) => !dropped.has(requirement));
        return one.id === id ? [{ ...one, needs }] : [];
      });
      const edited = { ...framework, requirements, levels } as unknown as Framework;
      expect(rule(edited, claims, "*").level).toBe(id);
    }
  });
  fc.assert(holds, { numRuns: 300 });
});
