/** The criteria that a sentence invokes, each with its verdict, its reason, and what would make it true. */

import type { FoundStatement, OpenPart, RuledFramework, StatementQuestion } from "../model/statements.ts";
import type { Claim } from "../model/types.ts";
import { describeDoubt, type HeldCriterion, type Holding } from "./held.ts";
import { holdLicense } from "./hold-license.ts";

/** Holds a sentence against each criterion that it invokes. */
export function holdCriteria(found: FoundStatement, holding: Holding): readonly HeldCriterion[] {
  if (found.isUpstream || found.about === "other") return [holdLicense(found, holding)];
  const { calling } = found;
  if (calling === "open-weights") return [holdWeights(holding.question)];
  if (calling === "mof-I" || calling === "mof-II" || calling === "mof-III")
    return [holdClass(calling.slice("mof-".length), holding.question)];
  if (calling === "definition") return [holdDefinition(holding.question.definition, holding, "hard")];
  if (calling === "open-license") return [holdLicense(found, holding)];
  const isOfSystem = found.parts.some(isOfModel) && holding.question.kind === "model";
  return [
    holdLicense(found, holding),
    ...(isOfSystem ? [holdDefinition(holding.question.definition, holding, "soft")] : []),
  ];
}

function isOfModel(part: OpenPart): boolean {
  return part === "model" || part === "weights";
}

function holdWeights({ claims }: StatementQuestion): HeldCriterion {
  const claim = claims.get("weights.published");
  const evidence = claim?.evidence ?? [];
  const id = "weights-available";
  if (claim?.value === true) return { id, verdict: "met", because: "The weights are published.", evidence, notes: [] };
  const needs = "Publish the weights here, or name the place as a part in release.json.";
  if (claim?.value === false)
    return { id, verdict: "unmet", because: "The weights are not released.", needs, evidence, notes: [] };
  const because = `The weights: ${describeDoubt(claim)}.`;
  return { id, verdict: "unknown", because, needs, evidence, notes: [] };
}

/** Whether the definition is met: with its requirements that are not, by name. */
function holdDefinition(ruled: RuledFramework, { question }: Holding, strictness: "hard" | "soft"): HeldCriterion {
  const { framework, result } = ruled;
  const id = `${framework.id}-${framework.version}`;
  const { verdict } = result;
  const deciding = listDeciding(ruled);
  const evidence = listEvidence(ruled, question.claims);
  if (verdict === "met") return { id, verdict, because: "It is met.", evidence, notes: [] };
  const words = verdict === "unmet" ? "is not met" : "is not settled";
  const because = `It ${words}: ${deciding.join(", ")}.`;
  const needs = "Publish these under open terms.";
  return {
    id,
    verdict,
    because,
    needs,
    evidence,
    notes: [],
    ...(strictness === "soft" ? { isSoft: true as const } : {}),
  };
}

/** Labels of the requirements that came out as the whole did. */
function listDeciding({ framework, result }: RuledFramework): readonly string[] {
  return result.requirements.flatMap((ruling) =>
    ruling.applies !== false && ruling.verdict === result.verdict
      ? [framework.requirements.find(({ id }) => id === ruling.id)?.label ?? ruling.id]
      : [],
  );
}

function listEvidence({ result }: RuledFramework, claims: ReadonlyMap<string, Claim>): readonly string[] {
  return result.requirements.flatMap((ruling) =>
    ruling.applies !== false && ruling.verdict === result.verdict
      ? ruling.claims.flatMap((id) => claims.get(id)?.evidence ?? [])
      : [],
  );
}

/** The class that is claimed against the one that is proven, and the one that is still possible. */
function holdClass(name: string, { classes, claims }: StatementQuestion): HeldCriterion {
  const { framework, result } = classes;
  const order = framework.levels.map(({ id }) => id);
  const rank = (level: string | null): number => (level === null ? order.length : order.indexOf(level));
  const wanted = order.indexOf(name);
  const evidence = listEvidence(classes, claims);
  const id = "mof-class";
  const title = `${framework.title}, class ${name}`;
  if (rank(result.level) <= wanted) return { id, verdict: "met", because: `${title}: proven.`, evidence, notes: [] };
  const isPossible = rank(result.ceiling) <= wanted;
  const reached = result.level === null ? "none is proven" : `class ${result.level} is proven`;
  const needs = `assay plan TARGET --to mof:${name} names what is missing.`;
  const because = isPossible ? `${title}: ${reached}.` : `${title}: out of reach with what is published; ${reached}.`;
  return { id, verdict: isPossible ? "unknown" : "unmet", because, needs, evidence, notes: [] };
}
