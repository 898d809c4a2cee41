/** The components of a release as the report lists them. */

import { COMPONENTS } from "../model/components.ts";
import type { ComponentEntry } from "../model/documents.ts";
import type { Inventory, Licensing } from "../model/inventory.ts";
import type { Claim, Doubt } from "../model/types.ts";

/** Describes every component from its claim, its files and the licences that govern them. */
export function describeComponents(
  inventory: Inventory,
  licensing: Licensing,
  claims: ReadonlyMap<string, Claim>,
): readonly ComponentEntry[] {
  return COMPONENTS.map(({ id, name }) => {
    const claim = claims.get(`${id}.published`);
    const present = claim?.value === true || claim?.value === false ? claim.value : "unknown";
    const because: Doubt | undefined = present === "unknown" ? (claim?.because ?? "not-observed") : undefined;
    const files = present === true ? (inventory.get(id)?.files ?? []) : [];
    return {
      id,
      name,
      about: "*",
      present,
      ...(because === undefined ? {} : { because }),
      artifacts: [...new Set(files.map(({ artifact }) => artifact.path))],
      licenses: present === true ? (licensing.components.get(id)?.governing ?? []) : [],
      access: describeAccess(present, because),
      evidence: claim?.evidence ?? [],
    };
  });
}

function describeAccess(
  present: true | false | "unknown",
  because: Doubt | undefined,
): NonNullable<ComponentEntry["access"]> {
  if (present === true) return "open";
  if (present === false) return "closed";
  return because === "elsewhere" ? "elsewhere" : "unknown";
}
