/** Checks that a file holds a framework. Names the place of the first mistake. */

import { pointTo } from "../model/json-pointer.ts";
import type { Condition, Framework, Requirement } from "../model/types.ts";
import { listClaims, listConditions } from "./list-claims.ts";
import {
  booleanOrText,
  dictionary,
  type Guard,
  list,
  membersOf,
  number,
  oneOf,
  record,
  refuse,
  refuseTwins,
  text,
  textLike,
  textSet,
} from "./shape.ts";
import { addSharedSets } from "./shared/add-shared-sets.ts";

/** The engine follows no deeper nesting either (`assess/condition.ts`). */
const MAX_DEPTH = 32;

const id = textLike(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, "id: small letters, digits, dots and dashes");
const levelId = textLike(/^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/, "level id: letters, digits, dots and dashes");
const claimId = textLike(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, "claim id: subject.property");
const members: Guard = (value, at) => (Array.isArray(value) ? textSet(value, at) : text(value, at));

const CLAIM = record(
  { claim: claimId },
  { is: booleanOrText, in: members, out: members, answered: oneOf(true), atLeast: number, atMost: number },
);
const GRADE = record({ id, when: checkCondition }, {});
const REQUIREMENT = record(
  { id, label: text, text, source: text, grades: list(GRADE, 1), otherwise: id },
  { mandatory: oneOf(true, false), appliesWhen: checkCondition },
);
const LEVEL = record({ id: levelId, title: text, needs: list(record({ requirement: id }, { grade: id }), 1) }, {});
const FRAMEWORK = record(
  { id, version: id, title: text, source: text, requirements: list(REQUIREMENT, 1), levels: list(LEVEL, 1) },
  {
    reading: id,
    label: text,
    choices: list(record({ id, chosen: text, because: text }, {}), 1),
    sets: dictionary(id, textSet),
    progress: oneOf("share", "share-gated", "grades"),
    unanswered: list(record({ claim: claimId, why: text }, {}), 1),
  },
);

/**
 * Returns the framework that `json` holds, with those of the shared sets that it names.
 * @throws UsageError that names the first mistake and its JSON pointer.
 */
export function validateFramework(json: unknown, shared: NonNullable<Framework["sets"]> = {}): Framework {
  FRAMEWORK(json, "");
  const framework = addSharedSets(json as Framework, shared);
  checkNames(framework);
  checkSets(framework);
  checkNeeds(framework);
  for (const { condition, at } of listConditions(framework)) checkMembers(condition, at, framework);
  checkUnanswered(framework);
  return framework;
}

function checkCondition(value: unknown, at: string): void {
  checkConditionAt(value, at, 0);
}

function checkConditionAt(value: unknown, at: string, depth: number): void {
  if (depth > MAX_DEPTH) refuse(at, `nests deeper than ${MAX_DEPTH}`);
  const keys = membersOf(value, at).map(([key]) => key);
  const shape = shapeOf(keys, (inner, place) => checkConditionAt(inner, place, depth + 1));
  if (shape === undefined) refuse(at, "is no condition: it needs claim, all, any, not or count");
  shape(value, at);
  if (keys.includes("out") && !keys.includes("in")) refuse(pointTo(at, "out"), "needs an in beside it");
}

/** The shape that an object with these keys has to have. */
function shapeOf(keys: readonly string[], part: Guard): Guard | undefined {
  if (keys.includes("claim")) return CLAIM;
  if (keys.includes("all")) return record({ all: list(part, 1) }, {});
  if (keys.includes("any")) return record({ any: list(part, 1) }, {});
  if (keys.includes("count")) return record({ count: list(part, 1), atLeast: number }, {});
  return keys.includes("not") ? record({ not: part }, {}) : undefined;
}

function checkNames({ requirements, levels, choices = [] }: Framework): void {
  refuseTwins(
    requirements.map((one) => one.id),
    (index) => `/requirements/${index}/id`,
  );
  refuseTwins(
    levels.map((one) => one.id.toLowerCase()),
    (index) => `/levels/${index}/id`,
  );
  refuseTwins(
    choices.map((one) => one.id),
    (index) => `/choices/${index}/id`,
  );
  for (const [index, { grades, otherwise }] of requirements.entries()) {
    const at = `/requirements/${index}`;
    const names = [...grades.map((grade) => grade.id), otherwise];
    refuseTwins(names, (rank) => (rank === grades.length ? `${at}/otherwise` : `${at}/grades/${rank}/id`));
  }
}

function checkSets({ sets = {} }: Framework): void {
  for (const [name, set] of Object.entries(sets)) {
    for (const [index, member] of set.entries()) {
      if (!member.startsWith("@")) continue;
      const at = pointTo(pointTo("/sets", name), index);
      const inner = setNamed(sets, member.slice(1), at);
      if (inner.some((one) => one.startsWith("@"))) refuse(at, `"${member}" stands for further sets itself`);
    }
  }
}

function checkNeeds({ requirements, levels }: Framework): void {
  for (const [rank, { needs }] of levels.entries()) {
    refuseTwins(
      needs.map((need) => need.requirement),
      (index) => `/levels/${rank}/needs/${index}/requirement`,
    );
    for (const [index, { requirement, grade }] of needs.entries()) {
      const at = `/levels/${rank}/needs/${index}`;
      const found = requirements.find((one) => one.id === requirement);
      if (found === undefined) refuse(`${at}/requirement`, `there is no requirement "${requirement}"`);
      if (grade !== undefined) checkGrade(found, grade, `${at}/grade`);
    }
  }
}

function checkGrade({ id: requirement, grades }: Requirement, grade: string, at: string): void {
  const names = grades.map((one) => one.id);
  if (!names.includes(grade)) refuse(at, `"${requirement}" has no grade "${grade}" · it has ${names.join(", ")}`);
}

function checkMembers(condition: Condition, at: string, { sets = {} }: Framework): void {
  if (!("claim" in condition)) return;
  for (const key of ["in", "out"] as const) {
    const named = condition[key];
    if (named === undefined) continue;
    if (typeof named === "string") setNamed(sets, named, pointTo(at, key));
    else for (const [index, member] of named.entries()) checkMember(member, `${at}/${key}/${index}`, sets);
  }
}

function checkMember(member: string, at: string, sets: NonNullable<Framework["sets"]>): void {
  if (member.startsWith("@")) setNamed(sets, member.slice(1), at);
}

function setNamed(sets: NonNullable<Framework["sets"]>, name: string, at: string): readonly string[] {
  const set = Object.hasOwn(sets, name) ? sets[name] : undefined;
  return set ?? refuse(at, `there is no set "${name}" · there is ${Object.keys(sets).join(", ") || "none"}`);
}

function checkUnanswered(framework: Framework): void {
  const asked = new Set(listClaims(framework).map(({ claim }) => claim));
  const unanswered = framework.unanswered ?? [];
  refuseTwins(
    unanswered.map((one) => one.claim),
    (index) => `/unanswered/${index}/claim`,
  );
  for (const [index, { claim }] of unanswered.entries()) {
    if (!asked.has(claim)) refuse(`/unanswered/${index}/claim`, `no requirement asks for "${claim}"`);
  }
}
