/** What has to be shipped or shown where a licence is carried, and what of it is here. */

import type { FoundBase, FoundLineage } from "../model/lineage.ts";
import { type Clause, listTerms, nameClause } from "./restrictions.ts";

/** What is at hand of a release. */
export interface AtHand {
  readonly found: FoundLineage;
  /** Ids of licences whose texts lie in the release. */
  readonly shipped: ReadonlySet<string>;
}

/** "To ship along: a copy of the licence (none found here)…"; empty where nothing is asked or nothing is known. */
export function describeDuties(license: string, at: AtHand): string {
  const terms = listTerms(license, at.found.terms).toSorted((a, b) => rankOf(a) - rankOf(b));
  const duties = [...new Set(terms.flatMap((term) => describe(term, { license, ...at }) ?? []))];
  return duties.length === 0 ? "" : ` To ship along: ${duties.join("; ")}.`;
}

/** In the order in which they are met. */
const ORDER = ["licence-copy", "copyright-notice", "notice-file", "modification-notice", "cite"];

function rankOf({ value }: Clause): number {
  const rank = ORDER.indexOf(String(value));
  return rank < 0 ? ORDER.length : rank;
}

function describe({ type, value, details }: Clause, at: AtHand & { readonly license: string }): string | null {
  if (type === "attribution") return describeNotice(String(value), at);
  if (type !== "naming" || details?.as === "model-name") return null;
  const choices = [value, details?.or].flatMap((words) => (typeof words === "string" ? [words] : []));
  const isShown = choices.some((words) => at.found.says(words));
  const above = details?.above === true ? " above its limits" : "";
  return `"${choices.join('" or "')}" shown to users${above}${isShown ? "" : " (not in the card)"}`;
}

function describeNotice(
  value: string,
  { found, shipped, license }: AtHand & { readonly license: string },
): string | null {
  const none = " (none found here)";
  if (value === "licence-copy") return `a copy of the licence${shipped.has(license) ? "" : none}`;
  if (value === "notice-file") return `a notice file${found.hasNoticeFile ? "" : none}`;
  if (value === "copyright-notice") return `its copyright notice${shipped.has(license) ? "" : none}`;
  if (value === "modification-notice") return "a note of what was changed";
  return value === "cite" ? "a citation" : null;
}

/** A name that derivatives have to begin with and do not: the words, the clause, and the names that were seen. */
export interface BrokenName {
  readonly prefix: string;
  readonly clause: string;
  readonly names: readonly string[];
  /** Set where nothing but a folder's name was seen, or where the base was only brought into another format. */
  readonly isDoubtful: boolean;
}

/** What a licence demands of the name of a derivative, where none of the release's names has it. */
export function findBrokenName(license: string, base: FoundBase, found: FoundLineage): BrokenName | null {
  const demand = listTerms(license, found.terms).find(
    ({ type, details }) => type === "naming" && details?.as === "model-name",
  );
  if (demand === undefined || base.relation === "dataset" || base.relation === "copy") return null;
  const prefix = String(demand.value);
  const isGood = found.names.some(({ name }) => flatten(name).startsWith(flatten(prefix)));
  if (isGood || found.names.length === 0) return null;
  const isDoubtful = base.relation === "quantized" || !found.names.some(({ isPublished }) => isPublished);
  const names = [...new Set(found.names.map(({ name }) => name))];
  return { prefix, clause: nameClause(demand.clause), names, isDoubtful };
}

/** Letters and digits in lower case: "Llama 3" and "llama-3" are one name. */
function flatten(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The sentence on a broken name. */
export function describeBrokenName({ prefix, clause, names }: BrokenName): string {
  const [first = ""] = names;
  return `A model made from it has a name that begins with "${prefix}" (${clause}); this goes by "${first}".`;
}
