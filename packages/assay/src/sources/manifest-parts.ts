/** Places the parts of a manifest: which origin each lies in, and which files of it are meant. */

import { realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Gap, Manifest, Part } from "../model/types.ts";
import { matchesGlob } from "./glob.ts";
import type { WrittenManifest, WrittenPart } from "./manifest.ts";
import type { OpenedOrigin } from "./opener.ts";

/** Name of the file in which a publisher says what a release consists of. */
export const MANIFEST = "release.json";

/** Where the manifest lies: in an origin that was opened, or in a folder by itself. */
export interface Ground {
  readonly home?: OpenedOrigin;
  /** Folder of this machine that relative names start from. */
  readonly root?: string;
}

/** Whether a part's origin is a place within the manifest's own. */
export function isRelative(origin: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(origin);
}

/** Real folder that a manifest's relative origin names inside `root`; null when it is elsewhere, missing or outside. */
export function resolveInside(root: string, origin: string): string | null {
  if (!isRelative(origin) || origin.startsWith("/")) return null;
  try {
    const real = realpathSync(join(root, origin));
    return (real === root || real.startsWith(root + sep)) && statSync(real).isDirectory() ? real : null;
  } catch {
    // Not there, or a name that no file system takes: it lies elsewhere.
    return null;
  }
}

/** The manifest with its parts in their places, and what of it was not read. */
export function placeParts(
  written: WrittenManifest,
  ground: Ground,
  opened: readonly OpenedOrigin[],
): { readonly manifest: Manifest; readonly gaps: readonly Gap[] } {
  const parts = written.parts.map((part) => placePart(part, ground, opened));
  const { name, version, intends, sha256 } = written;
  const open = parts.filter(({ level }, index) => level !== "closed" && written.parts[index]?.isPointer !== true);
  const unread = open.filter(({ origin }) => origin === undefined).map(describeUnread);
  const empty = open.filter(({ origin, files }) => origin !== undefined && files.length === 0).map(describeEmpty);
  const named = { ...(name === undefined ? {} : { name }), ...(version === undefined ? {} : { version }) };
  return { manifest: { path: MANIFEST, ...named, parts, intends, sha256 }, gaps: [...unread, ...empty] };
}

function placePart(written: WrittenPart, ground: Ground, opened: readonly OpenedOrigin[]): Part {
  const { component, level, license } = written;
  const home = written.isPointer === true ? null : findHome(written.origin, ground, opened);
  const files = home?.at.listing.artifacts
    .map(({ path }) => path)
    .filter((path) => isPart(path, home.prefix, written.paths));
  return {
    component,
    target: written.origin,
    files: files ?? [],
    at: { path: MANIFEST, ...written.at },
    quote: written.quote,
    ...(home === null ? {} : { origin: home.at.origin.id }),
    ...(level === undefined ? {} : { level }),
    ...(license === undefined ? {} : { license }),
    ...(written.isDrafted === true && { isDrafted: true as const }),
  };
}

/** An origin, and the folder in it that is meant, "" for all of it. */
interface Home {
  readonly at: OpenedOrigin;
  readonly prefix: string;
}

function findHome(origin: string, { home, root }: Ground, opened: readonly OpenedOrigin[]): Home | null {
  if (!isRelative(origin)) {
    const at = opened.find(({ asked }) => asked === origin);
    return at === undefined || at.listing.artifacts.length === 0 ? null : { at, prefix: "" };
  }
  if (root !== undefined) return findFolder(resolveInside(root, origin), opened);
  const prefix = normalise(origin);
  return home === undefined || prefix === null ? null : { at: home, prefix };
}

function findFolder(folder: string | null, opened: readonly OpenedOrigin[]): Home | null {
  if (folder === null) return null;
  for (const at of opened) {
    const { root } = at.listing;
    if (root !== undefined && (folder === root || folder.startsWith(root + sep)))
      return { at, prefix: relative(root, folder) };
  }
  return null;
}

/** A path inside of an origin that is no folder of this machine; null for one that leaves it. */
function normalise(path: string): string | null {
  const names = path.split("/").filter((name) => name !== "" && name !== ".");
  return path.startsWith("/") || names.includes("..") ? null : names.join("/");
}

function isPart(path: string, prefix: string, globs: readonly string[] | undefined): boolean {
  if (prefix !== "" && !path.startsWith(`${prefix}/`)) return false;
  const inside = prefix === "" ? path : path.slice(prefix.length + 1);
  return globs === undefined || globs.some((glob) => matchesGlob(glob, inside));
}

function describeUnread({ component, target }: Part): Gap {
  const message = `The manifest says that ${component} lies at ${target}, which was not read; name it with --with if it is at hand.`;
  return { path: MANIFEST, stage: "source", code: "part-elsewhere", args: { component, target }, message };
}

function describeEmpty({ component, target }: Part): Gap {
  const message = `The manifest says that ${component} lies in ${target}, where no file of it is.`;
  return { path: MANIFEST, stage: "source", code: "part-empty", args: { component, target }, message };
}
