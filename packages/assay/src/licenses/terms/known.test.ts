import { describe, expect, test } from "vitest";
import { hasCorpora } from "../../../scripts/compile-fingerprints.ts";
import { type Half, type KnownText, listKnownTexts } from "../../../scripts/terms/known-texts.ts";
import { type Measured, measure, precisionOf, recallOf, type Score } from "../../../scripts/terms/measure.ts";

/** Precision and recall that each type reaches, in hundredths; a type with few terms in a half moves by much at a time. */
type Floors = Readonly<Record<string, readonly [precision: number, recall: number]>>;

const FLOORS: Readonly<Record<Half, Floors>> = {
  seen: {
    acceptance: [100, 100],
    attribution: [99, 94],
    "commercial-use": [100, 90],
    copyleft: [100, 75],
    "delete-on-end": [100, 88],
    "ends-at-will": [100, 85],
    "ends-on-breach": [100, 95],
    "ends-on-suit": [100, 100],
    "forbidden-use": [98, 91],
    "guardrail-lock": [100, 100],
    modification: [100, 91],
    "must-update": [100, 100],
    naming: [100, 83],
    "outputs-commercial-use": [100, 85],
    "outputs-make-derivatives": [100, 100],
    "outputs-may-compete": [100, 100],
    "outputs-may-train-others": [100, 100],
    "outputs-owner": [100, 100],
    "outputs-restricted": [100, 100],
    "pass-through": [100, 92],
    "patent-grant": [100, 92],
    "policy-by-reference": [77, 58],
    "policy-by-url": [100, 50],
    redistribution: [100, 93],
    "remote-restriction": [100, 77],
    "research-only": [100, 85],
    "revenue-threshold": [100, 100],
    revocable: [100, 91],
    "service-gate": [100, 87],
    sublicensing: [100, 95],
    "terms-may-change": [93, 93],
    "territory-excluded": [100, 100],
    "user-threshold": [100, 100],
    all: [99, 91],
  },
  unseen: {
    acceptance: [97, 94],
    attribution: [100, 90],
    "commercial-use": [100, 78],
    "content-filter": [100, 100],
    copyleft: [100, 75],
    "delete-on-end": [95, 82],
    "ends-at-will": [100, 100],
    "ends-on-breach": [100, 84],
    "ends-on-suit": [100, 96],
    "forbidden-use": [98, 86],
    "guardrail-lock": [100, 90],
    modification: [100, 88],
    "must-update": [100, 100],
    naming: [100, 100],
    "outputs-commercial-use": [100, 77],
    "outputs-make-derivatives": [100, 100],
    "outputs-may-compete": [100, 100],
    "outputs-may-train-others": [100, 90],
    "outputs-owner": [100, 93],
    "outputs-restricted": [100, 60],
    "pass-through": [96, 84],
    "patent-grant": [100, 69],
    "policy-by-reference": [75, 60],
    "policy-by-url": [100, 78],
    redistribution: [100, 88],
    "remote-restriction": [100, 66],
    "research-only": [100, 83],
    "revenue-threshold": [100, 100],
    revocable: [100, 93],
    "service-gate": [100, 60],
    sublicensing: [100, 90],
    "terms-may-change": [100, 95],
    "territory-excluded": [100, 100],
    "user-threshold": [100, 100],
    "visit-threshold": [100, 100],
    all: [99, 86],
  },
};

function inHundredths(score: Score): readonly [number, number] {
  return [Math.floor(precisionOf(score) * 100), Math.floor(recallOf(score) * 100)];
}

describe.skipIf(!hasCorpora())("terms that people read in 159 texts", () => {
  const texts: readonly KnownText[] = hasCorpora() ? listKnownTexts() : [];
  const ofHalf = (half: Half): readonly KnownText[] => texts.filter((one) => one.half === half);
  const measured: Readonly<Record<Half, Measured>> = {
    seen: measure(ofHalf("seen")),
    unseen: measure(ofHalf("unseen")),
  };

  test("the halves are what was measured", () => {
    expect([ofHalf("seen").length, ofHalf("unseen").length]).toEqual([80, 79]);
  });

  test.each(["seen", "unseen"] as const)("each type of the %s half is read as well as it was", (half) => {
    const { types, all } = measured[half];
    const rows = new Map([...types, all].map((score) => [score.type, inHundredths(score)]));
    const fallen = Object.entries(FLOORS[half]).filter(([type, [precision, recall]]) => {
      const [isPrecision, isRecall] = rows.get(type) ?? [0, 0];
      return isPrecision < precision || isRecall < recall;
    });
    expect(fallen.map(([type, floor]) => ({ type, floor, is: rows.get(type) }))).toEqual([]);
    expect([...rows.keys()].filter((type) => !Object.hasOwn(FLOORS[half], type))).toEqual([]);
  });

  test.each(["seen", "unseen"] as const)("no permission of the %s half is read where none is given", (half) => {
    expect(measured[half].permissions.wrong).toBe(0);
    expect(measured[half].permissions.right).toBeGreaterThan(160);
  });

  test.each(["seen", "unseen"] as const)("details that change an answer are read in the %s half", (half) => {
    const { details } = measured[half];
    const low = details.filter((score) => precisionOf(score) < 1 || recallOf(score) < 0.75);
    expect(low).toEqual([]);
    expect(details.reduce((sum, { right }) => sum + right, 0)).toBeGreaterThan(100);
  });
});
