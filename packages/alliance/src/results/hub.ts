/** Results as the model hub keeps them: `.eval_results/*.yaml`, and `model-index` in the head of a card. */

import { type Fields, fieldsOf, isFields, listOf, numberOf, present, textOf } from "./fields.ts";
import type { BenchmarkResult, ReadResults } from "./result.ts";

/** Whether a document is a list of the hub's results. */
export function isEvalResults(document: unknown): document is readonly unknown[] {
  return (
    Array.isArray(document) &&
    document.length > 0 &&
    document.every((one) => isFields(one) && isFields(one.dataset) && "value" in one)
  );
}

/** Reads `.eval_results`. The model is the repository that the file lies in, which the file does not name. */
export function readEvalResults(document: readonly unknown[], path: string): ReadResults {
  const gaps: string[] = [];
  const results = document.flatMap((one, index) => {
    const { dataset, value, date, source, notes } = fieldsOf(one);
    const { id, task_id: task, revision } = fieldsOf(dataset);
    const number = numberOf(value);
    const benchmark = textOf(id);
    if (number === undefined || benchmark === undefined) {
      gaps.push(`/${index} names no data set or has no value that is a number`);
      return [];
    }
    return [
      present<BenchmarkResult>({
        model: "unknown",
        benchmark,
        metric: textOf(task) ?? "unknown",
        revision: textOf(revision),
        template: textOf(notes),
        value: number,
        date: textOf(date),
        relationship: "unknown",
        organisation: textOf(fieldsOf(source).org) ?? textOf(fieldsOf(source).name),
        source: { format: "hub-eval-results", path, pointer: `/${index}` },
      }),
    ];
  });
  return { results, gaps };
}

/** Reads the `model-index` of a card's head. */
export function readModelIndex(head: Fields, path: string): ReadResults {
  const results = listOf(head["model-index"]).flatMap((model, at) =>
    listOf(fieldsOf(model).results).flatMap((result, index) =>
      listOf(fieldsOf(result).metrics).flatMap((metric, place) => {
        const pointer = `/model-index/${at}/results/${index}/metrics/${place}`;
        return (
          readMetric({ model: fieldsOf(model), result: fieldsOf(result), metric: fieldsOf(metric) }, path, pointer) ??
          []
        );
      }),
    ),
  );
  return { results, gaps: [] };
}

interface Indexed {
  readonly model: Fields;
  readonly result: Fields;
  readonly metric: Fields;
}

function readMetric({ model, result, metric }: Indexed, path: string, pointer: string): BenchmarkResult | null {
  const { type, name, config, split, revision } = fieldsOf(result.dataset);
  const value = numberOf(metric.value);
  const benchmark = textOf(type) ?? textOf(name);
  if (value === undefined || benchmark === undefined) return null;
  return present<BenchmarkResult>({
    model: textOf(model.name) ?? "unknown",
    benchmark: [benchmark, textOf(config)].filter((part) => part !== undefined).join("/"),
    metric: textOf(metric.type) ?? "unknown",
    revision: textOf(revision),
    split: textOf(split),
    value,
    relationship: "unknown",
    organisation: textOf(fieldsOf(result.source).name),
    source: { format: "model-index", path, pointer },
  });
}
