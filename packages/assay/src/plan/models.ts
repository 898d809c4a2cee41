/** The models of a release, where they do not all come to the same. */

import { canonicalize } from "../model/canonical.ts";
import type { Assessment } from "../model/documents.ts";
import { UsageError } from "../model/errors.ts";
import type { PlanClaims, PlanEngine, PlanModel } from "../model/plans.ts";
import type { Claim, Framework, Level, Verdict } from "../model/types.ts";
import { listGoals } from "./goals.ts";

/** Models that a message names. */
const MOST_NAMED = 8;

/** Claims about the release as a whole; of one model those about all, overlaid by its own. */
export function claimsAbout({ claims }: Pick<Assessment, "claims">, about: string): Map<string, Claim> {
  const whole = claims.filter((claim) => claim.about === "*");
  const own = about === "*" ? [] : claims.filter((claim) => claim.about === about);
  return new Map([...whole, ...own].map((claim) => [claim.id, claim]));
}

/**
 * What a plan is about: the model of this id or name, `*` where the release holds no other. @throws UsageError where there
 * is no such model, or several go by the name.
 */
export function findModel({ models }: Pick<Assessment, "models">, words: string): string {
  const [same] = models.filter(({ id }) => id === words);
  const called = models.filter(({ name }) => name === words);
  const found = same ?? (called.length === 1 ? called[0] : undefined);
  if (found !== undefined) return models.length === 1 ? "*" : found.id;
  const shown = models.slice(0, MOST_NAMED).map(({ id }) => id);
  const more = models.length > shown.length ? ` and ${models.length - shown.length} more` : "";
  const why = called.length > 1 ? `${called.length} models go by that name` : "the release holds no such model";
  throw new UsageError(`--model "${words}": ${why}; there is ${shown.join(", ")}${more}`);
}

/** What is asked of the models. */
export interface ModelQuestion {
  readonly framework: Framework;
  readonly level: Level;
  readonly engine: PlanEngine;
}

/** The models that come to another level or ceiling than the whole, or lack other requirements of the level. */
export function listDiffering(assessment: Assessment, question: ModelQuestion): readonly PlanModel[] {
  const { models } = assessment;
  if (models.length < 2) return [];
  const { framework, engine } = question;
  const describe = (about: string): Omit<PlanModel, "id" | "name" | "has"> => {
    const claims = claimsAbout(assessment, about);
    const { level, ceiling } = engine.rule(framework, claims, about);
    const lacks = listOpen(claims, question);
    return {
      now: { level, ceiling },
      isReached: lacks.length === 0,
      lacks: lacks.map(({ label }) => label),
      denied: lacks.flatMap(({ label, verdict }) => (verdict === "unmet" ? [label] : [])),
    };
  };
  const whole = describe("*");
  return models.flatMap(({ id, name }) => {
    const own = describe(id);
    const has = whole.lacks.filter((label) => !own.lacks.includes(label));
    return canonicalize(own) === canonicalize(whole) ? [] : [{ id, name, ...own, has }];
  });
}

/** What the level asks for and is not met. */
function listOpen(
  claims: PlanClaims,
  { framework, level, engine }: ModelQuestion,
): readonly { readonly label: string; readonly verdict: Verdict }[] {
  return listGoals(framework, level).flatMap(({ requirement: { label }, when }) => {
    const { verdict } = engine.test(when, claims, framework.sets ?? {});
    return verdict === "met" ? [] : [{ label, verdict }];
  });
}
