/** Results of EleutherAI's lm-evaluation-harness: `results_*.json`. */

import { canonicalize } from "../canonical.ts";
import { digestOf } from "./digest.ts";
import { type Fields, fieldsOf, isFields, numberOf, present, step, textOf } from "./fields.ts";
import type { BenchmarkResult, ReadResults } from "./result.ts";

/** Whether a document is such a file. */
export function isLmEval(document: Fields): boolean {
  return isFields(document.results) && isFields(document.configs) && "n-shot" in document;
}

/** Reads it: one result for each task and metric (`exact_match,none`: the metric and its filter). */
export function readLmEval(document: Fields, path: string): ReadResults {
  const results = Object.entries(fieldsOf(document.results)).flatMap(([task, scores]) =>
    Object.entries(fieldsOf(scores)).flatMap(([key, value]) => readOne(document, { task, key, value, path }) ?? []),
  );
  return { results, gaps: [] };
}

interface Score {
  readonly task: string;
  readonly key: string;
  readonly value: unknown;
  readonly path: string;
}

function readOne(document: Fields, { task, key, value, path }: Score): BenchmarkResult | null {
  const [metric = "", filter] = key.split(",");
  const number = numberOf(value);
  if (number === undefined || filter === undefined || metric.endsWith("_stderr")) return null;
  const config = fieldsOf(fieldsOf(document.configs)[task]);
  const prompt = { text: config.doc_to_text, target: config.doc_to_target, description: config.description };
  const higher = fieldsOf(fieldsOf(document.higher_is_better)[task])[metric];
  return present<BenchmarkResult>({
    model: textOf(document.model_name) ?? textOf(fieldsOf(document.config).model) ?? "unknown",
    benchmark: task,
    metric,
    revision: textOf(fieldsOf(document.versions)[task]),
    split: textOf(config.test_split) ?? textOf(config.validation_split),
    samples: textOf(fieldsOf(fieldsOf(document["n-samples"])[task]).effective),
    shots: textOf(fieldsOf(document["n-shot"])[task]),
    template: digestOf(
      canonicalize([prompt, document.chat_template_sha ?? null, document.system_instruction_sha ?? null]),
    ),
    filter,
    harness: ["lm-evaluation-harness", textOf(document.lm_eval_version) ?? textOf(document.git_hash)]
      .filter((part) => part !== undefined)
      .join(" "),
    decoding: isFields(config.generation_kwargs) ? canonicalize(config.generation_kwargs) : undefined,
    value: number,
    standardError: numberOf(fieldsOf(fieldsOf(document.results)[task])[`${metric}_stderr,${filter}`]),
    lowerIsBetter: typeof higher === "boolean" ? !higher : undefined,
    date: textOf(document.date),
    relationship: "unknown",
    source: { format: "lm-eval", path, pointer: `/results${step(task)}${step(key)}` },
  });
}
