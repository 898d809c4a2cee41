/** Every document in every format, as files and on the standard output. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runAssay } from "../support/command.ts";
import { makeFolder } from "../support/folder.ts";

const EXAMPLE = "examples/tiny-open-model";
const RECORD = "docs/examples/tiny-open-model.mof.yml";

const COMMANDS = [
  ["assess", [EXAMPLE]],
  ["license", ["license", "LICENSE"]],
  ["license --against", ["license", "--against", "LICENSE", `${EXAMPLE}/data/LICENSE`]],
  ["frameworks", ["frameworks"]],
  ["frameworks ID", ["frameworks", "mof@1.0/spec"]],
  ["rule", ["rule", "--framework", "mof", "--record", RECORD]],
] as const;

test.each(COMMANDS)("%s is written as a page, as Markdown, and as text", (_, args) => {
  const folder = makeFolder();
  const [page, note] = [join(folder, "report.html"), join(folder, "report.md")];
  const ran = runAssay([...args, "-o", "text", "-o", `html=${page}`, "-o", `markdown=${note}`]);
  expect([ran.code, ran.stderr]).toEqual([0, ran.stderr.includes("is a path here") ? ran.stderr : ""]);
  expect(ran.stdout).toBe(runAssay(args).stdout);
  expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  expect(readFileSync(note, "utf8")).toMatch(/^#+ /);
});

test("the same release gives the same page, the same Markdown and the same badge", () => {
  for (const format of ["html", "markdown", "badge"]) {
    const [first, second] = [runAssay([EXAMPLE, "-o", format]), runAssay([EXAMPLE, "-o", format])];
    expect(second.stdout).toBe(first.stdout);
    expect(first.stdout).not.toMatch(/\b20\d\d-\d\d-\d\dT/);
  }
});

test("a badge tells the level that was asked for, else the freedoms", () => {
  const folder = makeFolder();
  const tell = (...args: readonly string[]): unknown => {
    const path = join(folder, "badge.json");
    runAssay([EXAMPLE, ...args, "-o", `badge=${path}`]);
    return JSON.parse(readFileSync(path, "utf8")).message;
  };
  expect(tell()).toBe("yes");
  expect(tell("--framework", "mof")).toBe("MOF Class I");
  expect(tell("--framework", "osaid", "--framework", "mof")).toBe("OSAID met");
  expect(runAssay([makeFolder(), "-o", "badge"]).stdout).toContain("<title>open: unknown</title>");
});

test("a badge of two releases, or of none, is wrong usage before anything is read", () => {
  for (const args of [[EXAMPLE, EXAMPLE], ["license", "LICENSE"], ["frameworks"]]) {
    const { code, stderr, stdout } = runAssay([...args, "-o", "badge"]);
    expect([code, stdout]).toEqual([64, ""]);
    expect(stderr).toContain("assess one target with it");
  }
});
