import { expect, test } from "vitest";

import { preparePresearch } from "./presearch.ts";
import type { Rule } from "./rule.ts";

function rule(words: readonly string[], when?: RegExp): Rule {
  return { words, ...(when === undefined ? {} : { when }), read: () => [] };
}

const owls = rule(["owl", "he owls"]);
const larks = rule(["lark", "her"]);
const wise = rule(["wise"], /\bwise\b/);
const chinese = rule(["猫头鹰", "owl"]);
const search = preparePresearch([owls, larks, wise, chinese]);

test.each([
  ["", []],
  ["an OWL flies", [owls, chinese]],
  ["the owls", [owls, chinese]],
  ["she rests", []],
  ["sher", [larks]],
  ["likewise", []],
  ["a wise lark", [larks, wise]],
  ["一只猫头鹰。", [chinese]],
  ["猫头", []],
])("%j calls its rules in their order", (words, called) => {
  expect(search(words)).toEqual(called);
});

test("more rules than there is room for are refused", () => {
  expect(() => preparePresearch(Array.from({ length: 33 }, () => owls))).toThrow();
});
