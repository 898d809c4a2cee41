/** How far a release is on the way to each level, as the Model Openness Tool counts it. */

import type { Verdict } from "../model/types.ts";

/** What a level asks for: whether it applies at all, and whether it would be met if it does. */
export interface Need {
  readonly applies: Verdict;
  readonly reached: Verdict;
}

/** A level on the way: its needs, and whether it is reached. */
export interface Step {
  readonly needs: readonly Need[];
  readonly verdict: Verdict;
}

/**
 * Percent of the applicable needs that is proven met, per level, keyed by its rank from the best (`"1"`).
 * Gated, a level counts 0 until every level below it is proven. Claims that become known never lower it.
 */
export function measureProgress(steps: readonly Step[], way: "share" | "share-gated"): Record<string, number> {
  const shares = steps.map(({ needs }, index) => {
    const isOpen = way === "share" || steps.slice(index + 1).every((below) => below.verdict === "met");
    return [String(index + 1), isOpen ? share(needs) : 0] as const;
  });
  return Object.fromEntries(shares);
}

/** A need of which nobody knows whether it applies counts when it is open and not when it is met: the lower bound. */
function share(needs: readonly Need[]): number {
  const counted = needs.filter(
    ({ applies, reached }) => applies === "met" || (applies === "unknown" && reached !== "met"),
  );
  const met = counted.filter(({ reached }) => reached === "met");
  return counted.length === 0 ? 100 : (met.length / counted.length) * 100;
}
