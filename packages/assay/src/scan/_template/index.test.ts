import { expect, test } from "vitest";
import { ALONE } from "../../../test/support/inspect.ts";
import type { Reading } from "../../model/facts.ts";
import type { Artifact } from "../../model/types.ts";
import templateId from "./index.ts";

const ARTIFACT = { path: "notes.txt" } as Artifact;

function reading(lines: number): Reading {
  return { format: "text", inside: [], facts: { text: { lines } }, children: [], spans: [], faults: [], gaps: [] };
}

test("fires on the danger", () => {
  expect(templateId.inspect([reading(100_001)], ARTIFACT, ALONE)).toMatchObject([
    { rule: "template-id", severity: "note", code: "too-long" },
  ]);
});

test("is silent otherwise", () => {
  expect(templateId.inspect([reading(3)], ARTIFACT, ALONE)).toEqual([]);
});
