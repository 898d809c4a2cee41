/** Files that are about something else than the model, and files that accompany others. */

import { factOf } from "../../model/facts.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { isAside, isStrange, splitPath, splitWords } from "../shared/path-words.ts";

/** Words of files that accompany others: terms, notices, lists of what to install or fetch. */
const COMPANION: ReadonlySet<string> = new Set(
  (
    "readme license licence licenses licences copying notice copyright requirements changelog authors contributing " +
    "citation gitattributes gitignore gitkeep ds url urls link links index indexes indices manifest filelist files list " +
    "paths ids sources checksums checksum sha256 sha256sums md5 md5sum sums hashes"
  ).split(" "),
);

/** Whether a file lies where nothing counts as a part of the model. */
export function isBeside(path: string): boolean {
  return isAside(path) || isStrange(path);
}

/** Whether a file accompanies others and is none of them: a notice, a list of addresses. */
export function isCompanion(path: string): boolean {
  return splitWords(splitPath(path).stem).some((word) => COMPANION.has(word));
}

/** Whether the bytes of a file are at hand, and not just a stub of Git LFS that stands for them. */
export async function isAtHand(bench: Workbench, artifact: Artifact): Promise<boolean> {
  return artifact.state === "here" && factOf(await bench.readings(artifact), "pointer") === undefined;
}

/** Size in bytes of what a file or the stub in its place stands for; null where nobody says. */
export async function sizeOf(bench: Workbench, artifact: Artifact): Promise<number | null> {
  return factOf(await bench.readings(artifact), "pointer")?.size ?? artifact.size;
}
