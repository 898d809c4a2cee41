/** Whether a page of somebody is about the release: by its name, or by its owner and the family's name. */

import type { Release } from "../../model/types.ts";
import { flattenName, isOwnName } from "./own-names.ts";

/** Shorter names of owners and families begin others by chance. */
const SHORTEST = 4;
/** A family's name counts only together with the owner's. */
const SHORTEST_FAMILY = 2;

/** Owners of the release's origins, as they are compared. */
function listOwners({ origins }: Release): readonly string[] {
  return origins
    .map(
      ({ target }) =>
        target
          .replace(/^[a-z]+:/, "")
          .split(/\/|__|--/)
          .filter((part) => part !== "")
          .at(-2) ?? "",
    )
    .map(flattenName)
    .filter((owner) => owner.length >= SHORTEST);
}

/** Whether an owner of a page is the release's, as far as the shorter name reaches: `bigscience-workshop`, `bigscience`. */
export function isOwner(release: Release, owner: string): boolean {
  const other = flattenName(owner);
  if (other.length < SHORTEST) return false;
  return listOwners(release).some((own) => own.startsWith(other) || other.startsWith(own));
}

/** Whether a repository is the very one that the release lies in, however short its name is. */
export function isOwnRepository(
  { origins }: Release,
  { owner, name }: { readonly owner: string; readonly name: string },
): boolean {
  const own = flattenName(`${owner}${name}`);
  return own !== "" && origins.some(({ target }) => flattenName(target.replace(/^[a-z]+:/, "")) === own);
}

/** The first word of a name, which a family of models shares: `OLMo-core`, `Olmo-3-1025-7B` → olmo. */
function familyOf(name: string): string {
  return /^\p{L}+/u.exec(name.split(/\/|__|--/).at(-1) ?? "")?.[0]?.toLowerCase() ?? "";
}

/** Whether a repository is one of the release's: named like it, or of its owner and its family. */
export function isKin(release: Release, { owner, name }: { readonly owner: string; readonly name: string }): boolean {
  if (isOwnName(release, name)) return true;
  const family = familyOf(name);
  return (
    family.length >= SHORTEST_FAMILY &&
    isOwner(release, owner) &&
    release.origins.some(({ target }) => familyOf(target) === family)
  );
}
