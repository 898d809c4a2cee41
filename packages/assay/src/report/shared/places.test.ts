import { expect, test } from "vitest";
import type { Evidence, Locator } from "../../model/types.ts";
import { firstPlace, formatPlace } from "./places.ts";

test.each<readonly [Locator, string | undefined]>([
  [{ path: "README.md" }, "README.md"],
  [{ path: "README.md", line: 12, start: 100, end: 110 }, "README.md:12"],
  [{ path: "model.zip", inside: ["a.tar", "b.json"] }, "model.zip (a.tar › b.json)"],
  [{ url: "https://example.org/paper" }, "https://example.org/paper"],
  [{ searched: ["README.md"] }, undefined],
])("%j is %s", (at, words) => {
  expect(formatPlace(at)).toBe(words);
});

test("the first evidence with a place gives it, in the order of the ids", () => {
  const seen = (id: string, at: Locator): Evidence => ({
    id,
    probe: "p",
    code: "c",
    args: {},
    message: "m",
    basis: "measured",
    at,
  });
  const evidence = [seen("a", { path: "a" }), seen("b", { searched: [] }), seen("c", { path: "c", line: 3 })];
  expect(firstPlace(evidence, ["b", "c", "a"])).toBe("c:3");
  expect(firstPlace(evidence, ["b", "unknown"])).toBeUndefined();
  expect(firstPlace(evidence, [])).toBeUndefined();
});
