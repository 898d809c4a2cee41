/** The components of a release as the report lists them. */

import { COMPONENTS, type Component } from "../model/components.ts";
import type { ComponentEntry } from "../model/documents.ts";
import type { FoundFile, Holding, Inventory, Licensing } from "../model/inventory.ts";
import type { Claim, Evidence, Release } from "../model/types.ts";

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
  readonly evidence: ReadonlyMap<string, Evidence>;
}

function describe({ id, name }: Component, known: Known): ComponentEntry {
  const { about, release, inventory, licensing, claims } = known;
  const claim = claims.get(`${id}.published`);
  const present = typeof claim?.value === "boolean" ? claim.value : "unknown";
  const because = present === "unknown" ? (claim?.because ?? "not-observed") : undefined;
  const files = present === true ? (inventory.get(id)?.files ?? []) : [];
  const access = describeAccess(claim, inventory.get(id), isGated(release, files));
  return {
    id,
    name,
    about,
    present,
    ...(because === undefined ? {} : { because }),
    artifacts: [...new Set(files.map(({ artifact }) => artifact.path))],
    licenses: present === true ? (licensing.components.get(id)?.governing ?? []) : [],
    ...(access === undefined ? {} : { access }),
    ...describeApplying(claims.get(`${id}.applies`), known.evidence),
    evidence: claim?.evidence ?? [],
  };
}

/** Why a component does not apply to models of this kind; nothing where it does, or where nobody knows. */
function describeApplying(
  claim: Claim | undefined,
  evidence: ReadonlyMap<string, Evidence>,
): Pick<ComponentEntry, "inapplicable"> {
  const [first] = claim?.value === false ? claim.evidence : [];
  const reason = first === undefined ? undefined : evidence.get(first);
  return reason === undefined ? {} : { inapplicable: { because: reason.message, evidence: [reason.id] } };
}

/** Whether a host gives files of the component only to whoever accepts its terms. */
function isGated({ hostRecords }: Release, files: readonly FoundFile[]): boolean {
  const gated = new Set(hostRecords.flatMap(({ origin, access }) => (access === "gated" ? [origin] : [])));
  return files.some(({ artifact }) => gated.has(artifact.origin));
}

/** How a component is available, where somebody said so or nothing of it is here. */
function describeAccess(
  claim: Claim | undefined,
  holding: Holding | undefined,
  isHostGated: boolean,
): ComponentEntry["access"] {
  if (claim?.value === false) return "closed";
  const level = holding?.level ?? (isHostGated ? "gated" : undefined);
  const stated = holding?.access?.level;
  if (claim?.because === "elsewhere") return stated ?? "elsewhere";
  return level ?? (claim?.value === true ? stated : undefined);
}
