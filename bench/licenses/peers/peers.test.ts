import { expect, test } from "vitest";

import { readTime } from "./identify-license.ts";
import { readName } from "./licensecheck.ts";
import { findProgram, joinIds, timeLines } from "./peer.ts";

test.each([
  ["Apache-2.0", "Apache-2.0"],
  ["UNKNOWN", null],
  ["", null],
  ["BSD-3-Clause and/or MIT", "BSD-3-Clause AND MIT"],
  ["GPL-2.0-or-later [generated file]", "GPL-2.0-or-later"],
  ["GPL-2 and/or MIT", "GPL-2.0-only AND MIT"],
  ["GPL", "GPL-1.0-or-later"],
  ["GPL-3 with GCC-exception-3.1 exception", "GPL-3.0-only WITH GCC-exception-3.1"],
  ["UNKNOWN with Font-exception-2.0 exception", "Font-exception-2.0"],
])("licensecheck's %j is %s", (name, id) => {
  expect(readName(name)).toBe(id);
});

test.each([
  ['2026/11/26 12:52:45 Finished Classifying License "/a b/MIT.txt": 4.449417ms', "/a b/MIT.txt", 4.449417],
  ['2026/11/26 12:52:45 Finished Classifying License "x": 1.5s', "x", 1500],
  ['2026/11/26 12:52:45 Finished Classifying License "x": 512.5µs', "x", 0.5125],
])("a time of the classifier's log: %s", (line, path, ms) => {
  expect(readTime(line)).toEqual([[path, ms]]);
});

test("another line of the log has no time", () => {
  expect(readTime("2026/11/26 12:52:45 Classifying license(s): x")).toEqual([]);
});

test("a line's time is since the one before, and the first is the warm-up", () => {
  const lines = [0, 1000, 1004, 1010].map((at) => ({ text: String(at), at }));
  expect(timeLines(lines).map(({ ms }) => ms)).toEqual([1000, 4, 6]);
});

test("each id once, in order; none is null", () => {
  expect([joinIds(["MIT", "ISC", "MIT"]), joinIds([])]).toEqual(["MIT AND ISC", null]);
});

test("a program that is nowhere is named", () => {
  expect(() => findProgram("no-such-program-here")).toThrow(/no-such-program-here is neither on the path/);
});
