import { expect, test } from "vitest";
import type { Deviation, LicenseMatch, LicenseReading } from "../model/license.ts";
import { describeMissing } from "./missing-words.ts";

const OWL =
  "The owl may be fed by anyone.\n\nWho feeds the owl must wash the bowl each night and dry it with a clean cloth.\n\n" +
  "The owl may be looked at. It must not be woken before the sun has set over the barn.\n";
const SENTENCE = "Who feeds the owl must wash the bowl each night and dry it with a clean cloth.\n\n";
const CUT = OWL.replace(SENTENCE, "");

function reading(kind: LicenseMatch["kind"], deviations: readonly Deviation[] = []): LicenseReading {
  return { match: { id: "Owl-1.0", kind, similarity: 0.9 }, deviations, terms: [] };
}

/** A stretch that is missing where the words begin. */
function gapBefore(text: string, words: string, missing: number): Deviation {
  const start = text.indexOf(words);
  const end = start < 0 ? text.length : start;
  return { kind: "deleted", at: { start: end, end, line: 1 }, missing, material: true };
}

test("around a gap stand the words before and behind it", () => {
  const gap = gapBefore(CUT, "\n\nThe owl may be looked", 17);
  const [read] = describeMissing([{ path: "LICENSE", text: CUT, reading: reading("modified", [gap]) }]);
  expect(read?.deviations).toEqual([
    {
      ...gap,
      around: { before: "The owl may be fed by anyone.", behind: "The owl may be looked at. It" },
    },
  ]);
});

test("what is missing is said in the words of an unaltered text at hand, with its line", () => {
  const gap = gapBefore(CUT, "\n\nThe owl may be looked", 17);
  const [, altered] = describeMissing([
    { path: "LICENSE", text: OWL, reading: reading("exact") },
    { path: "model/LICENSE", text: CUT, reading: reading("modified", [gap]) },
  ]);
  expect(altered?.deviations[0]?.lacks).toEqual({ text: SENTENCE.trim(), path: "LICENSE", line: 3 });
});

test("what another word stands instead of is said too", () => {
  const text = OWL.replace("must not be woken", "may be woken");
  const start = text.indexOf("may be woken");
  const at = { start, end: start + 3, line: 5 };
  const swap: Deviation = { kind: "replaced", at, text: "may", missing: 2, material: true };
  const [, altered] = describeMissing([
    { path: "LICENSE", text: OWL, reading: reading("equivalent") },
    { path: "COPY", text, reading: reading("modified", [swap]) },
  ]);
  expect(altered?.deviations[0]?.lacks).toEqual({ text: "must not", path: "LICENSE", line: 5 });
});

test.each([
  ["another licence", { id: "Hen-1.0", kind: "exact", similarity: 1 }],
  ["an altered text", { id: "Owl-1.0", kind: "modified", similarity: 0.9 }],
  ["a notice", { id: "Owl-1.0", kind: "reference", similarity: 0 }],
] as const)("%s says nothing of what is missing", (_, match) => {
  const gap = gapBefore(CUT, "\n\nThe owl may be looked", 17);
  const [, altered] = describeMissing([
    { path: "OTHER", text: OWL, reading: { match, deviations: [], terms: [] } },
    { path: "LICENSE", text: CUT, reading: reading("modified", [gap]) },
  ]);
  expect(altered?.deviations[0]?.lacks).toBeUndefined();
});

test("what may be left out is not described, nor what is only inserted", () => {
  const free: Deviation = { ...gapBefore(CUT, "It must", 3), material: false, why: "optional" };
  const inserted: Deviation = { kind: "inserted", at: { start: 0, end: 3, line: 1 }, text: "The", material: true };
  const [read] = describeMissing([{ path: "LICENSE", text: CUT, reading: reading("modified", [free, inserted]) }]);
  expect(read?.deviations).toEqual([free, inserted]);
});

test("a gap at either end has words on one side alone", () => {
  const [first, last] = [gapBefore(CUT, "The owl may be fed", 4), gapBefore(CUT, "no such words", 4)];
  const [read] = describeMissing([{ path: "LICENSE", text: CUT, reading: reading("modified", [first, last]) }]);
  expect(read?.deviations.map(({ around }) => [around?.before, around?.behind])).toEqual([
    ["", "The owl may be fed by anyone."],
    [expect.stringMatching(/set over the barn\.$/), ""],
  ]);
});
