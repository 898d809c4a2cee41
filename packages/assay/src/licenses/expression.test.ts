import fc from "fast-check";
import { expect, test } from "vitest";

import { exceptionIds } from "./exception-ids.ts";
import { findLicenseId, parseExpression } from "./expression.ts";
import { licenseIds } from "./ids.generated.ts";

const demands = (text: string) => {
  const parsed = parseExpression(text);
  return parsed.ok ? parsed.demands : parsed.fault;
};

test.each<[string, readonly string[] | string]>([
  ["MIT", ["MIT"]],
  ["apache-2.0", ["Apache-2.0"]],
  ["MIT AND Apache-2.0", ["MIT", "Apache-2.0"]],
  ["MIT OR Apache-2.0", ["Apache-2.0 OR MIT"]],
  ["mit or mit", ["MIT"]],
  ["MIT OR ISC AND Zlib", ["ISC OR MIT", "MIT OR Zlib"]],
  ["(MIT OR ISC) AND Zlib", ["ISC OR MIT", "Zlib"]],
  ["GPL-2.0-only WITH classpath-exception-2.0", ["GPL-2.0-only WITH Classpath-exception-2.0"]],
  ["GPL-2.0", ["GPL-2.0-only"]],
  ["GPL-2.0+", ["GPL-2.0-or-later"]],
  ["AGPL-3.0+", ["AGPL-3.0-or-later"]],
  ["EPL-1.0+", ["EPL-1.0+"]],
  ["LicenseRef-a.b AND DocumentRef-x:LicenseRef-y", ["LicenseRef-a.b", "DocumentRef-x:LicenseRef-y"]],
  ["", "syntax"],
  ["MIT Apache-2.0", "syntax"],
  ["MIT Or Apache-2.0", "syntax"],
  ["MIT OR", "syntax"],
  ["(MIT", "syntax"],
  ["MIT)", "syntax"],
  ["()", "syntax"],
  ["MIT/Apache-2.0", "syntax"],
  ["MIT WITH MIT", "unknown-id"],
  ["NONE", "unknown-id"],
  ["ΜIT", "syntax"],
  [`${"(".repeat(30)}MIT${")".repeat(30)}`, "too-deep"],
  [Array(60).fill("MIT").join(" OR "), "too-long"],
  [Array(8).fill("(MIT AND ISC)").join(" OR "), "too-large"],
  ["A".repeat(5000), "too-long"],
])("%s → %j", (text, expected) => {
  expect(demands(text)).toEqual(expected);
});

test("names the id that is unknown", () => {
  expect(parseExpression("MIT AND modified-mit")).toEqual({ ok: false, fault: "unknown-id", word: "modified-mit" });
});

test("every listed id is found in any case, and stands for one demand", () => {
  for (const id of licenseIds) {
    expect(findLicenseId(id.toUpperCase())).toBe(id);
    expect(demands(id.toLowerCase())).toHaveLength(1);
  }
  expect(new Set([...licenseIds, ...exceptionIds].map((id) => id.toLowerCase())).size).toBe(
    licenseIds.length + exceptionIds.length,
  );
});

const leaf: fc.Arbitrary<string> = fc.constantFrom("MIT", "ISC", "Zlib", "0BSD");
const { tree } = fc.letrec<{ tree: Tree; leaf: Tree; node: Tree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 3 }, tie("leaf"), tie("node")),
  leaf,
  node: fc.tuple(tie("tree"), fc.constantFrom("AND" as const, "OR" as const), tie("tree")),
}));
type Tree = string | readonly [Tree, "AND" | "OR", Tree];
const write = (t: Tree): string => (typeof t === "string" ? t : `(${write(t[0])} ${t[1]} ${write(t[2])})`);
const holds = (t: Tree, granted: ReadonlySet<string>): boolean => {
  if (typeof t === "string") return granted.has(t);
  const sides = [holds(t[0], granted), holds(t[2], granted)];
  return t[1] === "AND" ? sides.every(Boolean) : sides.some(Boolean);
};

test("the demands hold exactly when the expression does", () => {
  fc.assert(
    fc.property(tree, fc.uniqueArray(leaf), (expression, ids) => {
      const parsed = parseExpression(write(expression));
      fc.pre(parsed.ok);
      const granted = new Set(ids);
      const all = parsed.demands.every((demand) => demand.split(" OR ").some((id) => granted.has(id)));
      expect(all).toBe(holds(expression, granted));
    }),
  );
});

test("never throws", () => {
  const token = fc.constantFrom("MIT", "OR", "AND", "WITH", "(", ")", "+", "LicenseRef-a", "and", "LLVM-exception");
  fc.assert(fc.property(fc.array(token, { maxLength: 40 }), (tokens) => void parseExpression(tokens.join(" "))));
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseExpression(text)));
});
