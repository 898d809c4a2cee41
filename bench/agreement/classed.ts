/** Disagreements that a person has looked at: whose they are, and the proof in the release. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Compared } from "./judge.ts";
import type { SourceId } from "./judgement.ts";

/** A place in the release: a line that holds the quote, or a file that its list of files names. */
export interface Proof {
  readonly path: string;
  readonly line?: number;
  readonly quote?: string;
}

/** `ours`: our mistake. `theirs`: theirs, as the proof shows. `release-differs`: they looked at something else. */
export type Whose = "ours" | "theirs" | "release-differs";

/** A disagreement, whose it is and why. */
export interface Classed {
  readonly source: SourceId;
  readonly record: string;
  /** `OWNER__NAME`. */
  readonly release: string;
  readonly dimension: string;
  readonly class: Whose;
  readonly because: string;
  readonly proof: readonly Proof[];
}

/** All of them. */
export const CLASSED: readonly Classed[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "classed.json"), "utf8"),
) as readonly Classed[];

/** What a person said of a disagreement. */
export function findClassed({ judgement, release, dimension }: Compared): Classed | undefined {
  return CLASSED.find(
    (one) =>
      one.source === judgement.source &&
      one.record === judgement.record &&
      one.release === release &&
      one.dimension === dimension,
  );
}

/** What is wrong with a proof in a folder; null where it stands there. */
export function findFault(folder: string, { path, line, quote }: Proof): string | null {
  if (line === undefined) {
    const isListed = readFileSync(join(folder, "TREE.tsv"), "utf8").includes(`\n${path}\t`);
    return isListed ? null : `${path} is not in the list of files`;
  }
  const text = readFileSync(join(folder, path), "utf8").split("\n")[line - 1] ?? "";
  return quote !== undefined && text.includes(quote) ? null : `${path}:${line} does not say ${quote ?? "anything"}`;
}
