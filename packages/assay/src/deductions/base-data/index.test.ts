import { expect, test } from "vitest";
import type { Claim } from "../../model/types.ts";
import deduction from "./index.ts";

function derive(...claims: readonly Claim[]): Claim {
  return deduction.derive(new Map(claims.map((claim) => [claim.id, claim])));
}

const OWN: Claim = { id: "training-data.published", about: "*", value: true, evidence: ["own#1"] };
const BASES: Claim = { id: "lineage.bases", about: "*", value: ["acme/owl"], evidence: ["base#1"] };
const SILENT: Claim = { ...BASES, value: "unknown", because: "not-observed" };

test("a model that names no base is its own", () => {
  expect(derive(OWN, SILENT)).toEqual({ ...OWN, id: "base-data.published" });
  expect(derive({ ...OWN, value: false }, SILENT).value).toBe(false);
});

test("a base that is named lies elsewhere", () => {
  expect(derive(OWN, BASES)).toMatchObject({ value: "unknown", because: "elsewhere", evidence: ["base#1"] });
  expect(derive(OWN, { ...SILENT, because: "unidentified" })).toMatchObject({ value: "unknown" });
});

test("so does that of a model that was tuned from one that it does not name", () => {
  const tuned: Claim = { id: "lineage.tuned", about: "*", value: true, evidence: ["name#1"] };
  expect(derive(OWN, SILENT, tuned)).toMatchObject({ value: "unknown", because: "elsewhere", evidence: ["name#1"] });
});
