import { test as check, expect } from "vitest";

import type { Claim, Condition, Value, Verdict } from "../model/types.ts";
import { test } from "./condition.ts";

const SETS = {
  open: ["MIT", "@content", "GPL-2.0-only", "GPL-2.0"],
  content: ["CC-BY-4.0"],
  closed: ["CC-BY-NC-4.0", "NONE"],
};

function known(value: Value, range?: readonly [number, number]): Claim {
  return { id: "x.y", about: "*", value, evidence: [], ...(range && { range }) };
}

const OPEN: Claim = { id: "x.y", about: "*", value: "unknown", because: "offline", evidence: [] };

function ask(operators: object, claim?: Claim): Verdict {
  return test({ claim: "x.y", ...operators }, new Map(claim && [["x.y", claim]]), SETS).verdict;
}

const cases: readonly (readonly [string, object, Claim | undefined, Verdict])[] = [
  ["a missing claim is unknown", { is: true }, undefined, "unknown"],
  ["an open claim is unknown, whatever is asked", { is: "unknown" }, OPEN, "unknown"],
  ["a claim alone asks for true", {}, known(true), "met"],
  ["a claim alone is unmet by false", {}, known(false), "unmet"],
  ["a claim alone is unmet by text", {}, known("true"), "unmet"],
  ["false can be asked for", { is: false }, known(false), "met"],
  ["text is compared letter by letter", { is: "MIT" }, known("mit"), "unmet"],
  ["a list is what all of its members are", { is: "MIT" }, known(["MIT", "MIT"]), "met"],
  ["a list is not what one of its members is", { is: "MIT" }, known(["MIT", "ISC"]), "unmet"],
  ["a member of a set", { in: "open" }, known("MIT"), "met"],
  ["a member of a set within a set", { in: "open" }, known(["CC-BY-4.0", "MIT"]), "met"],
  ["a list with one that is outside", { in: "open" }, known(["MIT", "ISC"]), "unmet"],
  ["an empty list is never in", { in: "open" }, known([]), "unmet"],
  ["a number is never in", { in: ["1"] }, known(1), "unmet"],
  ["ids and sets listed together", { in: ["ISC", "@content"] }, known(["ISC", "CC-BY-4.0"]), "met"],
  ["one alternative suffices", { in: "open" }, known(["LicenseRef-own OR MIT"]), "met"],
  ["no alternative does", { in: "open" }, known(["LicenseRef-own OR ISC"]), "unmet"],
  ["an exception adds permissions", { in: "open" }, known(["GPL-2.0-only WITH Classpath-exception-2.0"]), "met"],
  ["a set of exceptions does not hold the bare licence", { in: ["MIT WITH own"] }, known("MIT"), "unmet"],
  ["or any later version", { in: "open" }, known(["GPL-2.0+"]), "met"],
  ["on the list of what is out", { in: "open", out: "closed" }, known(["NONE"]), "unmet"],
  ["one of several is out", { in: "open", out: "closed" }, known(["MIT", "NONE"]), "unmet"],
  ["on no list", { in: "open", out: "closed" }, known(["ISC"]), "unknown"],
  ["one of several on no list", { in: "open", out: "closed" }, known(["MIT", "ISC"]), "unknown"],
  ["out or on no list", { in: "open", out: "closed" }, known(["NONE OR ISC"]), "unknown"],
  ["out with an exception that may permit", { in: "open", out: "closed" }, known(["CC-BY-NC-4.0 WITH x"]), "unknown"],
  ["at least, exactly", { atLeast: 5 }, known(5), "met"],
  ["less than at least", { atLeast: 5 }, known(4.9), "unmet"],
  ["an estimate above", { atLeast: 5 }, known(7, [5, 9]), "met"],
  ["an estimate below", { atLeast: 5 }, known(3, [1, 4]), "unmet"],
  ["an estimate that straddles", { atLeast: 5 }, known(7, [4, 9]), "unknown"],
  ["an estimate that straddles at most", { atMost: 5 }, known(7, [4, 9]), "unknown"],
  ["between", { atLeast: 5, atMost: 6 }, known(6), "met"],
  ["not a number", { atLeast: 5 }, known(Number.NaN), "unknown"],
  ["text is at least nothing", { atLeast: 0 }, known("5"), "unmet"],
  ["any name is an answer", { answered: true }, known("MIT"), "met"],
  ["a number is an answer", { answered: true }, known(0), "met"],
  ["an empty list is none", { answered: true }, known([]), "unmet"],
  ["nor is false", { answered: true }, known(false), "unmet"],
  ["what is open is not answered yet", { answered: true }, OPEN, "unknown"],
  ["several operators hold together", { is: "MIT", in: ["ISC"] }, known("MIT"), "unmet"],
];

for (const [name, operators, claim, verdict] of cases) {
  check(name, () => {
    expect(ask(operators, claim)).toBe(verdict);
  });
}

check("a condition was decided by the parts that came out as it did", () => {
  const claims = new Map(
    Object.entries({ "a.yes": true, "b.yes": true, "c.no": false }).map(([id, value]) => [id, { ...known(value), id }]),
  );
  const [yes, also, no, open]: Condition[] = ["b.yes", "a.yes", "c.no", "d.open"].map((claim) => ({ claim }));
  const decide = (condition: unknown) => test(condition as Condition, claims, {});
  expect(decide({ all: [yes, also] })).toEqual({ verdict: "met", claims: ["a.yes", "b.yes"] });
  expect(decide({ all: [yes, no, open] })).toEqual({ verdict: "unmet", claims: ["c.no"] });
  expect(decide({ all: [yes, open] })).toEqual({ verdict: "unknown", claims: ["d.open"] });
  expect(decide({ any: [no, open, yes] })).toEqual({ verdict: "met", claims: ["b.yes"] });
  expect(decide({ not: { any: [no, no] } })).toEqual({ verdict: "met", claims: ["c.no"] });
  expect(decide({ count: [yes, also, no, open], atLeast: 3 })).toEqual({ verdict: "unknown", claims: ["d.open"] });
  expect(decide({ count: [yes, also, no, open], atLeast: 4 })).toEqual({ verdict: "unmet", claims: ["c.no"] });
});

check("a set that is not there is our bug, also when its name is that of an object's member", () => {
  expect(() => ask({ in: "shut" }, known("MIT"))).toThrow("no set shut");
  expect(() => ask({ in: "constructor" }, known("MIT"))).toThrow("no set constructor");
});

check("conditions nest 32 deep and no deeper", () => {
  const nest = (depth: number): Condition => (depth === 0 ? { claim: "x.y" } : { not: nest(depth - 1) });
  expect(test(nest(32), new Map([["x.y", known(true)]]), {}).verdict).toBe("met");
  expect(() => test(nest(33), new Map(), {})).toThrow("deeper than 32");
});
