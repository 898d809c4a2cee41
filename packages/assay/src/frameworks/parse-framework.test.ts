import { expect, test } from "vitest";
import { UsageError } from "../model/errors.ts";
import { parseFramework } from "./parse-framework.ts";

const VOCABULARY = {
  sets: { free: ["MIT"] },
  claims: new Set(["weights.published", "weights.license"]),
};

const OWN = {
  id: "own",
  version: "1",
  title: "Own",
  source: "our office",
  requirements: [
    {
      id: "weights",
      label: "weights",
      text: "The weights are there, and free.",
      source: "our office",
      grades: [
        { id: "met", when: { all: [{ claim: "weights.published" }, { claim: "weights.license", in: "free" }] } },
      ],
      otherwise: "unmet",
    },
  ],
  levels: [{ id: "good", title: "good", needs: [{ requirement: "weights" }] }],
};

function parse(change: (own: string) => string = (own) => own) {
  return parseFramework(change(JSON.stringify(OWN)), "own.json", VOCABULARY);
}

test("a framework may name sets that are shared", () => {
  expect(parse().sets).toEqual({ free: ["MIT"] });
});

test.each([
  ["no JSON", (own: string) => own.slice(1), "own.json: this is no JSON"],
  [
    "a typo in a claim",
    (own: string) => own.replace("weights.published", "weights.publishd"),
    'do you mean "weights.published"?',
  ],
  [
    "a claim that nothing answers",
    (own: string) => own.replace("weights.published", "owl.seen"),
    "add it to the list unanswered",
  ],
  [
    "an unknown set",
    (own: string) => own.replace('"free"', '"fre"'),
    '/requirements/0/grades/0/when/all/1/in: there is no set "fre"',
  ],
  [
    "a set that is no list",
    (own: string) => own.replace('"levels"', '"sets":{"a":["@b"],"b":["@a"]},"levels"'),
    "stands for further sets itself",
  ],
  [
    "a requirement that is not there",
    (own: string) => own.replace('"requirement":"weights"', '"requirement":"weight"'),
    '/levels/0/needs/0/requirement: there is no requirement "weight"',
  ],
  ["a key that nobody knows", (own: string) => own.replace('"label"', '"lable"'), "/requirements/0"],
  ["a version that is no id", (own: string) => own.replace('"version":"1"', '"version":"v 1"'), "/version"],
])("%s is told in one line with its place", (_, change, message) => {
  expect(() => parse(change)).toThrow(UsageError);
  expect(() => parse(change)).toThrow(message);
  try {
    parse(change);
  } catch (error) {
    expect(String(error)).not.toContain("\n");
  }
});

test("what is said to be unanswered may be asked for", () => {
  const json = JSON.stringify(OWN).replace("weights.published", "owl.seen");
  const told = `${json.slice(0, -1)},"unanswered":[{"claim":"owl.seen","why":"nobody looks"}]}`;
  expect(parseFramework(told, "own.json", VOCABULARY).unanswered).toHaveLength(1);
});
