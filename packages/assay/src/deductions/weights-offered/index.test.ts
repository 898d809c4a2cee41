import { expect, test } from "vitest";
import type { Claim } from "../../model/types.ts";
import deduction from "./index.ts";

function derive(...claims: readonly Claim[]): Claim {
  return deduction.derive(new Map(claims.map((claim) => [claim.id, claim])));
}

const ELSEWHERE: Claim = {
  id: "weights.published",
  about: "*",
  value: "unknown",
  because: "elsewhere",
  evidence: ["own#1"],
};
const LINKED: Claim = { id: "weights.linked", about: "*", value: true, evidence: ["link#1"] };
const OPEN: Claim = { id: "weights.access", about: "*", value: "open", evidence: ["said#1"] };

test.each(["open", "gated", "on-request"])("weights that are linked and said to be %s are given out", (value) => {
  expect(derive(ELSEWHERE, LINKED, { ...OPEN, value })).toEqual({
    id: "weights.offered",
    about: "*",
    value: true,
    evidence: ["link#1", "said#1"],
  });
});

test("a link alone, and a word alone, prove nothing", () => {
  const silent: Claim = { ...OPEN, value: "unknown", because: "not-observed", evidence: [] };
  expect(derive(ELSEWHERE, LINKED, silent)).toMatchObject({ value: "unknown", because: "elsewhere" });
  const unlinked: Claim = { ...LINKED, value: "unknown", because: "not-observed", evidence: [] };
  expect(derive(ELSEWHERE, unlinked, OPEN).value).toBe("unknown");
  expect(derive(ELSEWHERE, LINKED, { ...OPEN, value: "closed" }).value).toBe("unknown");
});

test("a link to a file of them is enough", () => {
  const file: Claim = { id: "weights.file-linked", about: "*", value: true, evidence: ["file#1"] };
  expect(derive(ELSEWHERE, LINKED, file)).toEqual({ ...file, id: "weights.offered" });
});

test.each([true, false])("whether they lie here decides first: %s", (value) => {
  expect(derive({ id: "weights.published", about: "*", value, evidence: ["own#1"] }, LINKED, OPEN)).toEqual({
    id: "weights.offered",
    about: "*",
    value,
    evidence: ["own#1"],
  });
});
