import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { KnownRelease } from "../../src/model/known-release.ts";
import { fromRoot, type Generated, PACKAGE } from "./output.ts";

const FOLDER = join(PACKAGE, "src/known-releases");

/** Joins the facts about known releases into an asset that ships. */
export function generateKnownReleases(): Generated {
  const releases = readKnownReleases();
  // A line for each release, so that a diff shows which one changed.
  const content = `[\n${releases.map((release) => JSON.stringify(release)).join(",\n")}\n]\n`;
  return {
    files: [{ path: fromRoot(join(PACKAGE, "assets/known-releases.json")), content }],
    problems: [],
  };
}

/** Reads the facts of every release, sorted by folder. */
export function readKnownReleases(): readonly KnownRelease[] {
  return globSync("*/release.json", { cwd: FOLDER })
    .sort()
    .map((path) => JSON.parse(readFileSync(join(FOLDER, path), "utf8")) as KnownRelease);
}

/** Counts what is said of a release: each thing that names its places. */
export function countFacts(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = "seen" in value ? 1 : 0;
  return Object.values(value).reduce((sum: number, member) => sum + countFacts(member), own);
}
