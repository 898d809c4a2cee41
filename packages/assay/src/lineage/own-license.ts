/** The licence of the release itself, as far as it is known. */

import { COMPONENTS, type ComponentId } from "../model/components.ts";
import type { ComponentLicense, Licensing } from "../model/inventory.ts";
import type { FoundLineage } from "../model/lineage.ts";
import type { Doubt } from "../model/types.ts";

/** What governs the weights, or where none lie here what is declared for the whole. */
export interface OwnLicense {
  readonly terms: { readonly ids: readonly string[] } | { readonly because: Doubt };
  /** As it stands there, for people. */
  readonly words: string;
  /** Set where a name without identifier or text declares it. */
  readonly isByName: boolean;
  /** Set where it is not that of the weights. */
  readonly isOfWhole: boolean;
  readonly shipped: ReadonlySet<string>;
}

/** Parts that speak for a release without weights, in this order. */
const SPEAKERS: readonly ComponentId[] = ["weights", "model-card", ...COMPONENTS.map(({ id }) => id)];

/** Reads it from what the licensing study found. */
export function readOwnLicense(licensing: Licensing, found: FoundLineage): OwnLicense {
  const speaker = SPEAKERS.find((id) => isSaid(licensing.components.get(id)));
  const license = speaker === undefined ? undefined : licensing.components.get(speaker);
  const shipped = listShipped(licensing);
  const isOfWhole = speaker !== "weights";
  if (license === undefined)
    return { terms: { because: "not-observed" }, words: "", isByName: false, isOfWhole, shipped };
  const declared = license.governing.flatMap((one) => one.declared ?? []);
  const { terms } = license;
  if ("ids" in terms) return { terms, words: terms.ids.join(" and "), isByName: false, isOfWhole, shipped };
  const meant = terms.because === "unidentified" ? findMeant(declared, found) : null;
  const words = declared.join(", ");
  if (meant === null) return { terms, words, isByName: false, isOfWhole, shipped };
  return { terms: { ids: [meant.join(" OR ")] }, words, isByName: true, isOfWhole, shipped };
}

function isSaid(license: ComponentLicense | undefined): boolean {
  return license !== undefined && !("because" in license.terms && license.terms.because === "not-observed");
}

/** The licence that is meant where a single name is all that is declared. */
function findMeant(declared: readonly string[], { declaredNames }: FoundLineage): readonly string[] | null {
  const names = [...new Set(declared.map((name) => name.trim().toLowerCase()))];
  const [only, another] = names;
  return only === undefined || another !== undefined ? null : (declaredNames.get(only) ?? null);
}

function listShipped({ texts }: Licensing): ReadonlySet<string> {
  const whole = texts.filter(
    ({ match }) => match.kind === "exact" || match.kind === "equivalent" || match.kind === "contains",
  );
  return new Set(whole.flatMap(({ match }) => [...(match.ids ?? []), ...(match.id === null ? [] : [match.id])]));
}
