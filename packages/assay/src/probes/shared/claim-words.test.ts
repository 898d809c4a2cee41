import { expect, test } from "vitest";
import { probes } from "../all.generated.ts";
import { sayValue, wordsOf } from "./claim-words.ts";

test("every claim of a disclosure has words, and none of them is its name", () => {
  const asked = probes.filter(({ id }) => id.endsWith("-disclosed")).flatMap(({ answers }) => answers);
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((claim) => wordsOf(claim) === claim)).toEqual([]);
});

test("a long number is told in groups of digits", () => {
  expect(sayValue(2_000_000_000_000)).toBe("2,000,000,000,000");
  expect(sayValue("2024-04")).toBe("2024-04");
});
