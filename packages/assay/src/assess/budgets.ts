/** Work that a whole release may cost, so that no nesting of files in files multiplies it. */

import { FormatError } from "../model/errors.ts";
import type { Budget } from "../model/plugin.ts";

/**
 * members: files inside files; the largest archive we know of a release holds some 50,000.
 * depth: containers in containers; a package in an archive in a repository is three.
 * unpacked: bytes that come out of packed data, each time they do; 2 GiB take some seconds, and checkpoints are stored.
 * steps: units of a reader's own work (tensors, nodes, rows); a sharded model of a trillion parameters has 10^5 tensors.
 */
export const LIMITS: Readonly<Record<Budget, number>> = {
  members: 100_000,
  depth: 16,
  unpacked: 2 * 2 ** 30,
  steps: 50_000_000,
};

/** Counts down what is left. */
export interface Budgets {
  /** @throws FormatError `over-limit` when the budget is used up. */
  spend(what: Budget, n: number): void;
  /** @throws FormatError `over-limit` when the nesting is too deep. */
  assertDepth(depth: number): void;
}

/** Full budgets for one release. */
export function openBudgets(limits: Readonly<Record<Budget, number>> = LIMITS): Budgets {
  const spent: Record<Budget, number> = { members: 0, depth: 0, unpacked: 0, steps: 0 };
  return {
    spend(what, n) {
      spent[what] += n;
      if (spent[what] > limits[what]) refuse(what, spent[what], limits[what]);
    },
    assertDepth(depth) {
      if (depth > limits.depth) refuse("depth", depth, limits.depth);
    },
  };
}

function refuse(what: Budget, actual: number, most: number): never {
  throw new FormatError("over-limit", `the release needs ${actual} ${what}, more than the ${most} that are allowed`);
}
