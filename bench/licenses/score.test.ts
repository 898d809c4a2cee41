import { expect, test } from "vitest";

import type { Answer, Change, GoldRow } from "./gold.ts";
import { cleanOnAltered, isRight, scoreTop1, timesOf, uncleanOnFormat } from "./score.ts";

function row(path: string, expected: readonly string[], change: Change = "none"): GoldRow {
  return { set: "set", path, expected, compare: "id", change };
}

function answer(id: string | null, clean = id !== null, ms = 1): Answer {
  return { id, clean, ms };
}

test.each([
  [["MIT"], "MIT", true],
  [["MIT"], "mit", true],
  [["MIT"], null, false],
  [["MIT"], "MIT AND ISC", false],
  [["MIT", "ISC"], "ISC AND MIT", true],
  [["MIT", "ISC"], "ISC OR (MIT AND MIT)", true],
  [["MIT", "ISC"], "MIT", false],
  [[], null, true],
  [[], "MIT", false],
  [["MIT"], "MIT AND LicenseRef-scancode-unknown-license-reference", true],
  [["MIT"], "LicenseRef-scancode-unknown-license-reference", false],
  [["GPL-2.0-or-later WITH Bison-exception-2.2"], "GPL-2.0-or-later", false],
  [["GPL-2.0-or-later WITH Bison-exception-2.2"], "GPL-2.0-or-later AND Bison-exception-2.2", true],
  [["GPL-2.0-or-later WITH Bison-exception-2.2"], "GPL-2.0-only WITH Bison-exception-2.2", false],
])("gold %j answered %s: %s", (expected, id, isExpected) => {
  expect(isRight(row("a", expected), answer(id))).toBe(isExpected);
});

test("a file without an answer is answered with nothing", () => {
  const rows = [row("a", []), row("b", ["MIT"])];
  expect(scoreTop1(rows, new Map())).toEqual({ count: 1, total: 2 });
});

test("only one clean name fools; a name of its own does not; a name beside another does not", () => {
  const rows = ["a", "b", "c", "d", "e"].map((path) => row(path, ["MIT"], "altered"));
  const own = [row("f", ["kimi-k2"], "own"), row("g", ["kimi-k2"], "own"), row("h", ["MIT"])];
  const answers = new Map([
    ["a", answer("MIT")],
    ["b", answer("MIT", false)],
    ["c", answer(null)],
    ["d", answer("MIT AND LicenseRef-scancode-proprietary-license")],
    ["e", answer("ISC")],
    ["f", answer("kimi-k2")],
    ["g", answer("MIT")],
    ["h", answer("MIT")],
  ]);
  expect(cleanOnAltered([...rows, ...own], answers)).toEqual({ count: 3, total: 7 });
});

test("a harmless change keeps its clean name or is counted", () => {
  const rows = ["a", "b", "c"].map((path) => row(path, ["MIT"], "format"));
  const answers = new Map([
    ["a", answer("MIT")],
    ["b", answer("MIT", false)],
    ["c", answer("ISC")],
  ]);
  expect(uncleanOnFormat(rows, answers)).toEqual({ count: 2, total: 3 });
});

test("times are of the rows that were timed", () => {
  const rows = Array.from({ length: 21 }, (_, at) => row(String(at), []));
  const answers = new Map(
    rows.map(({ path }) => [path, answer(null, false, path === "20" ? Number.NaN : Number(path))]),
  );
  expect(timesOf(rows, answers)).toEqual({ median: 10, p95: 19 });
  expect(timesOf([], answers)).toEqual({ median: Number.NaN, p95: Number.NaN });
});
