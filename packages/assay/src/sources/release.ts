/** Opens a release: its main target, what its manifest names, further origins and a listing. */

import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, sep } from "node:path";
import { FormatError, OriginError, UsageError } from "../model/errors.ts";
import type { Artifact, Gap, Release } from "../model/types.ts";
import { LARGEST_MANIFEST, readManifest, type WrittenManifest } from "./manifest.ts";
import { isRelative, MANIFEST, placeParts, resolveInside } from "./manifest-parts.ts";
import { type Described, Opener, type World } from "./opener.ts";

/** What a user asks to have opened. */
export interface OpenRequest {
  readonly target: string;
  /** Revision of the first origin. */
  readonly revision?: string;
  /** Further origins of the same release. */
  readonly with?: readonly string[];
  /** A table of what else the first origin holds. */
  readonly listing?: string;
}

/** Opens the release. @throws UsageError when the target is not there or none of the sources knows it. */
export async function openRelease(request: OpenRequest, world: World): Promise<Release> {
  const opener = new Opener(world);
  const named = basename(request.target) === MANIFEST && existsSync(request.target);
  const described = named ? await openNamedManifest(request, opener) : await openTarget(request, opener);
  if (request.listing !== undefined) opener.addListed(request.listing);
  return opener.close(described);
}

async function openFurther(request: OpenRequest, opener: Opener): Promise<void> {
  for (const target of request.with ?? []) await opener.open(target, { linkedBy: "user" });
}

async function openTarget(request: OpenRequest, opener: Opener): Promise<Described> {
  const home = await opener.open(request.target, { linkedBy: "user" }, request.revision);
  await openFurther(request, opener);
  const { name, artifacts, root } = home.listing;
  const file = artifacts.find(({ path }) => path === MANIFEST);
  if (file === undefined || file.state !== "here") return { name, gaps: [] };
  try {
    const written = await loadManifest(file);
    await followParts(written, opener);
    return { name, ...placeParts(written, root === undefined ? { home } : { root }, opener.opened) };
  } catch (error) {
    return { name, gaps: describeUnreadable(error) };
  }
}

/** What is wrong with a manifest; nothing where it is none. @throws whatever is no error of the file or its host. */
function describeUnreadable(error: unknown): readonly Gap[] {
  if (!(error instanceof FormatError || error instanceof OriginError)) throw error;
  // Of another tool, or no JSON at all, which the reader of JSON files tells.
  if (error.code === "not-a-manifest") return [];
  return [{ path: MANIFEST, stage: "source", code: error.code, args: {}, message: error.message }];
}

async function openNamedManifest(request: OpenRequest, opener: Opener): Promise<Described> {
  const { target } = request;
  const root = dirname(realpathSync(target));
  const [file] = (await opener.list(target, { name: (name) => name })).artifacts;
  try {
    const written = file === undefined ? undefined : await loadManifest(file);
    if (written === undefined) throw new UsageError(`${target} is not a file.`);
    for (const folder of outermost(written.parts.map((part) => resolveInside(root, part.origin)))) {
      await opener.open(folder, { linkedBy: "manifest" });
    }
    await followParts(written, opener);
    await openFurther(request, opener);
    if (opener.opened.length === 0)
      throw new UsageError(`${target} names no place that can be opened: its parts lie ${listOrigins(written)}.`);
    return { name: written.name ?? basename(root), ...placeParts(written, { root }, opener.opened) };
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(`${target}: ${error.message}.`);
    throw error;
  }
}

/** Opens the places that the parts name, where a manifest may: hosts that the user configured, and no others. */
async function followParts(written: WrittenManifest, opener: Opener): Promise<void> {
  const parts = written.parts.filter(({ level, isPointer }) => level !== "closed" && isPointer !== true);
  const named = new Set(parts.map(({ origin }) => origin));
  for (const target of named) {
    const isOpen = opener.opened.some(({ asked }) => asked === target);
    if (!isRelative(target) && !isOpen && opener.mayFollow(target)) await opener.open(target, { linkedBy: "manifest" });
  }
}

function listOrigins(written: WrittenManifest): string {
  return [...new Set(written.parts.map((part) => part.origin))].join(", ") || "nowhere";
}

async function loadManifest(file: Artifact): Promise<WrittenManifest> {
  const source = file.open();
  if (source.size > LARGEST_MANIFEST) {
    throw new FormatError("manifest-invalid", `release.json has ${source.size} bytes, more than ${LARGEST_MANIFEST}`);
  }
  return readManifest(await source.read(0, source.size));
}

/** Folders without those that lie inside another. */
function outermost(folders: readonly (string | null)[]): readonly string[] {
  const here = [...new Set(folders.filter((folder) => folder !== null))].sort();
  return here.filter((folder) => !here.some((other) => folder.startsWith(other + sep)));
}
