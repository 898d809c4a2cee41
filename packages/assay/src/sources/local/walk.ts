/** Lists the files of a folder, in path order, without leaving it. */

import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { Said } from "../../model/types.ts";
import { describeRefusal, type Fingerprint, takeFingerprint } from "./fingerprint.ts";

/** Twice the number of files that the hub advises for one repository (100,000). */
const MOST_FILES = 200_000;

/** Deeper than any release we know; a bound for folders made to exhaust us. */
const DEEPEST = 64;

/** Version control's own store and a downloader's bookkeeping are not part of a release. */
const NOT_RELEASED: ReadonlySet<string> = new Set([".git", ".cache/huggingface"]);

/** A file found, with its path inside the folder. */
export interface Found {
  readonly path: string;
  readonly listed: Fingerprint;
}

/** Something that could not be listed or was refused. */
export type Refused = Said & { readonly path: string };

/** What a walk found. */
export interface Walk {
  readonly found: readonly Found[];
  readonly refused: readonly Refused[];
}

/** A folder to walk: `within` are the real folders that links may lead to. */
export interface Ground {
  readonly root: string;
  readonly within: readonly string[];
}

/** Walks the folder. Links to files inside the ground are files; every other link is refused. */
export function walk(ground: Ground): Walk {
  const walked: OpenWalk = { ground, found: [], refused: [], folders: [""] };
  for (let folder = walked.folders.pop(); folder !== undefined; folder = walked.folders.pop()) {
    walkFolder(walked, folder);
    if (walked.found.length > MOST_FILES) {
      const [first] = walked.found.splice(MOST_FILES);
      const why = `and what follows is not listed: more than ${MOST_FILES} files`;
      walked.refused.push(refuse(first?.path ?? folder, "over-limit", why));
      break;
    }
  }
  return { found: walked.found.sort(byPath), refused: walked.refused.sort(byPath) };
}

function walkFolder(walked: OpenWalk, folder: string): void {
  const before = walked.found.length;
  for (const entry of listFolder(walked, folder)) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) addFolder(walked, path);
    else addFile(walked, path, entry.isSymbolicLink() ? "link" : "file");
  }
  // A folder that was put in the place of a listed one while it was walked may lie anywhere.
  if (isStillThere(walked, folder)) return;
  walked.found.length = before;
  walked.refused.push(refuse(folder, "changed", "was replaced while it was listed"));
}

/** A walk under way. */
interface OpenWalk {
  readonly ground: Ground;
  readonly found: Found[];
  readonly refused: Refused[];
  /** Folders still to be listed. */
  readonly folders: string[];
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

function refuse(path: string, code: string, why: string): Refused {
  return { path, code, args: { path, why }, message: `${path === "" ? "The folder" : path} ${why}` };
}

function isStillThere({ ground }: OpenWalk, folder: string): boolean {
  const place = join(ground.root, folder);
  try {
    return realpathSync(place) === place;
  } catch {
    // Gone or out of reach: then its files cannot be opened under their paths either.
    return true;
  }
}

function listFolder({ ground, refused }: OpenWalk, folder: string): readonly Dirent[] {
  try {
    return readdirSync(join(ground.root, folder), { withFileTypes: true });
  } catch (cause) {
    refused.push(refuse(folder, "unreadable", `cannot be listed: ${describeRefusal(cause)}`));
    return [];
  }
}

function addFolder({ folders, refused }: OpenWalk, path: string): void {
  const names = path.split("/");
  if (NOT_RELEASED.has(path) || NOT_RELEASED.has(names.at(-1) ?? "")) return;
  if (names.length <= DEEPEST) folders.push(path);
  else refused.push(refuse(path, "too-deep", `lies deeper than ${DEEPEST} folders`));
}

function addFile({ ground, found, refused }: OpenWalk, path: string, kind: "file" | "link"): void {
  const place = join(ground.root, path);
  try {
    const file = kind === "link" ? followLink(ground, place) : place;
    if (typeof file !== "string") {
      refused.push(refuse(path, file.code, file.why));
      return;
    }
    const listed = takeFingerprint(file);
    if (listed === null) refused.push(refuse(path, "not-a-file", "is not a regular file and was not opened"));
    else found.push({ path, listed });
  } catch (cause) {
    refused.push(refuse(path, "unreadable", `cannot be read: ${describeRefusal(cause)}`));
  }
}

function followLink(ground: Ground, place: string): string | { readonly code: string; readonly why: string } {
  const real = realpathSync(place);
  if (!ground.within.some((folder) => real === folder || real.startsWith(folder + sep))) {
    return { code: "link-leaves-release", why: "is a link that leaves the release and was not followed" };
  }
  if (statSync(real).isDirectory())
    return { code: "link-to-folder", why: "is a link to a folder and was not followed" };
  return real;
}
