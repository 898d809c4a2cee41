import { expect, test } from "vitest";
import { isOfOthers } from "./others.ts";

test.each([
  ["Research Building on Owl", true],
  ["Papers that use Owl", true],
  ["Related Work", true],
  ["Community projects", true],
  ["Training data", false],
  ["Research paper", false],
  ["How it works", false],
])("a section %j is about others: %s", (title, value) => {
  expect(isOfOthers(["Owl", title, "Training data"])).toBe(value);
});
