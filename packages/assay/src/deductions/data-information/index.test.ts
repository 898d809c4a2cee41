import { expect, test } from "vitest";
import type { Claim } from "../../model/types.ts";
import deduction from "./index.ts";

function derive(values: Readonly<Record<string, boolean>>): Claim {
  const claims = deduction.needs.map((id): Claim => {
    const value = values[id];
    if (value === undefined) return { id, about: "*", value: "unknown", because: "not-observed", evidence: [] };
    return { id, about: "*", value, evidence: [`${id}#1`] };
  });
  return deduction.derive(new Map(claims.map((claim) => [claim.id, claim])));
}

const WHOLE = { "training-data.published": true, "training-data.complete": true, "data-card.published": true };

test("whole data with a data card are sufficient, and the evidence is theirs", () => {
  const claim = derive(WHOLE);
  expect(claim.value).toBe(true);
  expect(claim.evidence).toEqual(["training-data.published#1", "training-data.complete#1", "data-card.published#1"]);
});

test("data that may not be whole leave it open", () => {
  expect(derive({ "training-data.published": true, "data-card.published": true }).value).toBe("unknown");
});

test("neither data nor documents is insufficient", () => {
  const none = {
    "training-data.published": false,
    "data-card.published": false,
    "paper.published": false,
    "technical-report.published": false,
  };
  expect(derive(none).value).toBe(false);
  expect(derive({ ...none, "paper.published": true }).value).toBe("unknown");
});

test("what is told of the data settles nothing by itself, and is cited", () => {
  const claim = derive({ "data-information.collection": true, "data-information.labelling": true });
  expect(claim).toMatchObject({
    value: "unknown",
    evidence: ["data-information.collection#1", "data-information.labelling#1"],
  });
});

test("where nothing was seen nothing is cited", () => {
  expect(derive({})).toMatchObject({ value: "unknown", evidence: [] });
});
