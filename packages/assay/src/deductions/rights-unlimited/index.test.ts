import { expect, test } from "vitest";
import type { Claim } from "../../model/types.ts";
import deduction from "./index.ts";

function derive(answers: Readonly<Record<string, string>>): Claim {
  const claims = deduction.needs.map((id): Claim => {
    const value = answers[id] ?? "yes";
    if (value === "unknown") return { id, about: "*", value, because: "unidentified", evidence: [`${id}#1`] };
    return { id, about: "*", value, evidence: [`${id}#1`] };
  });
  return deduction.derive(new Map(claims.map((claim) => [claim.id, claim])));
}

test("all of it granted is unlimited", () => {
  expect(derive({})).toMatchObject({ value: true });
  expect(derive({}).evidence).toHaveLength(deduction.needs.length);
});

test("one limit is enough, also beside what is not known", () => {
  expect(derive({ "rights.sell": "depends", "rights.adapt": "unknown" })).toMatchObject({
    value: false,
    evidence: ["rights.sell#1"],
  });
});

test("what is not known leaves it open, with its reason", () => {
  expect(derive({ "rights.scale": "unknown" })).toMatchObject({ value: "unknown", because: "unidentified" });
});
