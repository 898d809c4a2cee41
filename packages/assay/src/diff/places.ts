/** Which place of one release is which of the other, and what became of each file. */

import type { FileChange, FileSide } from "../model/changes.ts";
import type { ArtifactEntry, Assessment } from "../model/documents.ts";
import type { FilePlace, Gap, Origin, Sha256 } from "../model/types.ts";

/** What of an assessment the comparison of files needs. */
export type Filed = Pick<Assessment, "origins" | "artifacts" | "components" | "gaps">;

/** Origins of two releases: those that are one place, and those that one has alone. */
export interface PairedOrigins {
  /** The first is the release's own, whatever it is called. */
  readonly pairs: readonly (readonly [Origin, Origin])[];
  readonly onlyOld: readonly Origin[];
  readonly onlyNew: readonly Origin[];
}

/** Pairs the first origins, and the others by what they are called. */
export function pairOrigins(older: readonly Origin[], newer: readonly Origin[]): PairedOrigins {
  const [first, ...others] = older;
  const [second, ...rest] = newer;
  const free = new Map(rest.map((origin) => [nameOf(origin), origin]));
  const pairs: (readonly [Origin, Origin])[] = first && second ? [[first, second]] : [];
  const onlyOld: Origin[] = [];
  for (const origin of others) {
    const other = free.get(nameOf(origin));
    if (other === undefined) onlyOld.push(origin);
    else pairs.push([origin, other]);
    free.delete(nameOf(origin));
  }
  return { pairs, onlyOld, onlyNew: [...free.values()] };
}

function nameOf({ target, role }: Origin): string {
  return `${role} ${target}`;
}

/** Gaps of places that could not be listed: a file that was not found there may be there. One of a known file is none. */
export function listUnlisted({
  origins,
  artifacts,
  gaps,
}: Pick<Filed, "origins" | "artifacts" | "gaps">): readonly Gap[] {
  const first = origins[0]?.id ?? "";
  const known = new Set(artifacts.map(({ origin, path }) => `${origin}\n${path}`));
  return gaps.filter(({ stage, path, origin = first }) => stage === "source" && !known.has(`${origin}\n${path}`));
}

/** A file's digest and where it is from; of a pointer that of the file it stands for. */
export function identify({
  state,
  sha256,
  stated,
}: Pick<ArtifactEntry, "state" | "sha256" | "stated">): Pick<FileSide, "basis"> & { readonly digest: Sha256 | null } {
  if (sha256 !== null && state !== "pointer") return { digest: `sha256:${sha256}`, basis: "measured" };
  return stated === undefined ? { digest: null } : { digest: stated, basis: "stated" };
}

/** Looks files of one release up by place. */
export interface Shelf {
  readonly entries: ReadonlyMap<string, ArtifactEntry>;
  /** Number of the pair for a place's origin, or null for one that the other release has not. */
  keyOf(place: Pick<FilePlace, "path" | "origin">): string | null;
}

/** Opens the files of one side; `side` says which of a pair it is. */
export function openShelf({ origins, artifacts }: Filed, { pairs }: PairedOrigins, side: 0 | 1): Shelf {
  const numbers = new Map(pairs.map((pair, n) => [pair[side].id, n]));
  const keyOf: Shelf["keyOf"] = ({ path, origin = origins[0]?.id ?? "" }) => {
    const number = numbers.get(origin);
    return number === undefined ? null : `${number}\n${path}`;
  };
  const entries = new Map<string, ArtifactEntry>();
  for (const entry of artifacts) {
    const key = keyOf(entry);
    if (key !== null) entries.set(key, entry);
  }
  return { entries, keyOf };
}

/** A file as a change tells of it. */
export function describeFile(entry: ArtifactEntry, origins: readonly Origin[]): FileSide {
  const { path, origin, size } = entry;
  return { path, ...(origin !== origins[0]?.id && { origin }), size, ...identify(entry) };
}

/** By path; several changes of one path stand in the order of what they are. */
export function compareChanges(one: FileChange, other: FileChange): number {
  const keys = ({ old, new: newer, change }: FileChange): readonly string[] => {
    const file = newer ?? old;
    return [file?.origin ?? "", file?.path ?? "", old?.path ?? "", change];
  };
  const [a, b] = [keys(one), keys(other)];
  const at = a.findIndex((part, n) => part !== b[n]);
  if (at < 0) return 0;
  return (a[at] ?? "") < (b[at] ?? "") ? -1 : 1;
}
