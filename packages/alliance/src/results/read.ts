/** Reads results from a file, by what is in it and not by its name. */

import { parse } from "yaml";
import { isEveryEvalEver, readEveryEvalEver } from "./every-eval-ever.ts";
import { fieldsOf, isFields } from "./fields.ts";
import { isHelmStats, readHelm } from "./helm.ts";
import { isEvalResults, readEvalResults, readModelIndex } from "./hub.ts";
import { isInspect, readInspect } from "./inspect.ts";
import { isLmEval, readLmEval } from "./lm-eval.ts";
import type { ReadResults } from "./result.ts";

/** Front matter of a card: between the first two lines of three hyphens. */
const HEAD = /^---\r?\n([\s\S]*?)\r?\n---/;

/**
 * Results of a file: Every Eval Ever, lm-eval, Inspect, HELM, the hub's `.eval_results` and `model-index`. `beside` reads a
 * file of the same folder, which HELM needs.
 */
export function readResults(
  path: string,
  text: string,
  beside: (name: string) => string | null = () => null,
): ReadResults {
  const document = parseText(path, text);
  if (document === null) return { results: [], gaps: ["is neither JSON nor YAML"] };
  if (isHelmStats(document))
    return readHelm(document, fieldsOf(parseText("run_spec.json", beside("run_spec.json") ?? "{}")), path);
  if (isEvalResults(document)) return readEvalResults(document, path);
  if (!isFields(document)) return { results: [], gaps: ["holds no results in a form that is known"] };
  if (isEveryEvalEver(document)) return readEveryEvalEver(document, path);
  if (isLmEval(document)) return readLmEval(document, path);
  if (isInspect(document)) return readInspect(document, path);
  if ("model-index" in document) return readModelIndex(document, path);
  return { results: [], gaps: ["holds no results in a form that is known"] };
}

function parseText(path: string, text: string): unknown {
  const head = path.endsWith(".md") ? HEAD.exec(text)?.[1] : undefined;
  try {
    return path.endsWith(".json") ? JSON.parse(text) : parse(head ?? text, { maxAliasCount: 0 });
  } catch {
    // Whatever its reason, what does not parse holds no results; the caller says so.
    return null;
  }
}
