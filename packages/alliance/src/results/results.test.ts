import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { compareSetups, findClaims, findDuplicates } from "./compare.ts";
import { readResults } from "./read.ts";
import type { BenchmarkResult } from "./result.ts";

const CORPORA = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../../shared/corpora");
const EVALS = join(CORPORA, "evals");

function read(path: string): ReturnType<typeof readResults> {
  const file = join(EVALS, path);
  return readResults(path, readFileSync(file, "utf8"), (name) => {
    const beside = join(dirname(file), name);
    return existsSync(beside) ? readFileSync(beside, "utf8") : null;
  });
}

describe.skipIf(!existsSync(EVALS))("files that others wrote", () => {
  test("Every Eval Ever 0.2.0, 0.2.2 and 0.3.0", () => {
    const old = read("eee/sample_aggregate_1.json");
    expect(old.gaps).toEqual([]);
    expect(old.results[0]).toMatchObject({
      model: "TencentARC/LLaMA-Pro-8B-Instruct",
      benchmark: "google/IFEval",
      value: 0.4486,
      lowerIsBetter: false,
      relationship: "third_party",
      source: { format: "every-eval-ever", pointer: "/evaluation_results/0" },
    });
    // It does not say what measured it.
    expect(old.results[0]).not.toHaveProperty("harness");
    expect(read("eee/sample_datastore_object.json").results).toHaveLength(15);
    const [demo] = read("eee/sample_aggregate_demo.json").results;
    expect(demo).toMatchObject({ value: 0.75, metric: "demo-source.demo_bench · accuracy" });
    expect(demo).not.toHaveProperty("harness");
  });

  test("lm-evaluation-harness", () => {
    const { results } = read("lm_eval/results_2026-01-21T03-44-18.458309.json");
    expect(results).toHaveLength(2);
    expect(results.find(({ benchmark }) => benchmark === "math_rephrased_full")).toMatchObject({
      metric: "exact_match",
      filter: "none",
      shots: "0",
      split: "test",
      value: 0.0004,
      standardError: 0.0002828144211304471,
      lowerIsBetter: false,
    });
  });

  test("Inspect", () => {
    expect(read("inspect/pubmedqa_gpt4o_mini.json").results).toMatchObject([
      {
        benchmark: "inspect_evals/pubmedqa",
        metric: "choice · accuracy",
        samples: "2",
        harness: "inspect 0.3.108",
        value: 1,
      },
    ]);
  });

  test("HELM, with what was run beside its statistics", () => {
    const { results } = read("helm/stats.json");
    expect(results.find(({ metric }) => metric === "quasi_exact_match")).toMatchObject({
      model: "openai/gpt2",
      shots: "5",
      split: "test",
    });
    const alone = readResults("stats.json", readFileSync(join(EVALS, "helm/stats.json"), "utf8"));
    expect([alone.results.length, alone.gaps.length]).toEqual([0, 1]);
  });
});

test("the hub's results, as a file and in the head of a card", () => {
  const file =
    "- dataset: {id: owls/hoot, task_id: hoot_easy, revision: abc}\n  value: 0.5\n- dataset: {id: owls/hoot}\n  value: high\n";
  const listed = readResults("a.yaml", file);
  expect(listed.results).toMatchObject([{ benchmark: "owls/hoot", metric: "hoot_easy", revision: "abc", value: 0.5 }]);
  expect(listed.gaps).toHaveLength(1);
  const card =
    "---\nmodel-index:\n- name: owl\n  results:\n  - task: {type: hooting}\n    dataset: {type: owls/hoot, name: Hoot, config: night, split: test}\n    metrics: [{type: wer, value: 20.9}]\n---\n# Owl\n";
  expect(readResults("README.md", card).results).toMatchObject([
    { model: "owl", benchmark: "owls/hoot/night", metric: "wer", split: "test", value: 20.9 },
  ]);
});

test.each([
  "{",
  "[]",
  "{}",
  "null",
  '"text"',
  '{"schema_version": "9.9", "evaluation_results": [{}]}',
  '{"results": {}, "configs": [], "n-shot": {}}',
])("%s gives no result, and says why", (text) => {
  const { results, gaps } = readResults("a.json", text);
  expect(results).toEqual([]);
  expect(gaps.length).toBeGreaterThan(0);
});

test("a run that failed has no results", () => {
  const text = JSON.stringify({
    version: 2,
    status: "error",
    eval: {},
    results: { scores: [{ metrics: { accuracy: { value: 1 } } }] },
  });
  expect(readResults("a.json", text)).toMatchObject({ results: [], gaps: [expect.stringContaining("error")] });
});

const BASE: BenchmarkResult = {
  model: "owl",
  benchmark: "hoot",
  metric: "accuracy",
  revision: "1",
  split: "test",
  samples: "100",
  shots: "5",
  template: "sha256:a",
  filter: "none",
  harness: "lm-evaluation-harness 0.4",
  decoding: "{}",
  judge: "none",
  value: 0.5,
  relationship: "first_party",
  source: { format: "lm-eval", path: "a.json", pointer: "" },
};

describe("what compares", () => {
  test("identical where all is stated and agrees", () => {
    expect(compareSetups(BASE, { ...BASE, model: "another", value: 0.9 } as BenchmarkResult)).toEqual({
      kind: "identical",
    });
  });

  test.each([
    "benchmark",
    "metric",
    "revision",
    "split",
    "samples",
    "shots",
    "template",
    "filter",
    "harness",
    "decoding",
    "judge",
  ] as const)("another %s is not comparable, and is named; an unstated one leaves it open", (field) => {
    expect(compareSetups(BASE, { ...BASE, [field]: "other" })).toEqual({ kind: "not-comparable", differing: [field] });
    const { [field]: _, ...without } = BASE;
    if (field === "benchmark" || field === "metric") return;
    expect(compareSetups(BASE, without as BenchmarkResult)).toEqual({ kind: "compatible", unstated: [field] });
  });

  test("the same number twice, and a maker's claim beside what others measured", () => {
    const third: BenchmarkResult = { ...BASE, relationship: "third_party", value: 0.4 };
    expect(findDuplicates([BASE, { ...BASE }, third])).toHaveLength(1);
    expect(findClaims([third, BASE])).toMatchObject([{ a: { value: 0.5 }, b: { value: 0.4 } }]);
    expect(findClaims([{ ...third, shots: "0" }, BASE])).toEqual([]);
  });
});
