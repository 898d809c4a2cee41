/** What sections are about by their headings, held against the labels: a kind that is said has to be right, a kind has to be found. */

import { describe, expect, test } from "vitest";
import { classifyHeading } from "../../src/studies/sections/classify.ts";
import { type HeadingLabel, readHeadingLabels } from "./read-labels.ts";

const FLOOR = 0.95;

/** Each drawing from cards, and each half of our own. */
const SAMPLES: readonly (readonly [from: string, isOf: (label: HeadingLabel) => boolean])[] = [
  ["cards, first drawing", ({ drawing }) => drawing === 1],
  ["cards, second drawing", ({ drawing }) => drawing === 2],
  ["cards, third drawing", ({ drawing }) => drawing === 3],
  ["six languages, the seen half", ({ own, half }) => own === true && half === "seen"],
  ["six languages, the kept half", ({ own, half }) => own === true && half === "kept"],
];

interface Count {
  readonly said: number;
  readonly shown: number;
  readonly right: number;
}

function count(labels: readonly HeadingLabel[]): Count {
  let [said, shown, right] = [0, 0, 0];
  for (const { heading, under: above, isTitle, kind, alternatives = [] } of labels) {
    const found = classifyHeading(heading, { above, isTitle });
    if (alternatives.includes(found)) continue;
    if (found !== "none") said += 1;
    if (kind !== "none") shown += 1;
    if (found === kind && kind !== "none") right += 1;
  }
  return { said, shown, right };
}

describe.each(SAMPLES)("headings from %s", (_, isOf) => {
  test("are told what they are about", () => {
    const { said, shown, right } = count(readHeadingLabels().filter(isOf));
    expect(shown).toBeGreaterThan(20);
    expect(right / said).toBeGreaterThanOrEqual(FLOOR);
    expect(right / shown).toBeGreaterThanOrEqual(FLOOR);
  });
});
