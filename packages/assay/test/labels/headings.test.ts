/** What sections are about by their headings, held against the labels: a kind that is said has to be right, a kind has to be found. */

import { describe, expect, test } from "vitest";
import { classifyHeading } from "../../src/studies/sections/classify.ts";
import { type Half, type HeadingLabel, readHeadingLabels } from "./read-labels.ts";

const FLOOR = 0.95;

/** All that were drawn, of which each half alone is small, and each half of our own. */
const SAMPLES: readonly (readonly [from: string, halves: readonly Half[], isOwn: boolean])[] = [
  ["cards", ["seen", "kept"], false],
  ["cards, the seen half", ["seen"], false],
  ["six languages, the seen half", ["seen"], true],
  ["six languages, the kept half", ["kept"], true],
];

interface Count {
  readonly said: number;
  readonly shown: number;
  readonly right: number;
}

function count(labels: readonly HeadingLabel[]): Count {
  let [said, shown, right] = [0, 0, 0];
  for (const { heading, under, kind, alternatives = [] } of labels) {
    const found = classifyHeading(heading, under);
    if (alternatives.includes(found)) continue;
    if (found !== "none") said += 1;
    if (kind !== "none") shown += 1;
    if (found === kind && kind !== "none") right += 1;
  }
  return { said, shown, right };
}

describe.each(SAMPLES)("headings from %s", (_, halves, isOwn) => {
  test("are told what they are about", () => {
    const labels = halves.flatMap((half) => readHeadingLabels(half));
    const { said, shown, right } = count(labels.filter(({ own = false }) => own === isOwn));
    expect(shown).toBeGreaterThan(20);
    expect(right / said).toBeGreaterThanOrEqual(FLOOR);
    expect(right / shown).toBeGreaterThanOrEqual(FLOOR);
  });
});
