/** Whether two numbers mean the same: by what was measured, never by the name of the benchmark alone. */

import type { BenchmarkResult, Setup } from "./result.ts";

/** What has to agree, in the order in which a difference is told. */
const FIELDS: readonly (keyof Setup)[] = [
  "benchmark",
  "metric",
  "revision",
  "split",
  "shots",
  "template",
  "filter",
  "harness",
  "decoding",
  "judge",
  "samples",
];

/**
 * `identical`: all fields are stated on both sides and agree. `compatible`: none that both state differs, and those in
 * `unstated` are not stated by both. `not-comparable`: the fields in `differing` differ.
 */
export type Comparability =
  | { readonly kind: "identical" }
  | { readonly kind: "compatible"; readonly unstated: readonly (keyof Setup)[] }
  | { readonly kind: "not-comparable"; readonly differing: readonly (keyof Setup)[] };

/** Holds two set-ups beside each other. What neither states is no difference where the kind of run has no such thing. */
export function compareSetups(a: Setup, b: Setup): Comparability {
  const differing = FIELDS.filter((field) => a[field] !== undefined && b[field] !== undefined && a[field] !== b[field]);
  if (differing.length > 0) return { kind: "not-comparable", differing };
  const unstated = FIELDS.filter((field) => a[field] === undefined || b[field] === undefined);
  return unstated.length === 0 ? { kind: "identical" } : { kind: "compatible", unstated };
}

/** Two results of one model that may be held beside each other. */
export interface Pair {
  readonly a: BenchmarkResult;
  readonly b: BenchmarkResult;
  readonly comparability: Comparability;
}

/** The same number of the same set-up, told twice. */
export function findDuplicates(results: readonly BenchmarkResult[]): readonly Pair[] {
  return pairs(results).filter(
    ({ a, b, comparability }) => a.value === b.value && comparability.kind !== "not-comparable",
  );
}

/** What a maker says of its own model beside what others measured, where the set-ups do not differ. */
export function findClaims(results: readonly BenchmarkResult[]): readonly Pair[] {
  return pairs(results)
    .filter(
      ({ a, b, comparability }) => comparability.kind !== "not-comparable" && a.value !== b.value && isClaim(a, b),
    )
    .map((pair) => (pair.a.relationship === "first_party" ? pair : { ...pair, a: pair.b, b: pair.a }));
}

function isClaim(a: BenchmarkResult, b: BenchmarkResult): boolean {
  const sides = [a.relationship, b.relationship];
  return sides.includes("first_party") && sides.includes("third_party");
}

/** Pairs of results of one model and one benchmark; no others can be the same. */
function pairs(results: readonly BenchmarkResult[]): readonly Pair[] {
  const groups = Map.groupBy(results, ({ model, benchmark, metric }) => JSON.stringify([model, benchmark, metric]));
  return [...groups.values()].flatMap((group) =>
    group.flatMap((a, index) => group.slice(index + 1).map((b) => ({ a, b, comparability: compareSetups(a, b) }))),
  );
}
