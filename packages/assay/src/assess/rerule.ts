/** Who moves when a framework changes: the same claims ruled twice, and what a level would have to give up for one of them. */

import type { Move } from "../model/documents.ts";
import type { Claim, Framework } from "../model/types.ts";
import { findProvenLevel, listLacking } from "./rule.ts";

/** Something that was ruled: a release, or a record of one. */
export interface Ruled {
  readonly name: string;
  readonly claims: ReadonlyMap<string, Claim>;
}

/** Rules all of them by two frameworks and tells who moves. Levels are compared by their place from the lowest. */
export function rerule(ruled: readonly Ruled[], before: Framework, after: Framework): readonly Move[] {
  return ruled.flatMap((one): readonly Move[] => {
    const { name, claims } = one;
    const old = findProvenLevel(before, claims);
    const now = findProvenLevel(after, claims);
    const change = heightOf(now, after) - heightOf(old, before);
    if (change === 0) return [];
    const direction = change > 0 ? "gains" : "loses";
    const because = change > 0 ? lackingFor(before, one, now) : lackingFor(after, one, old);
    return [{ name, from: old, to: now, direction, because }];
  });
}

/**
 * The smallest edit of a framework that would admit this one to a level: the requirements that the level would have to drop.
 * None can be left out, since all needs of a level have to be met.
 */
export function smallestEdit({ claims }: Ruled, framework: Framework, level: string): readonly string[] {
  return listLacking(framework, claims, level);
}

/** 0 for no level, 1 for the lowest. */
function heightOf(level: string | null, { levels }: Framework): number {
  const rank = levels.findIndex(({ id }) => id === level);
  return rank < 0 ? 0 : levels.length - rank;
}

/** Requirements that keep it from a level of this name, or from the lowest where there is none of it. */
function lackingFor(framework: Framework, { claims }: Ruled, level: string | null): readonly string[] {
  const wanted = framework.levels.find(({ id }) => id === level) ?? framework.levels.at(-1);
  return wanted === undefined ? [] : listLacking(framework, claims, wanted.id);
}
