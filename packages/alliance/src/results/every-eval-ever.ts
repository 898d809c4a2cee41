/** Every Eval Ever, aggregate records of schema 0.2 and 0.3 (evalevalai.com). The older leaves out what the newer requires. */

import { canonicalize } from "../canonical.ts";
import { type Fields, fieldsOf, listOf, numberOf, present, textOf } from "./fields.ts";
import type { BenchmarkResult, ReadResults, Relationship } from "./result.ts";

const RELATIONSHIPS: readonly string[] = ["first_party", "third_party", "collaborative", "other"];

/** Whether a document is such a record. */
export function isEveryEvalEver(document: Fields): boolean {
  return typeof document.schema_version === "string" && Array.isArray(document.evaluation_results);
}

/** Reads a record. Another version than 0.2 and 0.3 is read as far as its names are the same, and said to be so. */
export function readEveryEvalEver(document: Fields, path: string): ReadResults {
  const version = textOf(document.schema_version) ?? "";
  const gaps = /^0\.[23](?:\.|$)/.test(version)
    ? []
    : [`schema ${version} is newer than 0.3: what it has beside is not read`];
  const results: BenchmarkResult[] = [];
  for (const [index, one] of listOf(document.evaluation_results).entries()) {
    const pointer = `/evaluation_results/${index}`;
    const found = readOne(document, fieldsOf(one), { path, pointer });
    if (found === null) gaps.push(`${pointer} has no score that is a number`);
    else results.push(found);
  }
  return { results, gaps };
}

interface Where {
  readonly path: string;
  readonly pointer: string;
}

function readOne(document: Fields, result: Fields, { path, pointer }: Where): BenchmarkResult | null {
  const [source, model, library] = ["source_metadata", "model_info", "eval_library"].map((name) =>
    fieldsOf(document[name]),
  );
  const [details, metric, data] = ["score_details", "metric_config", "source_data"].map((name) =>
    fieldsOf(result[name]),
  );
  const value = numberOf(details?.score);
  const name = textOf(result.evaluation_name);
  if (value === undefined || name === undefined) return null;
  const generation = fieldsOf(result.generation_config);
  const relationship = textOf(source?.evaluator_relationship) ?? "";
  return present<BenchmarkResult>({
    model: textOf(model?.id) ?? textOf(model?.name) ?? "unknown",
    benchmark: textOf(data?.hf_repo) ?? textOf(data?.dataset_name) ?? name,
    // A result is of a task; the metric alone would make two tasks of one data set the same.
    metric: [name, textOf(metric?.metric_id) ?? textOf(metric?.metric_name)]
      .filter((part) => part !== undefined)
      .join(" · "),
    split: textOf(data?.hf_split),
    samples: textOf(data?.samples_number),
    value,
    standardError: numberOf(fieldsOf(fieldsOf(details?.uncertainty).standard_error).value),
    lowerIsBetter: typeof metric?.lower_is_better === "boolean" ? metric.lower_is_better : undefined,
    harness: harnessOf(library ?? {}),
    decoding: Object.keys(generation).length > 0 ? canonicalize(generation) : undefined,
    date: textOf(document.evaluation_timestamp),
    relationship: RELATIONSHIPS.includes(relationship) ? (relationship as Relationship) : "unknown",
    organisation: textOf(source?.source_organization_name),
    source: { format: "every-eval-ever", path, pointer },
  });
}

function harnessOf(library: Fields): string | undefined {
  const name = textOf(library.name);
  return name === undefined
    ? undefined
    : [name, textOf(library.version)].filter((part) => part !== undefined).join(" ");
}
