/** What would follow if parts of a release were opened, closed, or put under other terms. */

import type { Assessment, Right, RightAnswer } from "../model/documents.ts";
import type { ClaimChange, Imagined, ImaginedLevel, PlanClaims, PlanEngine } from "../model/plans.ts";
import { RIGHTS_QUESTIONS } from "../model/rights.ts";
import type { Claim, FrameworkResult } from "../model/types.ts";
import { showChange } from "./changes.ts";
import { applyEdits, type Edit } from "./edits.ts";
import type { NamedFramework } from "./index.ts";
import { claimsAbout } from "./models.ts";
import type { Bases } from "./publisher.ts";

/** What the terms of licences come to, as far as they are known. */
export interface Terms {
  /** Answers of the rights card by question; a question that is missing is not known. */
  answer(ids: readonly string[]): ReadonlyMap<string, RightAnswer>;
  /** What they demand of who takes the work, each with its clause. */
  listDuties(ids: readonly string[]): readonly string[];
}

/** What is asked. */
export interface WhatIfRequest {
  readonly assessment: Pick<Assessment, "claims">;
  /** The id of a model, or `*` for the release as a whole. */
  readonly about: string;
  readonly edits: readonly Edit[];
  readonly frameworks: readonly NamedFramework[];
  readonly engine: Pick<PlanEngine, "rule">;
  readonly bases: Bases;
  readonly terms: Terms;
  /** Adds to the claims what follows from them. */
  derive(claims: Map<string, Claim>): void;
}

/** Rules the release as it would be, beside the release as it is. */
export function imagine(request: WhatIfRequest): Imagined {
  const { assessment, about, edits, frameworks, engine, terms, derive } = request;
  const before = claimsAbout(assessment, about);
  const after = applyEdits(before, edits, (ids) => terms.answer(ids));
  derive(after);
  const levels = frameworks.map((one) =>
    compare(one, engine.rule(one.framework, before, about), engine.rule(one.framework, after, about)),
  );
  const named = edits.flatMap((edit) => (edit.to === "license" ? edit.ids : []));
  return {
    edits: edits.map(({ words }) => words),
    changes: listChanged(before, after),
    frameworks: levels.filter(isChanged),
    rights: compareRights(before, after),
    duties: [...new Set(terms.listDuties(named))],
    conflicts: listConflicts(request),
  };
}

function listChanged(before: PlanClaims, after: PlanClaims): readonly ClaimChange[] {
  const changed = [...after.values()].filter(
    ({ id, value }) => JSON.stringify(before.get(id)?.value) !== JSON.stringify(value),
  );
  return changed
    .filter(({ id, value }) => value !== "unknown" || before.has(id))
    .map(({ id, value }) => showChange({ claim: id, to: value }, before))
    .toSorted((a, b) => Number(a.claim > b.claim) - Number(a.claim < b.claim));
}

function compare(
  { address, framework }: NamedFramework,
  before: FrameworkResult,
  after: FrameworkResult,
): ImaginedLevel {
  const [met, now] = [listMet(before), listMet(after)];
  const label = (id: string): string => framework.requirements.find((one) => one.id === id)?.label ?? id;
  return {
    framework: address,
    before: { level: before.level, ceiling: before.ceiling },
    after: { level: after.level, ceiling: after.ceiling },
    gained: [...now].filter((id) => !met.has(id)).map(label),
    lost: [...met].filter((id) => !now.has(id)).map(label),
  };
}

/** What does not apply asks for nothing, as what is met. */
function listMet({ requirements }: FrameworkResult): ReadonlySet<string> {
  return new Set(requirements.flatMap((one) => (!one.applies || one.verdict === "met" ? [one.id] : [])));
}

function isChanged({ before, after, gained, lost }: ImaginedLevel): boolean {
  const moved = before.level !== after.level || before.ceiling !== after.ceiling;
  return moved || gained.length > 0 || lost.length > 0;
}

function compareRights(before: PlanClaims, after: PlanClaims): Imagined["rights"] {
  return RIGHTS_QUESTIONS.flatMap(({ id, question }) => {
    const answers = [readAnswer(before.get(`rights.${id}`)), readAnswer(after.get(`rights.${id}`))] as const;
    return answers[0] === answers[1] ? [] : [{ id, question, before: answers[0], after: answers[1] }];
  });
}

function readAnswer(claim: Claim | undefined): Right["answer"] {
  const value = claim?.value;
  return value === "yes" || value === "no" || value === "depends" ? value : "unknown";
}

function listConflicts({ edits, bases }: WhatIfRequest): readonly string[] {
  const licensed = edits.flatMap((edit) => (edit.component === "weights" && edit.to === "license" ? edit.ids : []));
  const found = licensed.flatMap((id) => bases.conflict(id) ?? []);
  return [...new Set([...found, ...(licensed.length > 0 && bases.open !== null ? [bases.open] : [])])];
}
