import { expect, test } from "vitest";
import type { Decision } from "../../model/decision.ts";
import type { Assessment } from "../../model/documents.ts";
import type { Framework } from "../../model/types.ts";
import { viewAssessment } from "./assessment-view.ts";
import type { View } from "./view.ts";

const DECISION: Decision = {
  policy: "default",
  outcome: "holds",
  reasons: [],
  exitCode: 0,
  decidedAt: "2026-11-01T00:00:00.000Z",
};

const FRAMEWORKS: readonly Framework[] = [
  { id: "owl", version: "1", title: "Owl", source: "s", requirements: [], levels: [] } as unknown as Framework,
];

function view(parts: Partial<Record<keyof Assessment, unknown>>): View {
  const empty = Object.fromEntries(
    "origins models freedoms artifacts components licenses rights evidence claims frameworks statements lineage findings gaps"
      .split(" ")
      .map((key) => [key, []]),
  );
  const tool = { name: "assay", version: "1" };
  const whole = { ...empty, schema: "s", target: "owl", revision: "abcdefgh", ruleset: "sha256:a", tool, ...parts };
  return viewAssessment(whole as unknown as Assessment, FRAMEWORKS, DECISION);
}

const file = (path: string, state: string) => ({ origin: "", path, size: 10, state, sha256: null });

test.each([
  [[file("a", "here"), file("b", "listed"), file("c", "listed")], "3 files, 1 at hand"],
  [[file("a", "here"), file("b", "here")], "2 files"],
])("the heading tells how many files were at hand: %#", (artifacts, words) => {
  const heading = view({ artifacts }).find((block) => block.kind === "heading");
  expect(heading?.kind === "heading" && heading.aside.split(" · ")[1]).toBe(words);
});

test.each([
  ["unknown", undefined],
  [true, "LICENSE:7"],
])("terms that lie here have a place in the headline where the weights do: %s", (value, place) => {
  const evidence = [
    { id: "t", code: "term", args: {}, message: "", probe: "it", basis: "measured", at: { path: "LICENSE", line: 7 } },
  ];
  const freedoms = [{ id: "use", answer: "partly", because: "it is limited", evidence: ["t"] }];
  const claims = [{ id: "weights.published", about: "*", value, evidence: [] }];
  const rows = view({ evidence, freedoms, claims }).flatMap((block) => (block.kind === "answers" ? block.rows : []));
  expect(rows.find(({ label }) => label === "USE")?.place).toBe(place);
});

test("a sentence that is contradicted is a finding by its place: its words stand above", () => {
  const at = { path: "README.md", line: 3 };
  const findings = [
    { rule: "statement/contradicted", severity: "warning", code: "c", args: {}, message: 'It says "Owl is open."', at },
    { rule: "license/altered", severity: "warning", code: "c", args: {}, message: "LICENSE is not MIT", at },
  ];
  const list = view({ findings }).find((block) => block.kind === "list" && block.title === "Findings");
  expect(list?.kind === "list" ? list.items : []).toMatchObject([
    { text: "warning: README.md:3 says of its openness what the evidence contradicts." },
    { text: "warning: LICENSE is not MIT" },
  ]);
});

test("the folded requirements of frameworks stand behind rights, components and findings", () => {
  const at = { path: "a" };
  const findings = [{ rule: "r", severity: "warning", code: "c", args: {}, message: "it is broken", at }];
  const evidence = [{ id: "e", code: "c", args: {}, message: "", probe: "it", basis: "measured", at }];
  const rights = [{ id: "sell", question: "May I?", answer: "yes", because: "granted", evidence: ["e"] }];
  const frameworks = [{ id: "owl", version: "1", about: "*", level: null, verdict: "unmet", requirements: [] }];
  const blocks = view({ findings, evidence, rights, frameworks });
  const placeOf = (title: RegExp) => blocks.findIndex((block) => "title" in block && title.test(block.title ?? ""));
  const order = [/^Rights/, /^Findings/, /^Requirements: Owl/].map(placeOf);
  expect(order.every((place) => place > 0)).toBe(true);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});
