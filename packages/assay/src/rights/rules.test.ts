import { expect, test } from "vitest";
import type { StatedTerm } from "../model/terms.ts";
import { RULES } from "./rules.ts";

function term(type: string, value: StatedTerm["value"], details: NonNullable<StatedTerm["details"]>): StatedTerm {
  return {
    type,
    value,
    details,
    note: { code: "term", args: {}, message: type, basis: "measured", at: { path: "a" } },
  };
}

const NAMED = term("naming", "Owl", { as: "display", above: true });
const USERS = term("user-threshold", 5, { effect: "display" });
const REVENUE = term("revenue-threshold", 9, { effect: "display" });

test("each amount above which a name has to be shown is told, and the name", () => {
  expect(RULES.name([USERS, NAMED, REVENUE])).toEqual({ answer: "depends", terms: [USERS, NAMED, REVENUE] });
});

test("a name that has to be shown always is no matter of size, and a limit of another kind asks for no name", () => {
  expect(RULES.name([USERS, term("naming", "Owl", { as: "display" })])?.answer).toBe("yes");
  expect(RULES.name([term("user-threshold", 5, { effect: "need-licence" })])).toBeNull();
});
