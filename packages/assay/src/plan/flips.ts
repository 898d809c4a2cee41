/** For each requirement that is not met, the smallest change that would turn it. */

import type { Flip } from "../model/plans.ts";
import type { Framework, FrameworkResult } from "../model/types.ts";
import { showChange } from "./changes.ts";
import type { World } from "./domains.ts";
import { toGoal } from "./goals.ts";
import { search } from "./search.ts";

/** A framework that a release was ruled by, and what came of it. */
export interface Ruled {
  readonly address: string;
  readonly framework: Framework;
  readonly result: FrameworkResult;
}

/** What would turn each requirement of a framework that is unmet or unknown. */
export function listFlips({ address, framework, result }: Ruled, world: Omit<World, "sets">): readonly Flip[] {
  const sets = framework.sets ?? {};
  return result.requirements.flatMap((ruling): readonly Flip[] => {
    const requirement = framework.requirements.find(({ id }) => id === ruling.id);
    if (requirement === undefined || !ruling.applies || ruling.verdict === "met") return [];
    const { label } = requirement;
    const { changes } = search([toGoal(requirement)], { ...world, sets });
    const head = { framework: address, requirement: ruling.id, label, verdict: ruling.verdict };
    if (changes === null || changes.length === 0)
      return [{ ...head, changes: [], message: "nothing that the publisher could add turns it", isBlocked: true }];
    const blocked = changes.find(({ effort }) => effort.blocked !== undefined)?.effort.blocked;
    const shown = changes.map((change) => showChange(change, world.claims));
    const message = blocked ?? shown.map(({ wanted }) => wanted).join("; ");
    return [{ ...head, changes: shown, message, isBlocked: blocked !== undefined }];
  });
}
