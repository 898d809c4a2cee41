import { expect, test } from "vitest";

import type { Answer, Column, Row } from "./answer.ts";
import { checkSets } from "./bounds.ts";
import { listWrong, printTables } from "./table.ts";

const ROWS: readonly Row[] = [
  { set: "picklescan's own, malicious", path: "/a", expected: "flag", globals: ["__builtin__.eval"] },
  { set: "picklescan's own, malicious", path: "/b", expected: "flag" },
  { set: "picklescan's own, benign", path: "/c", expected: "pass" },
  { set: "modelscan's own, skip-with-error", path: "/d/e", expected: "told" },
];

function answer(verdict: string, outcome: Answer["outcome"], globals: readonly string[] = []): Answer {
  return { verdict, outcome, globals, findings: [], ms: 1 };
}

const ASSAY: Column = {
  id: "assay",
  answers: new Map([
    ["/a", answer("dangerous", "flagged", ["builtins.eval"])],
    ["/b", answer("inconclusive", "open")],
    ["/c", answer("risky", "flagged")],
    ["/d/e", answer("inconclusive", "open")],
  ]),
};
const PEER: Column = { id: "peer", answers: new Map([["/a", answer("clean", "passed")]]) };

test("a cell has what was flagged of the files, and what was left open; it is empty where nothing was asked", () => {
  const lines = printTables(ROWS, [ASSAY, PEER])
    .split("\n")
    .map((line) => line.trim().split(/\s{2,}/));
  expect(lines[2]).toEqual(["picklescan's own, malicious", "1/2 +1", "0/2"]);
  expect(lines).toContainEqual(["picklescan's own, benign", "1/1"]);
  expect(lines.flat().join("\n")).toContain("d/e: assay inconclusive | peer not asked");
});

test("what is wrong is named, with what is known of it", () => {
  expect(listWrong(ROWS, ASSAY, new Map([["/b", "how it was made"]]))).toEqual([
    "picklescan's own, malicious: /b: inconclusive | how it was made",
    "picklescan's own, benign: /c: risky",
  ]);
});

test("a bound is on what is flagged, and on names in either spelling of Python", () => {
  const bounds = new Map(checkSets(ROWS, ASSAY).map((bound) => [bound.what, bound]));
  expect(bounds.get("picklescan's malicious: flagged")).toMatchObject({ is: "1/2 (50 %)", holds: false });
  expect(bounds.get("picklescan's malicious: names of expected.tsv told")).toMatchObject({ holds: true });
  expect(bounds.get("benign security files: dangerous")).toMatchObject({ is: "0/1 (0 %)", holds: true });
});
