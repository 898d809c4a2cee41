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
import { claimsAbout, listDiffering } from "./models.ts";
import { type Bases, openPublisher, type RootLicense } from "./publisher.ts";
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
  /** The id of a model, or `*` for the release as a whole. */
  readonly about: string;
  /** All frameworks whose requirements a step may serve too. */
  readonly frameworks: readonly NamedFramework[];
  readonly bases: Bases;
  readonly engine: PlanEngine;
  readonly tool: Tool;
}

/** The plan, for the release as a whole or for one of its models. */
export function makePlan(request: PlanRequest): PlanDocument {
  const { assessment, asked, level, about, engine, bases, frameworks, tool } = request;
  const claims = claimsAbout(assessment, about);
  const rootLicense = findRootLicense(assessment);
  const world: World = {
    claims,
    engine,
    moves: openPublisher(claims, bases, rootLicense),
    sets: asked.framework.sets ?? {},
  };
  const goals = listGoals(asked.framework, level);
  const ruled = frameworks.map((one) => ({ ...one, result: engine.rule(one.framework, claims, about) }));
  const { level: reached, ceiling } = engine.rule(asked.framework, claims, about);
  const found = search(goals, world);
  const changes = found.isExact ? (found.changes ?? []) : dropNeedless(found.changes ?? [], request, claims);
  const possible = changes.filter(({ effort }) => effort.blocked === undefined);
  const others = ruled.map(({ address, framework, result }) => ({ address, framework, open: listOpen(result) }));
  const steps = toSteps(possible, {
    claims,
    engine,
    goals,
    framework: asked.framework,
    others,
    openBase: bases.open,
    rootLicense,
    rights: assessment.rights,
  });
  const blocks = [...listBlocks(changes, goals, { claims, bases }), ...found.hopeless.map(describeHopeless)];
  const isBlocked = blocks.length > 0 || found.changes === null;
  const plan = {
    status: statusOf(steps, isBlocked),
    steps,
    blocks,
    title: level.title,
    about,
    models: about === "*" ? listDiffering(assessment, { framework: asked.framework, level, engine }) : [],
  };
  return {
    schema: "https://openassay.org/schemas/plan/v1.json",
    tool,
    target: assessment.target,
    revision: assessment.revision,
    framework: asked.address,
    level: level.id,
    headline: sayHeadline(plan, asked.framework, assessment.models),
    now: { level: reached, ceiling },
    ...plan,
    isShortest: found.isExact,
    flips: ruled.flatMap((one) => listFlips(one, world)),
    files: draftFiles(assessment),
    origins: assessment.origins,
    evidence: assessment.evidence.filter(({ id }) => [...steps, ...blocks].some((one) => one.evidence.includes(id))),
  };
}

/** The one licence whose own text lies at the root; several, or an altered one, govern in ways that a plan does not guess. */
function findRootLicense({ licenses }: Assessment): RootLicense | null {
  const texts = licenses.filter(({ path }) => /^(?:LICEN[CS]E|COPYING)(?:\.(?:md|txt|rst))?$/i.test(path));
  const [text, ...others] = texts;
  if (text === undefined || others.length > 0) return null;
  const { id, kind } = text.match;
  return id !== null && (kind === "exact" || kind === "equivalent") ? { path: text.path, id } : null;
}

/** A search that was cut short may have taken more than is needed. */
function dropNeedless(
  changes: readonly Change[],
  { asked, level, about, engine }: PlanRequest,
  claims: PlanClaims,
): readonly Change[] {
  let kept = changes;
  for (const subject of new Set(changes.map(({ effort }) => effort.subject))) {
    const fewer = kept.filter(({ effort }) => effort.subject !== subject);
    const only = { ...asked.framework, levels: [level] as const };
    if (engine.rule(only, applyChanges(claims, fewer), about).level === level.id) kept = fewer;
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

interface Grounds {
  readonly claims: PlanClaims;
  readonly bases: Bases;
}

/** Changes that are not the publisher's to make, by their reason. */
function listBlocks(
  changes: readonly Change[],
  goals: readonly Goal[],
  { claims, bases }: Grounds,
): readonly PlanBlock[] {
  const reasons = Map.groupBy(
    changes.filter(({ effort }) => effort.blocked !== undefined),
    ({ effort }) => effort.blocked ?? "",
  );
  return [...reasons].map(([why, some]) => {
    const shown = some.map((change) => showChange(change, claims));
    const changed = new Set(some.map(({ claim }) => claim));
    const isOfTerms = some.some(({ claim }) => claim === "weights.license" || claim.startsWith("rights."));
    const served = goals.filter(({ when }) => listLeaves(when).some(({ claim }) => changed.has(claim)));
    return {
      what: shown.map(({ wanted }) => wanted).join(", "),
      why,
      requirements: served.map(({ requirement }) => serve(requirement)),
      changes: shown,
      evidence: [
        ...(isOfTerms ? bases.evidence : []),
        ...some.flatMap(({ claim }) => claims.get(claim)?.evidence ?? []),
      ],
    };
  });
}

function describeHopeless({ requirement }: Goal): PlanBlock {
  return {
    what: requirement.label,
    why: "Nothing that could be added turns it: it asks for something to be otherwise that is as it is.",
    requirements: [serve(requirement)],
    changes: [],
    evidence: [],
  };
}
