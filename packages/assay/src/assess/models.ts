/** The models of a release. */

import type { ModelEntry, Shown } from "../model/documents.ts";
import type { Release } from "../model/types.ts";
import type { Claims, ObservedRelease } from "./per-model.ts";

/** Describes each model from the claims about it: those about all, overlaid by its own. */
export function describeModels(release: Release, { claims, models }: ObservedRelease): readonly ModelEntry[] {
  if (release.kind !== "model") return [];
  const [publisher, ...rest] = release.target.split("/");
  const by = rest.length > 0 && publisher !== undefined ? publisher : null;
  const describe = (id: string, name: string, known: Claims): ModelEntry => ({
    id,
    name,
    publisher: by,
    ...describeValues(known),
  });
  if (models.length === 0) return [describe(release.target, release.manifest?.name ?? release.target, claims)];
  return models.map(({ model, claims: known }) => describe(model.id, model.name, known));
}

type Values = Pick<ModelEntry, "parameters" | "dtypes" | "architecture" | "contextLength" | "modalities">;

function describeValues(claims: Claims): Values {
  const show = <T>(id: string, guard: (value: unknown) => value is T): Shown<T> | undefined => {
    const claim = claims.get(id);
    return claim !== undefined && claim.because === undefined && guard(claim.value)
      ? { value: claim.value, evidence: claim.evidence }
      : undefined;
  };
  const entry = {
    parameters: show("weights.parameters", isNumber),
    dtypes: show("weights.dtypes", isList),
    architecture: show("architecture.name", isText),
    contextLength: show("architecture.context-length", isNumber),
    modalities: show("model.modality", isList),
  };
  return {
    ...(entry.parameters === undefined ? {} : { parameters: entry.parameters }),
    ...(entry.dtypes === undefined ? {} : { dtypes: entry.dtypes }),
    ...(entry.architecture === undefined ? {} : { architecture: entry.architecture }),
    ...(entry.contextLength === undefined ? {} : { contextLength: entry.contextLength }),
    ...(entry.modalities === undefined ? {} : { modalities: entry.modalities }),
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
