/** What sections are about by their headings, held against the labels: a kind that is said has to be right, a kind has to be found. */

import { describe, expect, test } from "vitest";
import { classifyHeading } from "../../src/studies/sections/classify.ts";
import { type HeadingLabel, readHeadingLabels } from "./read-labels.ts";

/** Each drawing from cards, and each half of our own. Each was measured once before it was looked at: README.md. */
const SAMPLES: readonly (readonly [from: string, isOf: (label: HeadingLabel) => boolean, recall: number])[] = [
  ["cards, first drawing", ({ drawing }) => drawing === 1, 0.95],
  ["cards, second drawing", ({ drawing }) => drawing === 2, 0.95],
  ["cards, third drawing", ({ drawing }) => drawing === 3, 0.95],
  ["cards, fourth drawing", ({ drawing }) => drawing === 4, 0.9],
  ["six languages, the seen half", ({ own, half }) => own === true && half === "seen", 0.95],
  ["six languages, the kept half", ({ own, half }) => own === true && half === "kept", 0.95],
];

const PRECISION = 0.95;

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

describe.each(SAMPLES)("headings from %s", (_, isOf, recall) => {
  test("are told what they are about", () => {
    const { said, shown, right } = count(readHeadingLabels().filter(isOf));
    expect(shown).toBeGreaterThan(20);
    expect(right / said).toBeGreaterThanOrEqual(PRECISION);
    expect(right / shown).toBeGreaterThanOrEqual(recall);
  });
});
