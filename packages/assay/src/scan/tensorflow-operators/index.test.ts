import { expect, test } from "vitest";
import { ALONE } from "../../../test/support/inspect.ts";
import type { OperatorFact, Reading } from "../../model/facts.ts";
import type { Artifact } from "../../model/types.ts";
import rule from "./index.ts";

const ARTIFACT = { path: "saved_model.pb" } as Artifact;

function reading(...names: readonly (string | Partial<OperatorFact>)[]): Reading {
  const operators = names.map((one): OperatorFact => {
    const given = typeof one === "string" ? { name: one } : one;
    return { name: "", count: 1, at: { start: 4, end: 9 }, ...given };
  });
  return {
    format: "tensorflow-graph",
    inside: [],
    facts: { operators },
    children: [],
    spans: [],
    faults: [],
    gaps: [],
  };
}

test.each(["PyFunc", "EagerPyFunc", "PyFuncStateless", "ReadFile", "WriteFile", "MatchingFiles", "Rpc"])(
  "%s is dangerous",
  (name) => {
    const found = rule.inspect([reading("Const", name)], ARTIFACT, ALONE);
    expect(found).toMatchObject([{ severity: "error", code: "dangerous-operator", args: { name }, at: { start: 4 } }]);
  },
);

test("what writes to a file by address is dangerous, what writes to the screen is not", () => {
  const print = (opens: string) => rule.inspect([reading({ name: "PrintV2", opens })], ARTIFACT, ALONE);
  expect(print("file:///tmp/owl")).toMatchObject([{ severity: "error", code: "writes-file" }]);
  expect(print("stderr")).toEqual([]);
});

test("input pipelines that open files are risky", () => {
  expect(rule.inspect([reading("TFRecordDatasetV2")], ARTIFACT, ALONE)).toMatchObject([
    { rule: "tensorflow-operators", severity: "warning", code: "opens-files" },
  ]);
});

test("what every SavedModel calls is silent", () => {
  expect(
    rule.inspect([reading("Const", "MatMul", "SaveV2", "RestoreV2", "StatefulPartitionedCall")], ARTIFACT, ALONE),
  ).toEqual([]);
});

test("a graph in an archive is told with the way in", () => {
  const inner: Reading = { ...reading("PyFunc"), inside: ["saved_model.pb"] };
  expect(rule.inspect([{ ...reading(), children: [inner] }], ARTIFACT, ALONE)).toMatchObject([
    { at: { inside: ["saved_model.pb"] } },
  ]);
});
