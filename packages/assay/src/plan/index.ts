/** The shortest way from an assessment to a level: a pure function; the engine that rules is handed in. */

import type { Assessment, Tool } from "../model/documents.ts";
import type { PlanBlock, PlanClaims, PlanDocument, PlanEngine, PlanStep } from "../model/plans.ts";
import type { Framework, FrameworkResult, Level } from "../model/types.ts";
import { applyChanges, showChange } from "./changes.ts";
import type { World } from "./domains.ts";
import { draftFiles } from "./drafts.ts";
import { listFlips } from "./flips.ts";
import { type Goal, listGoals, listLeaves } from "./goals.ts";
import { sayHeadline } from "./headline.ts";
import { type Bases, openPublisher } from "./publisher.ts";
import { type Change, search } from "./search.ts";
import { serve, toSteps } from "./steps.ts";

/** A framework that is at hand, under its full address. */
export interface NamedFramework {
  readonly address: string;
  readonly framework: Framework;
}

/** What is asked: the way to which level, from what is known of a release. */
export interface PlanRequest {
  readonly assessment: Assessment;
  /** The framework of the level. */
  readonly asked: NamedFramework;
  readonly level: Level;
  /** All frameworks whose requirements a step may serve too. */
  readonly frameworks: readonly NamedFramework[];
  readonly bases: Bases;
  readonly engine: PlanEngine;
  readonly tool: Tool;
}

/** The plan. It is about the release as a whole. */
export function makePlan(request: PlanRequest): PlanDocument {
  const { assessment, asked, level, engine, bases, frameworks, tool } = request;
  const claims = new Map(assessment.claims.filter(({ about }) => about === "*").map((claim) => [claim.id, claim]));
  const world: World = { claims, engine, moves: openPublisher(claims, bases), sets: asked.framework.sets ?? {} };
  const goals = listGoals(asked.framework, level);
  const ruled = frameworks.map((one) => ({ ...one, result: engine.rule(one.framework, claims, "*") }));
  const { level: reached, ceiling } = engine.rule(asked.framework, claims, "*");
  const found = search(goals, world);
  const changes = found.isExact ? (found.changes ?? []) : dropNeedless(found.changes ?? [], request, claims);
  const possible = changes.filter(({ effort }) => effort.blocked === undefined);
  const others = ruled.map(({ address, framework, result }) => ({ address, framework, open: listOpen(result) }));
  const steps = toSteps(possible, { claims, engine, goals, framework: asked.framework, others, caution: bases.open });
  const blocks = [...listBlocks(changes, goals, world), ...found.hopeless.map(describeHopeless)];
  const isBlocked = blocks.length > 0 || found.changes === null;
  const plan = { status: statusOf(steps, isBlocked), steps, blocks, title: level.title };
  return {
    schema: "https://openassay.org/schemas/plan/v1.json",
    tool,
    target: assessment.target,
    revision: assessment.revision,
    framework: asked.address,
    level: level.id,
    headline: sayHeadline(plan, asked.framework),
    now: { level: reached, ceiling },
    ...plan,
    isShortest: found.isExact,
    flips: ruled.flatMap((one) => listFlips(one, world)),
    files: draftFiles(assessment),
  };
}

/** A search that was cut short may have taken more than is needed. */
function dropNeedless(
  changes: readonly Change[],
  { asked, level, engine }: PlanRequest,
  claims: PlanClaims,
): readonly Change[] {
  let kept = changes;
  for (const subject of new Set(changes.map(({ effort }) => effort.subject))) {
    const fewer = kept.filter(({ effort }) => effort.subject !== subject);
    const only = { ...asked.framework, levels: [level] as const };
    if (engine.rule(only, applyChanges(claims, fewer), "*").level === level.id) kept = fewer;
  }
  return kept;
}

function statusOf(steps: readonly PlanStep[], isBlocked: boolean): PlanDocument["status"] {
  if (isBlocked) return "blocked";
  return steps.length === 0 ? "reached" : "reachable";
}

function listOpen({ requirements }: FrameworkResult): readonly string[] {
  return requirements.flatMap((ruling) => (ruling.applies && ruling.verdict !== "met" ? [ruling.id] : []));
}

/** Changes that are not the publisher's to make, by their reason. */
function listBlocks(changes: readonly Change[], goals: readonly Goal[], { claims }: World): readonly PlanBlock[] {
  const reasons = Map.groupBy(
    changes.filter(({ effort }) => effort.blocked !== undefined),
    ({ effort }) => effort.blocked ?? "",
  );
  return [...reasons].map(([why, some]) => {
    const shown = some.map((change) => showChange(change, claims));
    const changed = new Set(some.map(({ claim }) => claim));
    const served = goals.filter(({ when }) => listLeaves(when).some(({ claim }) => changed.has(claim)));
    return {
      what: shown.map(({ wanted }) => wanted).join(", "),
      why,
      requirements: served.map(({ requirement }) => serve(requirement)),
      changes: shown,
    };
  });
}

function describeHopeless({ requirement }: Goal): PlanBlock {
  return {
    what: requirement.label,
    why: "Nothing that could be added turns it: it asks for something to be otherwise that is as it is.",
    requirements: [serve(requirement)],
    changes: [],
  };
}
