/** A name as people write it → the known release that it means. */

import { editDistance } from "../model/edit-distance.ts";
import { UsageError } from "../model/errors.ts";
import type { KnownRelease } from "../model/known-release.ts";

/** Longer than any name; what is longer is none. */
const LONGEST_NAME = 200;

/** Names that are proposed for one that is not known. */
const MOST_PROPOSED = 3;

/** The release of this name: its id, its name, or one of its aliases. @throws UsageError that names what is near. */
export function findRelease(name: string, releases: readonly KnownRelease[]): KnownRelease {
  const wanted = normalizeName(name.slice(0, LONGEST_NAME));
  const found = releases.find((release) => listNames(release).includes(wanted));
  if (found !== undefined) return found;
  const near = proposeNames(wanted, releases);
  const proposal = near.length === 0 ? "" : ` Near it: ${near.join(", ")}.`;
  throw new UsageError(
    `There is no known release "${name.slice(0, LONGEST_NAME)}".${proposal} assay show lists all; assay ORG/NAME reads any other.`,
  );
}

/** All names of a release, in the form that names are compared in. */
export function listNames({ id, name, aliases }: KnownRelease): readonly string[] {
  return [id, normalizeName(name), ...aliases];
}

/** Lower case, words joined by `-`, without the address of the hub: `hf:Meta-Llama/Llama 2` is `meta-llama/llama-2`. */
export function normalizeName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^(?:hf:|https?:\/\/(?:www\.)?huggingface\.co\/)/, "")
    .replace(/[\s_]+/g, "-");
}

/** Ids of the releases one of whose names is nearest, by the letters that differ. */
function proposeNames(wanted: string, releases: readonly KnownRelease[]): readonly string[] {
  const most = Math.max(2, Math.floor(wanted.length / 3));
  return releases
    .map((release) => ({
      id: release.id,
      distance: Math.min(...listNames(release).map((name) => editDistance(wanted, name))),
    }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_PROPOSED)
    .map(({ id }) => id);
}
