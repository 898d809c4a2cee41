/** Everything in a release that says which licence governs what. */

import { listFamilyIds } from "../../licenses/license-family.ts";
import type { ComponentId, ContentType } from "../../model/components.ts";
import type { Governing } from "../../model/documents.ts";
import type { Note } from "../../model/ledger.ts";
import type { LicenseReading } from "../../model/license.ts";
import type { Artifact, Doubt } from "../../model/types.ts";

/** What a licence source is about: everything, or one kind of component. */
export type Scope = "all" | "weights" | ContentType;

/** Licences that hold at once, or why they are not known. */
export type Terms = { readonly ids: readonly string[] } | { readonly because: Doubt };

/** One statement about licences: a text, a tag, a header, a manifest's part. */
export interface LicenseSource {
  readonly kind: "text" | "tag";
  readonly artifact: Artifact;
  /** Folder it stands for, "" for the root of its origin. */
  readonly folder: string;
  readonly scope: Scope;
  readonly declared: string | null;
  readonly found: string | null;
  readonly terms: Terms;
  readonly governs: Governing["governs"];
  readonly note: Note;
  /** What was read from the text; absent for tags. */
  readonly reading?: LicenseReading;
}

/**
 * The licences that a name stands for. The text of a GNU licence does not say whether later versions apply: both are
 * named, and whatever holds of both holds.
 */
export function namesOf(name: string): readonly string[] {
  return [listFamilyIds(name)?.join(" OR ") ?? name];
}

/** Whether a source of this scope speaks of the component. */
export function isAbout(scope: Scope, component: ComponentId, type: ContentType): boolean {
  const isWeights = component === "weights" || component === "intermediate-weights";
  if (scope === "all") return true;
  if (scope === "weights") return isWeights;
  return scope === type && !(scope === "data" && isWeights);
}

/** Folder of a path, "" for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** Whether a file lies in a folder or below it. */
export function liesIn(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

/** What stands in the root governs by default, what stands in a folder governs that folder. */
export function governsBy(folder: string): "by-default" | "by-folder" {
  return folder === "" ? "by-default" : "by-folder";
}
