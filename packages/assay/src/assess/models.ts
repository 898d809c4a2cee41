/** The models of a release. This version knows one model per release. */

import type { ModelEntry, Shown } from "../model/documents.ts";
import type { Claim, Release } from "../model/types.ts";

/** Describes the model from the claims about it. */
export function describeModels(release: Release, claims: ReadonlyMap<string, Claim>): readonly ModelEntry[] {
  if (release.kind !== "model") return [];
  const [publisher, ...rest] = release.target.split("/");
  const name = release.manifest?.name ?? release.target;
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
  };
  return [
    {
      id: release.target,
      name,
      publisher: rest.length > 0 && publisher !== undefined ? publisher : null,
      ...(entry.parameters === undefined ? {} : { parameters: entry.parameters }),
      ...(entry.dtypes === undefined ? {} : { dtypes: entry.dtypes }),
      ...(entry.architecture === undefined ? {} : { architecture: entry.architecture }),
      ...(entry.contextLength === undefined ? {} : { contextLength: entry.contextLength }),
    },
  ];
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
