import { expect, test } from "vitest";
import type { Claim, Doubt, Value } from "../model/types.ts";
import { joinClaims } from "./join.ts";

let count = 0;
function known(value: Value): Claim {
  count += 1;
  return { id: "c", about: `m${count}`, value, evidence: [`e${count}`] };
}
function open(because: Doubt): Claim {
  count += 1;
  return { id: "c", about: `m${count}`, value: "unknown", because, evidence: [`e${count}`] };
}
const outcome = (...claims: Claim[]) => {
  const { value, because } = joinClaims("c", claims);
  return because ?? value;
};

test.each<[string, readonly Claim[], unknown]>([
  ["true of all is true", [known(true), known(true)], true],
  ["false of one is false, whatever is open", [known(true), open("unreadable"), known(false)], false],
  ["open of one is open", [known(true), open("not-observed")], "not-observed"],
  ["what is not identified is told first", [open("not-observed"), open("unidentified")], "unidentified"],
  ["licences hold at once", [known(["MIT"]), known(["Apache-2.0", "MIT"])], ["Apache-2.0", "MIT"]],
  ["a licence that is not known of one is not of all", [known(["MIT"]), open("not-observed")], "not-observed"],
  ["the same number holds for all", [known(7), known(7)], 7],
  ["numbers that differ do not agree", [known(7), known(13)], "conflicting"],
  ["nor do names", [known("A"), known("B")], "conflicting"],
])("%s", (_, claims, expected) => {
  expect(outcome(...claims)).toEqual(expected);
  expect(outcome(...claims.toReversed())).toEqual(expected);
});

test.each(["remote-code.needed", "policy.remote", "lineage.tuned"])("a yes of one model to %s is one of all", (id) => {
  const needed = { ...known(true), id };
  const join = (...claims: readonly Claim[]): Claim => joinClaims(id, claims);
  expect(join({ ...known(false), id }, needed)).toMatchObject({ value: true, evidence: needed.evidence });
  expect(join({ ...open("not-observed"), id }, needed).value).toBe(true);
  expect(join({ ...known(false), id }, { ...known(false), id }).value).toBe(false);
  expect(join({ ...known(false), id }, { ...open("not-observed"), id }).value).toBe("unknown");
});

test("what decided is cited, and no more than anybody looks at", () => {
  const denied = known(false);
  expect(joinClaims("c", [known(true), denied]).evidence).toEqual(denied.evidence);
  const many = Array.from({ length: 256 }, () => known(true));
  expect(joinClaims("c", many)).toMatchObject({ about: "*", value: true });
  expect(joinClaims("c", many).evidence).toHaveLength(20);
});
