/** The claims that a framework asks for, each with the places where it does. */

import type { Condition, Framework } from "../model/types.ts";

/** A claim, and the JSON pointer of the condition that names it. */
export interface AskedClaim {
  readonly claim: string;
  readonly at: string;
  /** Id of the requirement. */
  readonly requirement: string;
}

/** Lists every claim of every condition. */
export function listClaims(framework: Framework): readonly AskedClaim[] {
  return listConditions(framework).flatMap(({ condition, at, requirement }) =>
    "claim" in condition ? [{ claim: condition.claim, at, requirement }] : [],
  );
}

/** A condition, its JSON pointer and the requirement that it is of. */
export interface PlacedCondition {
  readonly condition: Condition;
  readonly at: string;
  readonly requirement: string;
}

/** Every condition of a framework, inner ones too. */
export function listConditions({ requirements }: Framework): readonly PlacedCondition[] {
  return requirements.flatMap(({ id: requirement, appliesWhen, grades }, index) => {
    const at = `/requirements/${index}`;
    const outer: readonly Placed[] = [
      ...(appliesWhen === undefined ? [] : [[appliesWhen, `${at}/appliesWhen`] as const]),
      ...grades.map(({ when }, rank) => [when, `${at}/grades/${rank}/when`] as const),
    ];
    return outer
      .flatMap(([condition, place]) => walk(condition, place))
      .map(([condition, place]) => ({ condition, at: place, requirement }));
  });
}

type Placed = readonly [Condition, string];

/** A condition and all that it is made of. */
function walk(condition: Condition, at: string): readonly Placed[] {
  return [[condition, at] as const, ...partsOf(condition, at).flatMap(([part, place]) => walk(part, place))];
}

function partsOf(condition: Condition, at: string): readonly Placed[] {
  const place = (parts: readonly Condition[], key: string) =>
    parts.map((part, index) => [part, `${at}/${key}/${index}`] as const);
  if ("all" in condition) return place(condition.all, "all");
  if ("any" in condition) return place(condition.any, "any");
  if ("count" in condition) return place(condition.count, "count");
  return "not" in condition ? [[condition.not, `${at}/not`] as const] : [];
}
