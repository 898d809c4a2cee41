import { expect, test } from "vitest";
import { ALONE } from "../../../test/support/inspect.ts";
import type { GraphFact, Reading } from "../../model/facts.ts";
import type { Artifact } from "../../model/types.ts";
import rule from "./index.ts";

const ARTIFACT = { path: "owl.onnx" } as Artifact;

function reading(foreign: NonNullable<GraphFact["foreign"]>, inside: readonly string[] = []): Reading {
  const graph = { opsets: [], domains: foreign.map(({ domain }) => domain), foreign, nodes: 1, functions: 0 };
  return { format: "onnx", inside, facts: { graph }, children: [], spans: [], faults: [], gaps: [] };
}

test("operators of a domain that nobody brings along need code", () => {
  const found = rule.inspect([reading([{ domain: "org.owl", name: "Hoot" }])], ARTIFACT, ALONE);
  expect(found).toMatchObject([
    {
      rule: "custom-operators",
      severity: "warning",
      code: "foreign-domain",
      args: { domain: "org.owl", name: "Hoot", count: 1 },
    },
  ]);
});

test("one domain is told once, with how many operators it has", () => {
  const names = ["A", "B", "C"].map((name) => ({ domain: "ai.onnx.contrib", name }));
  expect(rule.inspect([reading(names)], ARTIFACT, ALONE).map(({ message }) => message)).toEqual([
    "owl.onnx: operators of ai.onnx.contrib (A and 2 more) need a library that is not part of ONNX Runtime",
  ]);
});

test.each(["com.microsoft.pyop", "ai.onnx.contrib", "com.microsoft"])("PyOp of %s calls Python", (domain) => {
  const found = rule.inspect([reading([{ domain, name: "PyOp" }])], ARTIFACT, ALONE);
  expect(found).toMatchObject([{ rule: "custom-operators", severity: "error", code: "calls-python" }]);
});

test("operators of ONNX Runtime are silent", () => {
  expect(rule.inspect([reading([{ domain: "com.microsoft", name: "FusedMatMul" }])], ARTIFACT, ALONE)).toEqual([]);
  expect(rule.inspect([reading([{ domain: "ai.onnx.ml", name: "Scaler" }])], ARTIFACT, ALONE)).toEqual([]);
});

test("a model in an archive is told with the way in", () => {
  const inner = reading([{ domain: "org.owl", name: "Hoot" }], ["owl.onnx"]);
  const outer: Reading = { ...reading([]), format: "zip", facts: {}, children: [inner] };
  expect(rule.inspect([outer], ARTIFACT, ALONE)).toMatchObject([{ at: { inside: ["owl.onnx"] } }]);
});
