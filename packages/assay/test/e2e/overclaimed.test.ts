/** The example that claims too much: each of its faults is told. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { assessTarget, ROOT, runAssay } from "../support/command.ts";

const EXAMPLE = join(ROOT, "examples/overclaimed-model");
const { assessment } = assessTarget(EXAMPLE);

test("a licence that is titled MIT and is not MIT is a finding, and no clean name", () => {
  expect(assessment.findings.map(({ code }) => code)).toContain("license-mistitled");
  expect(assessment.licenses).toMatchObject([{ path: "LICENSE", match: { id: null }, titled: "MIT", declared: "mit" }]);
});

test("the added clause answers how large one may be, with its words and line", () => {
  const scale = assessment.rights.find(({ id }) => id === "scale");
  expect(scale).toMatchObject({ answer: "depends", on: expect.stringContaining("above 1 million monthly users") });
  const cited = assessment.evidence.filter(({ id }) => scale?.evidence.includes(id));
  for (const { at, quote } of cited) {
    if (!("path" in at)) throw new Error("a clause lies in a file");
    const lines = readFileSync(join(EXAMPLE, at.path), "utf8").split("\n");
    expect(lines.slice((at.line ?? 1) - 1).join("\n")).toContain(quote);
  }
  expect(cited.map(({ at }) => "path" in at && at.path)).toContain("LICENSE");
});

test("nothing in it is permitted on the word of its title", () => {
  const permitted = assessment.rights.filter(({ answer }) => answer === "yes").map(({ id }) => id);
  // Duties and risks: the base's name has to be shown, and its policy may change.
  expect(permitted).toEqual(["name", "change"]);
});

test("the headline says what limits the use", () => {
  expect(runAssay([EXAMPLE]).stdout).toMatch(/USE\s+unknown\s+above USD 20 million of revenue a year/);
});

test("what it says of its openness is contradicted, with the words, the reason and what would make it true", () => {
  const [statement, ...others] = assessment.statements;
  expect(others).toEqual([]);
  expect(statement).toMatchObject({ about: "this", verdict: "contradicted", at: { path: "README.md", line: 14 } });
  expect(statement?.criteria[0]).toMatchObject({ id: "licence-osi", verdict: "unmet" });
  expect(assessment.findings.map(({ rule }) => rule)).toContain("statement/contradicted");
  const { stdout } = runAssay([EXAMPLE]);
  expect(stdout).toContain("What it says of its openness");
  expect(stdout).toMatch(/It says\s+contradicted\s+"Night Owl 1B is a fully open/);
  expect(stdout).toMatch(/To make it true:/);
});
