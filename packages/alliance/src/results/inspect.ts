/** Logs of Inspect (UK AI Security Institute) as JSON, version 2. */

import { canonicalize } from "../canonical.ts";
import { digestOf } from "./digest.ts";
import { type Fields, fieldsOf, isFields, listOf, numberOf, present, step, textOf } from "./fields.ts";
import type { BenchmarkResult, ReadResults } from "./result.ts";

/** Whether a document is such a log. */
export function isInspect(document: Fields): boolean {
  return typeof document.version === "number" && isFields(document.eval) && "status" in document;
}

/** Reads a log: one result for each scorer and metric. One that did not end well is no result. */
export function readInspect(document: Fields, path: string): ReadResults {
  if (document.status !== "success")
    return { results: [], gaps: [`the run ended with ${String(document.status)}: its scores are no results`] };
  const results = listOf(fieldsOf(document.results).scores).flatMap((score, index) =>
    Object.entries(fieldsOf(fieldsOf(score).metrics)).flatMap(
      ([metric, value]) =>
        readOne(document, { score: fieldsOf(score), index, metric, value: fieldsOf(value), path }) ?? [],
    ),
  );
  return { results, gaps: [] };
}

interface Score {
  readonly score: Fields;
  readonly index: number;
  readonly metric: string;
  readonly value: Fields;
  readonly path: string;
}

function readOne(document: Fields, { score, index, metric, value, path }: Score): BenchmarkResult | null {
  const number = numberOf(value.value);
  if (number === undefined || metric === "stderr") return null;
  const run = fieldsOf(document.eval);
  const steps = listOf(fieldsOf(document.plan).steps);
  const packages = fieldsOf(run.packages);
  const scorer = textOf(score.scorer) ?? textOf(score.name);
  return present<BenchmarkResult>({
    model: textOf(run.model) ?? "unknown",
    benchmark: textOf(run.task) ?? "unknown",
    metric: [scorer, metric].filter((part) => part !== undefined).join(" · "),
    revision: textOf(run.task_version),
    samples: textOf(fieldsOf(document.results).completed_samples),
    template: steps.length > 0 ? digestOf(canonicalize(steps)) : undefined,
    harness: ["inspect", textOf(packages.inspect_ai)].filter((part) => part !== undefined).join(" "),
    decoding: isFields(run.model_generate_config) ? canonicalize(run.model_generate_config) : undefined,
    judge: textOf(fieldsOf(score.params).model),
    value: number,
    standardError: numberOf(fieldsOf(fieldsOf(score.metrics).stderr).value),
    date: textOf(run.created),
    relationship: "unknown",
    source: { format: "inspect", path, pointer: `/results/scores/${index}/metrics${step(metric)}` },
  });
}
