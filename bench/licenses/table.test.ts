import { expect, test } from "vitest";

import type { Answer, GoldRow } from "./gold.ts";
import { printEquivalents, printTables, printUnlisted } from "./table.ts";

const ROWS: readonly GoldRow[] = [
  { set: "one", path: "a", expected: ["MIT"], compare: "id", change: "none" },
  { set: "two", path: "b", expected: ["ISC"], compare: "id", change: "altered" },
];

function answer(id: string): Answer {
  return { id, clean: true, ms: 1.25 };
}

test("a table has a line for each set and an empty cell for a set that a tool never saw", () => {
  const columns = [
    { id: "x", answers: new Map([["a", answer("MIT")]]) },
    {
      id: "y",
      answers: new Map([
        ["a", answer("ISC")],
        ["b", answer("ISC")],
      ]),
    },
  ];
  const lines = printTables(ROWS, columns)
    .split("\n")
    .map((line) => line.trim().split(/\s+/).join(" "));
  expect(lines.slice(1, 5)).toEqual(["x y", "one 1/1 0/1", "two 1/1", "all 1/2 1/2"]);
  // No set has harmless changes, and only the second an altered text.
  expect(lines.slice(6, 10)).toEqual(["altered texts with a clean name (0 is right)", "x y", "two 1/1", "all 0/1 1/1"]);
  expect(lines).toContain("one 1.3 / 1.3 1.3 / 1.3");
});

test("a joining is printed with its reason, its scope and what differs", () => {
  const print = printEquivalents([
    { ids: ["A", "B"], reason: "why", scope: "text" },
    { ids: ["C", "D"], reason: "why", scope: "always", differences: "the title" },
  ]);
  expect(print.split("\n")).toEqual(["whole texts only  A = B: why", "C = D: why; differs in the title"]);
});

test("labels that are on no list are printed by their reasons", () => {
  expect(printUnlisted({ A: "owls", B: "larks", C: "owls" })).toBe("on no list, owls: A, C\non no list, larks: B");
});
