import { expect, test } from "vitest";
import type { Claim } from "../../model/types.ts";
import deduction from "./index.ts";

const OWN: Claim = { id: "weights.offered", about: "*", value: true, evidence: ["own#1"] };
const BASES: Claim = { id: "lineage.bases", about: "*", value: ["acme/owl"], evidence: ["base#1"] };

function derive(bases: Claim): Claim {
  return deduction.derive(new Map([OWN, bases].map((claim) => [claim.id, claim])));
}

test("a model that names no base is its own", () => {
  const silent: Claim = { ...BASES, value: "unknown", because: "not-observed" };
  expect(derive(silent)).toEqual({ ...OWN, id: "base-weights.offered" });
});

test("a base that is named lies elsewhere", () => {
  expect(derive(BASES)).toMatchObject({ value: "unknown", because: "elsewhere", evidence: ["base#1"] });
});
