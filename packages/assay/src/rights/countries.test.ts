import { expect, test } from "vitest";
import { covers, findCountry, overlaps } from "./countries.ts";

test("a code is a country's or nobody's", () => {
  expect(["DE", "UK", "EL", "EU"].map(findCountry)).toEqual(["DE", "GB", "GR", "EU"]);
  expect(["ZZ", "XI", "AN", "DD", "constructor"].map(findCountry)).toEqual([null, null, null, null, null]);
});

test("every member of a region is a country", () => {
  const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const codes = letters.flatMap((a) => letters.map((b) => `${a}${b}`));
  const assigned = codes.filter((code) => findCountry(code) === code && code !== "EU");
  expect(assigned).toHaveLength(249);
  const members = codes.filter((code) => covers("EEA", code) && code !== "EU");
  expect(members.filter((code) => !assigned.includes(code))).toEqual([]);
  expect(members.filter((code) => !covers("EU", code))).toEqual(["IS", "LI", "NO"]);
});

test("a place may lie in what is excluded, and a union in part", () => {
  expect([overlaps("US", "PR"), overlaps("US", "CA")]).toEqual([true, false]);
  expect([overlaps("FR", "EU"), overlaps("US", "EU")]).toEqual([true, false]);
  expect([overlaps("EU", "PF"), covers("EU", "PF"), covers("EU", "RE")]).toEqual([true, false, true]);
});
