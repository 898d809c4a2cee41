import { expect, test } from "vitest";
import type { Statement } from "../../model/documents.ts";
import type { Evidence } from "../../model/types.ts";
import { describeSaid } from "./said-rows.ts";
import type { Answers } from "./view.ts";

const said: Statement = {
  quote: "Owl is\nopen source.",
  at: { path: "README.md", line: 3 },
  about: "this",
  criteria: [
    { id: "osaid-1.0", verdict: "unknown", because: "It is not settled: weights.", needs: "Publish these." },
    { id: "licence-osi", verdict: "unmet", because: "LICENSE is not MIT.", needs: "Use it as it stands." },
  ],
  verdict: "contradicted",
  why: ["statements#1"],
};

function describe(statements: readonly Statement[]): Answers | undefined {
  const evidence: readonly Evidence[] = [
    {
      id: "statements#1",
      probe: "statements",
      code: "c",
      args: {},
      message: "a text",
      basis: "measured",
      at: { path: "LICENSE" },
    },
  ];
  const [block] = describeSaid({ statements, evidence, origins: [] });
  return block?.kind === "answers" ? block : undefined;
}

test("the words, their place and the verdict stand first, then what contradicts, then what is open", () => {
  expect(describe([said])?.rows).toMatchObject([
    { label: "It says", answer: "no", word: "contradicted", text: '"Owl is open source."', place: "README.md:3" },
    {
      label: "Licence approved by OSI",
      answer: "no",
      text: "LICENSE is not MIT. To make it true: use it as it stands.",
    },
    { label: "Open Source AI Definition", answer: "unknown" },
  ]);
  expect(describe([said])?.rows[0]?.evidence).toMatchObject([{ text: "a text", place: "LICENSE" }]);
});

test("sentences of which the same is to be told are told once, contradictions before the rest", () => {
  const open: Statement = { ...said, verdict: "unsettled", quote: "The weights are open source.", criteria: [] };
  const rows = describe([open, said, { ...said, quote: "Again." }])?.rows ?? [];
  expect(rows[0]?.text).toBe('"Owl is open source." and 1 more of its kind');
  expect(rows.map(({ word }) => word).filter((word) => word !== undefined)).toEqual(["contradicted", "unsettled"]);
});

test("what is said of another model is told as such, and no more than three", () => {
  const many = [1, 2, 3, 4, 5].map(
    (n): Statement => ({ ...said, about: "other", criteria: [{ id: `c${n}`, verdict: "unmet" }] }),
  );
  const rows = describe(many)?.rows ?? [];
  expect(rows.filter(({ label }) => label === "It says of another")).toHaveLength(3);
});

test("where nothing is said there is no block", () => {
  expect(describe([])).toBeUndefined();
});
