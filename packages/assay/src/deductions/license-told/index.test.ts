import { expect, test } from "vitest";
import type { Claim, Value } from "../../model/types.ts";
import deduction from "./index.ts";

function derive(own: Value, stated: Value): Claim {
  const claim = (id: string, value: Value): Claim =>
    value === "unknown"
      ? { id, about: "*", value, because: "elsewhere", evidence: [] }
      : { id, about: "*", value, evidence: [`${id}#1`] };
  const claims = [claim("weights.license", own), claim("weights.license-stated", stated)];
  return deduction.derive(new Map(claims.map((one) => [one.id, one])));
}

test.each([
  [["MIT"], "unknown", true],
  ["unknown", ["MIT"], true],
  [["NONE"], "unknown", false],
  [["NONE"], ["MIT"], false],
  ["unknown", "unknown", "unknown"],
] as const)("weights under %j, and said to be under %j: told %s", (own, stated, value) => {
  expect(derive(own, stated)).toMatchObject({ id: "weights.license-told", value });
});

test("the evidence of what tells it is cited, and the reason of what does not", () => {
  expect(derive("unknown", ["MIT"]).evidence).toEqual(["weights.license-stated#1"]);
  expect(derive("unknown", "unknown")).toMatchObject({ because: "elsewhere", evidence: [] });
});
