import fc from "fast-check";
import { expect, test } from "vitest";
import { UsageError } from "../model/errors.ts";
import { validateFramework } from "./validate.ts";

const REQUIREMENT = {
  id: "weights",
  label: "weights",
  text: "The weights are there.",
  source: "section 1",
  grades: [{ id: "met", when: { claim: "weights.published" } }],
  otherwise: "unmet",
};
const GOOD = {
  id: "mine",
  version: "1.0",
  title: "Mine",
  source: "https://example.org",
  sets: { open: ["MIT"] },
  requirements: [REQUIREMENT],
  levels: [{ id: "I", title: "One", needs: [{ requirement: "weights" }] }],
};

/** The good framework with a requirement that has this condition. */
function asking(when: unknown): object {
  return { ...GOOD, requirements: [{ ...REQUIREMENT, grades: [{ id: "met", when }] }] };
}

function nest(depth: number): object {
  return depth === 0 ? { claim: "weights.published" } : { not: nest(depth - 1) };
}

test("a good framework comes back as it is", () => {
  expect(validateFramework(GOOD)).toEqual(GOOD);
  expect(() => validateFramework(asking(nest(32)))).not.toThrow();
});

const wrong: readonly (readonly [string, unknown, string])[] = [
  ["no object", [], "the whole: must be an object, not a list"],
  ["a missing member", { ...GOOD, title: undefined }, "/title: must be text, not missing"],
  [
    "no levels",
    { id: "mine", version: "1.0", title: "t", source: "s", requirements: [REQUIREMENT] },
    '"levels" is missing',
  ],
  ["an unknown member", { ...GOOD, level: [] }, "/level: unknown · known are id, version"],
  ["an unknown operator", asking({ claim: "a.b", isnt: true }), "/requirements/0/grades/0/when/isnt: unknown"],
  ["no condition", asking({}), "/requirements/0/grades/0/when: is no condition"],
  ["two conditions in one", asking({ any: [nest(0)], all: [nest(0)] }), "/requirements/0/grades/0/when/any: unknown"],
  ["an empty part", asking({ all: [] }), "/requirements/0/grades/0/when/all: must not be empty"],
  ["a number that is none", asking({ claim: "a.b", atLeast: "5" }), "/when/atLeast: must be a number, not a string"],
  ["a claim that is none", asking({ claim: "weights" }), '/when/claim: "weights" is no claim id'],
  ["nesting without end", asking(nest(33)), "nests deeper than 32"],
  [
    "a set that is not there",
    asking({ not: { claim: "a.b", in: "opn" } }),
    '/when/not/in: there is no set "opn" · there is open',
  ],
  [
    "a set named as a member",
    asking({ claim: "a.b", in: ["@constructor"] }),
    '/when/in/0: there is no set "constructor"',
  ],
  ["out without in", asking({ claim: "a.b", out: "open" }), "/when/out: needs an in beside it"],
  [
    "an id twice in a set",
    { ...GOOD, sets: { open: ["MIT", "MIT"] } },
    '/sets/open/1: "MIT" stands here a second time',
  ],
  [
    "a set of sets of sets",
    { ...GOOD, sets: { a: ["@b"], b: ["@c"], c: ["x"] } },
    '/sets/a/0: "@b" stands for further sets',
  ],
  ["a set of itself", { ...GOOD, sets: { a: ["@a"] } }, '/sets/a/0: "@a" stands for further sets'],
  [
    "no grades",
    { ...GOOD, requirements: [{ ...REQUIREMENT, grades: [] }] },
    "/requirements/0/grades: must not be empty",
  ],
  [
    "a grade twice",
    { ...GOOD, requirements: [{ ...REQUIREMENT, otherwise: "met" }] },
    '/requirements/0/otherwise: "met"',
  ],
  ["a requirement twice", { ...GOOD, requirements: [REQUIREMENT, REQUIREMENT] }, '/requirements/1/id: "weights"'],
  ["a level twice", { ...GOOD, levels: [GOOD.levels[0], { ...GOOD.levels[0], id: "i" }] }, '/levels/1/id: "i"'],
  [
    "a need that is none",
    { ...GOOD, levels: [{ id: "I", title: "One", needs: [{ requirement: "wights" }] }] },
    '/levels/0/needs/0/requirement: there is no requirement "wights"',
  ],
  [
    "a grade that is none",
    { ...GOOD, levels: [{ id: "I", title: "One", needs: [{ requirement: "weights", grade: "unmet" }] }] },
    '/levels/0/needs/0/grade: "weights" has no grade "unmet" · it has met',
  ],
  [
    "an unasked claim",
    { ...GOOD, unanswered: [{ claim: "a.b", why: "w" }] },
    '/unanswered/0/claim: no requirement asks for "a.b"',
  ],
  ["a text without end", { ...GOOD, title: "x".repeat(2001) }, "/title: is 2001 characters long · at most 2000"],
  ["a name with a slash", { ...GOOD, sets: { "a/b": ["MIT"] } }, '/sets/a~1b: "a/b" is no id'],
];

test.each(wrong)("%s is refused at its place", (_, json, message) => {
  expect(() => validateFramework(json)).toThrow(UsageError);
  expect(() => validateFramework(json)).toThrow(message);
});

test("whatever the JSON, the answer is a framework or a usage error", () => {
  const holds = fc.property(
    fc.oneof(
      fc.jsonValue(),
      fc.jsonValue().map((json) => ({ ...GOOD, levels: json })),
    ),
    (json) => {
      try {
        expect(validateFramework(json)).toBe(json);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
      }
    },
  );
  fc.assert(holds, { numRuns: 2000 });
});
