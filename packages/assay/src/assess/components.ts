/** The components of a release as the report lists them. */

import { COMPONENTS, type Component } from "../model/components.ts";
import type { ComponentEntry } from "../model/documents.ts";
import type { FoundFile, Inventory, Licensing } from "../model/inventory.ts";
import type { Claim, Doubt, Release } from "../model/types.ts";

/** Describes every component from its claim, its files and the licences that govern them. */
export function describeComponents(known: Known): readonly ComponentEntry[] {
  return COMPONENTS.map((component) => describe(component, known));
}

/** What is known of a model, or of all models of a release (`*`). */
interface Known {
  readonly about: string;
  readonly release: Release;
  readonly inventory: Inventory;
  readonly licensing: Licensing;
  readonly claims: ReadonlyMap<string, Claim>;
}

function describe({ id, name }: Component, { about, release, inventory, licensing, claims }: Known): ComponentEntry {
  const claim = claims.get(`${id}.published`);
  const present = typeof claim?.value === "boolean" ? claim.value : "unknown";
  const because = present === "unknown" ? (claim?.because ?? "not-observed") : undefined;
  const files = present === true ? (inventory.get(id)?.files ?? []) : [];
  const level = inventory.get(id)?.level ?? (isGated(release, files) ? "gated" : undefined);
  const access = describeAccess(present, because, level);
  return {
    id,
    name,
    about,
    present,
    ...(because === undefined ? {} : { because }),
    artifacts: [...new Set(files.map(({ artifact }) => artifact.path))],
    licenses: present === true ? (licensing.components.get(id)?.governing ?? []) : [],
    ...(access === undefined ? {} : { access }),
    evidence: claim?.evidence ?? [],
  };
}

/** Whether a host gives files of the component only to whoever accepts its terms. */
function isGated({ hostRecords }: Release, files: readonly FoundFile[]): boolean {
  const gated = new Set(hostRecords.flatMap(({ origin, access }) => (access === "gated" ? [origin] : [])));
  return files.some(({ artifact }) => gated.has(artifact.origin));
}

/** How a component is available, where somebody said so or nothing of it is here. */
function describeAccess(
  present: true | false | "unknown",
  because: Doubt | undefined,
  level: string | undefined,
): string | undefined {
  if (present === false) return "closed";
  if (present === "unknown" && because === "elsewhere") return "elsewhere";
  return level;
}
