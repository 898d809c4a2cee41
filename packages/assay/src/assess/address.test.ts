import { expect, test } from "vitest";

import { UsageError } from "../model/errors.ts";
import type { Framework } from "../model/types.ts";
import { findFramework, findLevel, nameFramework } from "./address.ts";

function framework(id: string, version: string, reading?: string): Framework {
  const level = (name: string) => ({ id: name, title: name, needs: [] });
  const levels = [level("I"), level("II"), level("III")] as const;
  return { id, version, ...(reading && { reading }), title: id, source: "s", requirements: [], levels };
}

const ALL = [
  framework("mof", "1.0", "tool"),
  framework("mof", "1.0", "spec"),
  framework("mof", "0.9"),
  framework("osaid", "1.9"),
  framework("osaid", "1.10"),
  framework("freedoms", "1.0"),
];

const found: readonly (readonly [string, string])[] = [
  ["mof", "mof@1.0/tool"],
  ["MOF", "mof@1.0/tool"],
  ["mof@1.0", "mof@1.0/tool"],
  ["mof@1.0/spec", "mof@1.0/spec"],
  ["mof/spec", "mof@1.0/spec"],
  ["mof@0.9", "mof@0.9"],
  ["osaid", "osaid@1.10"],
  ["osaid@1.9", "osaid@1.9"],
];

test.each(found)("%s is %s", (address, name) => {
  expect(nameFramework(findFramework(address, ALL))).toBe(name);
});

test("a level is found in any case, of any reading", () => {
  expect(findLevel("mof:ii", ALL)).toMatchObject({ framework: { reading: "tool" }, level: { id: "II" } });
  expect(findLevel("mof@1.0/spec:III", ALL)).toMatchObject({ framework: { reading: "spec" }, level: { id: "III" } });
});

const wrong: readonly (readonly [string, string])[] = [
  ["mfo", 'no framework called "mfo"; there is: mof, osaid, freedoms'],
  ["oasid", 'no framework called "oasid" (did you mean "osaid"?)'],
  ["free", '(did you mean "freedoms"?)'],
  ["mof@2.0", 'no version of mof called "2.0"'],
  ["mof@1.0/tol", 'no reading of mof called "tol" (did you mean "tool"?); there is: tool, spec'],
  ["osaid/strict", 'no reading of osaid called "strict"; there is: none'],
  ["", '"" is no framework name'],
  ["mof@", '"mof@" is no framework name'],
  ["mof/a/b", '"mof/a/b" is no framework name'],
  [`${"x".repeat(100_000)}`, "there is: mof"],
];

test.each(wrong)("%.20s: %s", (address, message) => {
  expect(() => findFramework(address, ALL)).toThrow(UsageError);
  expect(() => findFramework(address, ALL)).toThrow(message);
});

test("a level that is not there is refused with those that are", () => {
  expect(() => findLevel("mof:IV", ALL)).toThrow('no level of mof@1.0/tool called "IV"');
  expect(() => findLevel("mof:IV", ALL)).toThrow("there is: I, II, III");
  expect(() => findLevel("mof", ALL)).toThrow("write FRAMEWORK:LEVEL");
});
