/** Whether results keep a bound that a stage of a release sets. */

import type { Judged } from "../gate/judged.ts";
import type { StageNeed } from "../model/books.ts";
import type { ReadResults } from "./result.ts";

/** Holds every result of the benchmark and metric against the bound: the worst counts. None is unknown, never met. */
export function compareResults(
  need: Extract<StageNeed, { readonly kind: "evaluation" }>,
  { results, gaps }: ReadResults,
): Judged {
  const { benchmark, metric, atLeast, atMost } = need;
  const values = results
    .filter((one) => one.benchmark === benchmark && one.metric === metric)
    .map(({ value }) => value);
  if (values.length === 0) {
    const why = gaps.length > 0 ? ` (${gaps.join("; ")})` : "";
    return { verdict: "unknown", because: `${need.results.path} has no ${metric} of ${benchmark}${why}` };
  }
  if (atLeast === undefined && atMost === undefined)
    return { verdict: "met", because: `is reported: ${values.join(", ")}` };
  const isKept = (value: number): boolean =>
    (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
  const bound = [
    atLeast === undefined ? null : `at least ${atLeast}`,
    atMost === undefined ? null : `at most ${atMost}`,
  ]
    .filter((part) => part !== null)
    .join(" and ");
  return {
    verdict: values.every(isKept) ? "met" : "unmet",
    because: `${metric} of ${benchmark} is ${values.join(", ")} · ${bound} is needed`,
  };
}
