import { expect, test } from "vitest";
import type { Claim, Value } from "../../model/types.ts";
import deduction from "./index.ts";

function derive(values: Readonly<Record<string, Value>>, conflicting = ""): Claim {
  const claims = deduction.needs.map((id): Claim => {
    const value = values[id];
    const because = id === conflicting ? "conflicting" : "not-observed";
    if (value === undefined) return { id, about: "*", value: "unknown", because, evidence: [`${id}#0`] };
    return { id, about: "*", value, evidence: [`${id}#1`] };
  });
  return deduction.derive(new Map(claims.map((claim) => [claim.id, claim])));
}

const SIZE = { "weights.parameters": 7e9, "training-data.tokens": 2e12 };

test("what is stated is answered as it is, without a range", () => {
  const claim = derive({ ...SIZE, "training-compute.stated": 9e22 });
  expect(claim).toMatchObject({ value: 9e22, unit: "FLOP", evidence: ["training-compute.stated#1"] });
  expect(claim).not.toHaveProperty("range");
});

test("else it is derived from size and data, with a range around it and the evidence of both", () => {
  const claim = derive({ ...SIZE, "architecture.name": "LlamaForCausalLM" });
  expect(claim).toMatchObject({ value: 8.4e22, unit: "FLOP", range: [4.2e22, 2.52e23] });
  expect(claim.evidence).toEqual(["weights.parameters#1", "training-data.tokens#1"]);
});

test("where experts may be mixed, the lower end is far lower", () => {
  for (const architecture of [{}, { "architecture.name": "MixtralForCausalLM" }]) {
    const claim = derive({ ...SIZE, ...architecture });
    expect(claim).toMatchObject({ range: [1.68e21, 2.52e23] });
  }
});

test.each([[{ "weights.parameters": 7e9 }], [{ "training-data.tokens": 2e12 }], [{}]])(
  "from %j alone nothing follows",
  (values) => {
    expect(derive(values)).toMatchObject({ value: "unknown", because: "not-observed", evidence: [] });
  },
);

test("a conflict is not derived around", () => {
  const claim = derive(SIZE, "training-compute.stated");
  expect(claim).toMatchObject({ value: "unknown", because: "conflicting", evidence: ["training-compute.stated#0"] });
});

test("of a mixture of experts, the parameters that each token meets count, where they are stated beside all of them", () => {
  const stated = { "parameters.stated": 1e12, "parameters-active.stated": 32e9, "training-data.tokens": 15.5e12 };
  expect(derive(stated)).toMatchObject({ value: 2.976e24, range: [1.488e24, 8.928e24] });
  expect(derive({ ...stated, "parameters.stated": 8e9 })).toMatchObject({ value: 7.44e23 });
});

test("a size that is stated stands in for one that nobody could count", () => {
  const stated = { "parameters.stated": 67e9, "training-data.tokens": 2e12 };
  expect(derive(stated)).toMatchObject({ value: 8.04e23, evidence: ["parameters.stated#1", "training-data.tokens#1"] });
  expect(derive({ ...stated, "weights.parameters": 7e9 })).toMatchObject({ value: 8.4e22 });
});
