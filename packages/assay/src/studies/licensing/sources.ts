/** Everything in a release that says which licence governs what. */

import { listFamilyIds } from "../../licenses/license-family.ts";
import type { ComponentId, ContentType } from "../../model/components.ts";
import type { Governing } from "../../model/documents.ts";
import type { Text } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { LicenseReading } from "../../model/license.ts";
import type { Artifact, Doubt } from "../../model/types.ts";

export { folderOf, listAround } from "../shared/path-words.ts";

/** What a licence source is about: everything, or one kind of component. */
export type Scope = "all" | "weights" | ContentType;

/** Licences that hold at once, or why they are not known. */
export type Terms = { readonly ids: readonly string[] } | { readonly because: Doubt };

/** One statement about licences. */
export interface LicenseSource {
  /**
   * `text`: a licence text. `policy`: a policy of use that is known. `tag`: a statement without its text (front matter, a
   * header, a package, a manifest's part). `unplaced`: terms of which nobody can tell what they govern. `prose`: a sentence,
   * which never settles anything.
   */
  readonly kind: "text" | "policy" | "tag" | "unplaced" | "prose";
  readonly artifact: Pick<Artifact, "origin" | "path">;
  /** Folder it stands for, "" for the root of its origin. */
  readonly folder: string;
  readonly scope: Scope;
  readonly declared: string | null;
  readonly found: string | null;
  readonly terms: Terms;
  readonly governs: Governing["governs"];
  readonly note: Note;
  /** What was read from the text; absent for tags and for what is no file of the release. */
  readonly reading?: LicenseReading;
  /** The words that were read, where they stand inside of a file that is no text. */
  readonly text?: Text;
  /** Ids that a sentence or a loose name agrees with; where none of them governs, it contradicts what does. */
  readonly agreesWith?: RegExp;
  /** Of a statement: the address it gives for the text, where that is no text of the release. */
  readonly pointsTo?: string;
  /** Of a policy: ids of the licences that make it part of themselves. */
  readonly partOf?: readonly string[];
  /** Set where the source refused the file: it is no file of the release. */
  readonly isRefused?: true;
}

/**
 * The licences that a name stands for. The text of a GNU licence does not say whether later versions apply: both are
 * named, and whatever holds of both holds.
 */
export function namesOf(name: string): readonly string[] {
  return [listFamilyIds(name)?.join(" OR ") ?? name];
}

/** Reasons by how much they matter: a text that is not known, then a conflict; any other as it comes. */
const FIRST_REASONS: readonly Doubt[] = ["unidentified", "conflicting"];

/** All of the terms at once; one that is not known leaves the whole open. */
export function joinTerms(all: readonly Terms[]): Terms {
  const open = all.flatMap((terms) => ("because" in terms ? [terms.because] : []));
  const because = FIRST_REASONS.find((reason) => open.includes(reason)) ?? open[0];
  if (because !== undefined) return { because };
  return { ids: [...new Set(all.flatMap((terms) => ("ids" in terms ? terms.ids : [])))].sort() };
}

/** Whether both are known and come to the same licences. */
export function isSame(a: Terms, b: Terms): boolean {
  return "ids" in a && "ids" in b && a.ids.join() === b.ids.join();
}

/** Whether a source of this scope speaks of the component. */
export function isAbout(scope: Scope, component: ComponentId, type: ContentType): boolean {
  const isWeights = component === "weights" || component === "intermediate-weights";
  if (scope === "all") return true;
  if (scope === "weights") return isWeights;
  return scope === type && !(scope === "data" && isWeights);
}

/** Depth of a folder, 0 for the root. */
export function depthOf(folder: string): number {
  return folder === "" ? 0 : folder.split("/").length;
}

/** One name for a path of an origin, or for a folder of it. */
export function placeKey(origin: string, path: string): string {
  return `${origin}\0${path}`;
}

/** What stands in the root governs by default, what stands in a folder governs that folder. */
export function governsBy(folder: string): "by-default" | "by-folder" {
  return folder === "" ? "by-default" : "by-folder";
}
