/** Dimensions for which a record cites the release, and of which the release at hand tells nothing: looked at by a person. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { SourceId } from "./judgement.ts";

/** `not-there`: by the record's own words. `not-at-hand`: it stands in files that were not copied. */
export interface NotHeld {
  readonly source: SourceId;
  readonly record: string;
  /** `OWNER__NAME`. */
  readonly release: string;
  readonly dimension: string;
  readonly class: "not-there" | "not-at-hand";
  /** Words of the record that say so. */
  readonly quote: string;
  readonly because: string;
  /** Files that the list of the release has and its folder has not. */
  readonly paths?: readonly string[];
}

/** All of them. */
export const NOT_HELD: readonly NotHeld[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "not-held.json"), "utf8"),
) as readonly NotHeld[];

/** What a person found of a dimension that a record cites the release for. */
export function findNotHeld(asked: Pick<NotHeld, "source" | "record" | "release" | "dimension">): NotHeld | undefined {
  return NOT_HELD.find(
    ({ source, record, release, dimension }) =>
      source === asked.source && record === asked.record && release === asked.release && dimension === asked.dimension,
  );
}

/** Files that are said not to be at hand, and are, or that the list of the release does not have. */
export function listFaults(folder: string, { paths = [] }: NotHeld): readonly string[] {
  const listed = readFileSync(join(folder, "TREE.tsv"), "utf8");
  return paths.filter((path) => !listed.includes(`\n${path}\t`) || existsSync(join(folder, path)));
}
