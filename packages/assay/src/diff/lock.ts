/** A release as a lock keeps it: what a project relies on, and nothing that changes without meaning. */

import { canonicalize } from "../model/canonical.ts";
import type { FileSide, LockDocument, LockedLicense, LockedTarget } from "../model/changes.ts";
import type { Assessment } from "../model/documents.ts";
import type { FrameworkResult } from "../model/types.ts";
import { describeFile, identify, listUnlisted } from "./places.ts";
import { openWeights } from "./weights.ts";

/** How a locked release is asked for. */
export type LockRequest = Pick<LockedTarget, "target" | "with">;

/** What a framework is called in full. */
export type NameFramework = (framework: Pick<FrameworkResult, "id" | "version" | "reading">) => string;

/** Takes down what is relied on. Same assessment, same lock. */
export function lockAssessment(assessment: Assessment, request: LockRequest, name: NameFramework): LockedTarget {
  const { target, revision, kind, ruleset, origins, rights, findings, gaps, frameworks } = assessment;
  return {
    target: request.target,
    ...(request.with !== undefined && request.with.length > 0 && { with: request.with }),
    name: target,
    revision,
    kind,
    ruleset,
    origins: origins.map((origin) => ({ id: origin.id, target: origin.target, revision: origin.revision })),
    isListed: listUnlisted(assessment).length === 0,
    weights: listWeights(assessment),
    licenses: listLicenses(assessment),
    rights: rights.map(({ id, answer, because, conditional }) => ({
      id,
      answer,
      because: conditional?.because ?? because,
      ...(conditional && { conditional: conditional.answer }),
    })),
    levels: frameworks
      .filter(({ about }) => about === "*")
      .map((result) => ({ framework: name(result), level: result.level, ceiling: result.ceiling }))
      .sort(compareWhole),
    findings: findings
      .map(({ rule, severity, code, at }) => ({ rule, severity, code, ...("path" in at && { path: at.path }) }))
      .sort(compareWhole),
    gaps: gaps.map(({ path, stage, code }) => ({ path, stage, code })).sort(compareWhole),
  };
}

function listWeights(assessment: Assessment): readonly FileSide[] {
  const isWeights = openWeights(assessment, assessment);
  return assessment.artifacts
    .filter((entry) => isWeights("old", entry))
    .map((entry) => describeFile(entry, assessment.origins))
    .sort(compareWhole);
}

function listLicenses({ licenses, artifacts }: Assessment): readonly LockedLicense[] {
  const digests = new Map(artifacts.toReversed().map((file) => [file.path, identify(file).digest]));
  return licenses
    .map(({ path, component, declared, match, terms }) => ({
      path,
      component,
      declared,
      match,
      digest: digests.get(path) ?? null,
      terms: terms.map(({ type, value, clause, details }) => ({
        type,
        value,
        ...(clause !== undefined && { clause }),
        ...(details && { details }),
      })),
    }))
    .sort(compareWhole);
}

/** Puts targets into a lock: those that are locked anew take the place of those that go by the same target. */
export function mergeLock(before: LockDocument | null, locked: readonly LockedTarget[]): LockDocument {
  const targets = new Map([...(before?.targets ?? []), ...locked].map((one) => [one.target, one]));
  return {
    schema: "https://openassay.org/schemas/lock/v1.json",
    targets: [...targets.values()].sort((a, b) => (a.target < b.target ? -1 : 1)),
  };
}

function compareWhole(a: unknown, b: unknown): number {
  const [one, other] = [canonicalize(a), canonicalize(b)];
  return Number(one > other) - Number(one < other);
}
