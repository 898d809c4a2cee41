/** How far a release is on the way to each level, as the Model Openness Tool counts it, or by grades. */

import type { Framework, Verdict } from "../model/types.ts";

/** What a level asks for: whether it applies at all, and whether it would be met if it does. */
export interface Need {
  readonly applies: Verdict;
  readonly reached: Verdict;
  /** Of the best grade that is proven: 1 for the best there is, 0 for none. */
  readonly credit: number;
}

/** A level on the way: its needs, and whether it is reached. */
export interface Step {
  readonly needs: readonly Need[];
  readonly verdict: Verdict;
}

/**
 * Percent of the applicable needs that is proven met, per level, keyed by its rank from the best (`"1"`).
 * Gated, a level counts 0 until every level below it is proven. By grades, a need counts in part where a lesser grade is
 * proven. Claims that become known never lower it.
 */
export function measureProgress(
  steps: readonly Step[],
  way: NonNullable<Framework["progress"]>,
): Record<string, number> {
  const shares = steps.map(({ needs }, index) => {
    const isOpen = way !== "share-gated" || steps.slice(index + 1).every((below) => below.verdict === "met");
    return [String(index + 1), isOpen ? share(needs, way) : 0] as const;
  });
  return Object.fromEntries(shares);
}

/** A need of which nobody knows whether it applies counts for nothing while it is open and not when it is met: the lower bound. */
function share(needs: readonly Need[], way: NonNullable<Framework["progress"]>): number {
  const points = needs.flatMap(({ applies, reached, credit }): readonly number[] => {
    const point = way === "grades" ? credit : Number(reached === "met");
    if (applies === "met") return [point];
    return applies === "unmet" || point === 1 ? [] : [0];
  });
  const sum = points.reduce((total, point) => total + point, 0);
  return points.length === 0 ? 100 : (sum / points.length) * 100;
}
