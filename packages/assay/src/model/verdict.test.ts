import fc from "fast-check";
import { expect, test } from "vitest";
import type { Verdict } from "./types.ts";
import { all, any, count, not } from "./verdict.ts";

const VERDICTS: readonly Verdict[] = ["met", "unmet", "unknown"];
const verdict = fc.constantFrom(...VERDICTS);
const verdicts = fc.array(verdict, { maxLength: 6 });

/** Every way in which the unknown among them may turn out. */
function settle(open: readonly Verdict[]): readonly (readonly Verdict[])[] {
  const [first, ...rest] = open;
  if (first === undefined) return [[]];
  const firsts: readonly Verdict[] = first === "unknown" ? ["met", "unmet"] : [first];
  return settle(rest).flatMap((tail) => firsts.map((head) => [head, ...tail]));
}

/** What holds however the unknown turn out; unknown where that makes a difference. */
function foresee(open: readonly Verdict[], decide: (settled: readonly Verdict[]) => boolean): Verdict {
  const outcomes = new Set(settle(open).map(decide));
  if (outcomes.size > 1) return "unknown";
  return outcomes.has(true) ? "met" : "unmet";
}

const isMet = (one: Verdict): boolean => one === "met";

test("all, any, count and not say what holds however the unknown turn out", () => {
  const holds = fc.property(verdicts, fc.integer({ min: -1, max: 8 }), (some, least) => {
    expect(all(some)).toBe(foresee(some, (settled) => settled.every(isMet)));
    expect(any(some)).toBe(foresee(some, (settled) => settled.some(isMet)));
    expect(count(some, least)).toBe(foresee(some, (settled) => settled.filter(isMet).length >= least));
    for (const one of some) expect(not(one)).toBe(foresee([one], ([settled]) => settled === "unmet"));
  });
  fc.assert(holds, { numRuns: 2000 });
});

test("Kleene's tables", () => {
  const table = (combine: (pair: readonly Verdict[]) => Verdict): readonly string[] =>
    VERDICTS.map((a) => VERDICTS.map((b) => combine([a, b])).join(" "));
  expect(table(all)).toEqual(["met unmet unknown", "unmet unmet unmet", "unknown unmet unknown"]);
  expect(table(any)).toEqual(["met met met", "met unmet unknown", "met unknown unknown"]);
  expect(VERDICTS.map(not)).toEqual(["unmet", "met", "unknown"]);
});

test("nothing is all of nothing, and not any of it", () => {
  expect([all([]), any([]), count([], 0), count([], 1)]).toEqual(["met", "unmet", "met", "unmet"]);
});

test("De Morgan, double negation, and count as any and all", () => {
  const holds = fc.property(verdicts, (some) => {
    expect(not(all(some))).toBe(any(some.map(not)));
    expect(not(any(some))).toBe(all(some.map(not)));
    expect(some.map(not).map(not)).toEqual(some);
    expect(count(some, 1)).toBe(any(some));
    expect(count(some, some.length)).toBe(all(some));
  });
  fc.assert(holds);
});

test("neither order nor grouping matters", () => {
  const holds = fc.property(verdicts, verdicts, (left, right) => {
    for (const combine of [all, any]) {
      const whole = combine([...left, ...right]);
      expect(combine([...right, ...left])).toBe(whole);
      expect(combine([combine(left), combine(right)])).toBe(whole);
      expect(combine([...left, ...left])).toBe(combine(left));
    }
  });
  fc.assert(holds);
});
