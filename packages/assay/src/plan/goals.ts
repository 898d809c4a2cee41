/** What a level asks for, as conditions that all have to hold. */

import type { Condition, Framework, Level, Requirement } from "../model/types.ts";

/** A requirement of a level and the condition under which it no longer stands in the way. */
export interface Goal {
  readonly requirement: Requirement;
  readonly when: Condition;
}

/** The needs of a level, and what is mandatory for every level. @throws RangeError for a requirement that is not there. */
export function listGoals(framework: Framework, level: Level): readonly Goal[] {
  const goals = level.needs.map(({ requirement: id, grade }) => {
    const requirement = framework.requirements.find((candidate) => candidate.id === id);
    if (requirement === undefined) throw new RangeError(`the framework has no requirement ${id}`);
    return toGoal(requirement, grade);
  });
  return [...goals, ...framework.requirements.filter(({ mandatory }) => mandatory).map((one) => toGoal(one))];
}

/** A requirement is out of the way where it does not apply, or where its grade or a better one is reached. */
export function toGoal(requirement: Requirement, grade?: string): Goal {
  const { grades, appliesWhen } = requirement;
  const rank = grade === undefined ? 0 : grades.findIndex(({ id }) => id === grade);
  const reached = grades.slice(0, rank + 1).map(({ when }) => when);
  const [first, ...others] = appliesWhen === undefined ? reached : [...reached, { not: appliesWhen }];
  if (first === undefined) throw new RangeError(`the requirement ${requirement.id} has no grade ${grade}`);
  return { requirement, when: others.length === 0 ? first : { any: [first, ...others] } };
}

/** A condition over one claim. */
export type Leaf = Extract<Condition, { readonly claim: string }>;

/** All conditions over single claims within one. */
export function listLeaves(condition: Condition): readonly Leaf[] {
  if ("all" in condition) return condition.all.flatMap(listLeaves);
  if ("any" in condition) return condition.any.flatMap(listLeaves);
  if ("count" in condition) return condition.count.flatMap(listLeaves);
  return "not" in condition ? listLeaves(condition.not) : [condition];
}
