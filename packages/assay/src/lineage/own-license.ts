/** The licence of the release itself, as far as it is known. */

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
  /** Set where a licence text governs that is none that is known. */
  readonly isUnknownText: boolean;
  /** Set where it is not that of the weights. */
  readonly isOfWhole: boolean;
  readonly shipped: ReadonlySet<string>;
}

/** Reads it from what the licensing study found. */
export function readOwnLicense(licensing: Licensing, found: FoundLineage): OwnLicense {
  const weights = licensing.components.get("weights");
  const isOfWhole = weights === undefined || isSilent(weights);
  const { governing, terms } = isOfWhole ? licensing.atRoot : weights;
  const isUnknownText = governing.some(({ declared, found: text }) => declared === null && text === null);
  const stands = { isOfWhole, isUnknownText, shipped: listShipped(licensing) };
  if ("ids" in terms) return { ...stands, terms, words: terms.ids.join(" and "), isByName: false };
  const declared = governing.flatMap((one) => one.declared ?? []);
  const words = declared.join(", ");
  const meant = terms.because === "unidentified" ? findMeant(declared, found) : null;
  if (meant === null) return { ...stands, terms, words, isByName: false };
  return { ...stands, terms: { ids: [meant.join(" OR ")] }, words, isByName: true };
}

function isSilent({ terms }: ComponentLicense): boolean {
  return "because" in terms && terms.because === "not-observed";
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
