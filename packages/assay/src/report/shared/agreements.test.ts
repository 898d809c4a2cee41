import { expect, test } from "vitest";
import type { Agreement, Governing } from "../../model/documents.ts";
import { describeAgreement } from "./agreements.ts";

function license(agreement?: Agreement): Governing {
  return { paths: ["README.md"], declared: "mit", found: null, governs: "by-default", ...(agreement && { agreement }) };
}

test("the worst of a component's agreements is told, and nothing where all is well", () => {
  expect(describeAgreement({ licenses: [license("text-missing"), license("contradicted"), license("same")] })).toMatch(
    /do not agree/,
  );
  expect(describeAgreement({ licenses: [license("narrower"), license()] })).toMatch(/narrower/);
  expect(describeAgreement({ licenses: [license("same"), license()] })).toBeNull();
  expect(describeAgreement({ licenses: [] })).toBeNull();
});
