/** The components of a release as the report lists them. */

import { COMPONENTS, type Component } from "../model/components.ts";
import type { ComponentEntry } from "../model/documents.ts";
import type { Inventory, Licensing } from "../model/inventory.ts";
import type { Claim, Doubt } from "../model/types.ts";

/** Describes every component from its claim, its files and the licences that govern them. */
export function describeComponents(
  inventory: Inventory,
  licensing: Licensing,
  claims: ReadonlyMap<string, Claim>,
): readonly ComponentEntry[] {
  return COMPONENTS.map((component) => describe(component, { inventory, licensing, claims }));
}

interface Known {
  readonly inventory: Inventory;
  readonly licensing: Licensing;
  readonly claims: ReadonlyMap<string, Claim>;
}

function describe({ id, name }: Component, { inventory, licensing, claims }: Known): ComponentEntry {
  const claim = claims.get(`${id}.published`);
  const present = typeof claim?.value === "boolean" ? claim.value : "unknown";
  const because = present === "unknown" ? (claim?.because ?? "not-observed") : undefined;
  const access = describeAccess(present, because, inventory.get(id)?.level);
  const files = present === true ? (inventory.get(id)?.files ?? []) : [];
  return {
    id,
    name,
    about: "*",
    present,
    ...(because === undefined ? {} : { because }),
    artifacts: [...new Set(files.map(({ artifact }) => artifact.path))],
    licenses: present === true ? (licensing.components.get(id)?.governing ?? []) : [],
    ...(access === undefined ? {} : { access }),
    evidence: claim?.evidence ?? [],
  };
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
