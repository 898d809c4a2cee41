import { expect, test } from "vitest";
import type { Ancestor, Assessment } from "../../model/documents.ts";
import { describeLineage } from "./lineage-rows.ts";

function viewOf(lineage: readonly Ancestor[]): ReturnType<typeof describeLineage> {
  return describeLineage({ lineage } as Assessment);
}

function makeAncestor(base: string, compatible: Ancestor["compatible"]): Ancestor {
  return {
    relation: "finetune",
    base,
    license: compatible === "unknown" ? null : "MIT",
    compatible,
    why: "So.",
    evidence: [],
  };
}

test("conflicts come first, each with its shape and its word", () => {
  const all = [makeAncestor("a/a", true), makeAncestor("b/b", "unknown"), makeAncestor("c/c", false)];
  expect(viewOf(all)).toEqual([
    {
      kind: "list",
      title: "Made from",
      items: [
        "○ not carried · c/c (finetune, MIT): So.",
        "◌ open · b/b (finetune, licence not known): So.",
        "● carried · a/a (finetune, MIT): So.",
      ],
      more: 0,
    },
  ]);
});

test("nothing is shown where nothing is named, and a long list is cut", () => {
  expect(viewOf([])).toEqual([]);
  const many = Array.from({ length: 20 }, (_, n) => makeAncestor(`a/${n}`, true));
  expect(viewOf(many)).toMatchObject([{ more: 12 }]);
});
