/** Recognises structured files: evaluation results, and the settings of a training run. */

import { type Field, factOf } from "../../model/facts.ts";
import { noteFile, offsetOfLine, quoteLine } from "../shared/noting.ts";
import { splitPath, splitWords } from "../shared/path-words.ts";
import type { Recogniser } from "./recognition.ts";

const RESULTS: ReadonlySet<string> = new Set(["results", "result", "scores", "metrics"]);
const METADATA = /^(?:trainer[-_]state|train(?:ing)?[-_](?:args|config|arguments)|hyper[-_]?parameters)$/i;
const HYPERPARAMETER = /\/(?:[^/]*(?:learning|lr|batch|epoch|step|seed)[^/]*)$/i;

/** Recognises evaluation results by a name and a number in them, and training settings by a name and a setting. */
export const recogniseStructured: Recogniser = async (bench, artifact) => {
  const { stem } = splitPath(artifact.path);
  const isResults = splitWords(stem).some((word) => RESULTS.has(word));
  const isMetadata = METADATA.test(stem);
  if (!isResults && !isMetadata) return [];
  const fields = factOf(await bench.readings(artifact), "fields") ?? {};
  const found = Object.entries(fields).find(([pointer, field]) =>
    isResults ? isMeasure(pointer, field) : HYPERPARAMETER.test(pointer),
  );
  if (found === undefined) return [];
  const [pointer, { value, at }] = found;
  const component = isResults ? "evaluation-results" : "model-metadata";
  const message = `${artifact.path} is a file of ${component.replaceAll("-", " ")}: ${pointer.slice(1)} is ${value}`;
  const text = await bench.text(artifact);
  const quote = text.ok ? quoteLine(text.value, offsetOfLine(text.value, at.line ?? 1)).quote : String(value);
  const remark = { code: "structured-read", args: { path: artifact.path, key: pointer.slice(1) }, message, at, quote };
  return [
    { component, note: await noteFile(bench, artifact, { ...remark, basis: isResults ? "declared" : "measured" }) },
  ];
};

function isMeasure(pointer: string, { value }: Field): boolean {
  return typeof value === "number" && /accuracy|score|loss|error|perplexity|bleu|rouge|f1|rate|pass/i.test(pointer);
}
