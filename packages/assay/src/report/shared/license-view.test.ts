import { expect, test } from "vitest";
import { nameIds } from "./license-view.ts";

const OWL = { match: { id: "LicenseRef-owl-1", name: "Owl Licence 1", kind: "exact", similarity: 1 } } as const;

test("ids of ours are called by the names of the texts at hand, all others as they are", () => {
  expect(nameIds("code under LicenseRef-owl-1 and MIT", [OWL])).toBe("code under Owl Licence 1 and MIT");
  expect(nameIds("code under LicenseRef-owl-10", [OWL])).toBe("code under LicenseRef-owl-10");
});
