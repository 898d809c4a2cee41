/** A run of Stanford's HELM: `stats.json`, and `run_spec.json` beside it that says what was run. */

import { canonicalize } from "../canonical.ts";
import { digestOf } from "./digest.ts";
import { type Fields, fieldsOf, isFields, numberOf, present, textOf } from "./fields.ts";
import type { BenchmarkResult, ReadResults } from "./result.ts";

/** Whether a document is a list of statistics. */
export function isHelmStats(document: unknown): document is readonly unknown[] {
  return (
    Array.isArray(document) &&
    document.length > 0 &&
    document.every((one) => isFields(one) && isFields(one.name) && "count" in one)
  );
}

/** Reads statistics of a run; those of a perturbed input or of nothing are left out. */
export function readHelm(stats: readonly unknown[], spec: Fields, path: string): ReadResults {
  if (!isFields(spec.adapter_spec))
    return { results: [], gaps: ["there is no run_spec.json beside it that says what was run"] };
  const results = stats.flatMap((one, index) => readStat(fieldsOf(one), spec, { path, pointer: `/${index}` }) ?? []);
  return { results, gaps: [] };
}

function readStat(
  stat: Fields,
  spec: Fields,
  where: { readonly path: string; readonly pointer: string },
): BenchmarkResult | null {
  const { name, split, perturbation, sub_split: part } = fieldsOf(stat.name);
  const value = numberOf(stat.mean);
  const metric = textOf(name);
  if (
    value === undefined ||
    metric === undefined ||
    stat.count === 0 ||
    perturbation !== undefined ||
    part !== undefined
  )
    return null;
  const adapter = fieldsOf(spec.adapter_spec);
  const scenario = fieldsOf(spec.scenario_spec);
  const {
    model,
    model_deployment: _,
    temperature,
    max_tokens: tokens,
    stop_sequences: stops,
    num_outputs: outputs,
    ...prompt
  } = adapter;
  return present<BenchmarkResult>({
    model: textOf(model) ?? "unknown",
    benchmark: [textOf(scenario.class_name)?.split(".").at(-1), canonicalize(fieldsOf(scenario.args))].join(" "),
    metric,
    split: textOf(split),
    samples: textOf(adapter.max_eval_instances),
    shots: textOf(adapter.max_train_instances),
    template: digestOf(canonicalize(prompt)),
    harness: "helm",
    decoding: canonicalize({ temperature, tokens, stops, outputs }),
    value,
    relationship: "unknown",
    source: { format: "helm", ...where },
  });
}
