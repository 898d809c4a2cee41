/** Opens a release: its main target, what its manifest names, further origins and a listing. */

import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { FormatError, UsageError } from "../model/errors.ts";
import type { Artifact, Gap, Manifest, OpenOrigin, Part, Release } from "../model/types.ts";
import { matchesGlob } from "./glob.ts";
import { createListedArtifact } from "./listed.ts";
import { readListing } from "./listing.ts";
import { LARGEST_MANIFEST, readManifest, type WrittenManifest, type WrittenPart } from "./manifest.ts";
import type { Listing, Source } from "./source.ts";

/** What a user asks to have opened. */
export interface OpenRequest {
  readonly target: string;
  /** Further origins of the same release. */
  readonly with?: readonly string[];
  /** A table of what else the first origin holds. */
  readonly listing?: string;
}

const MANIFEST = "release.json";

interface OpenedOrigin {
  readonly origin: OpenOrigin;
  readonly listing: Listing;
}

/** Opens the release. @throws UsageError when the target is not there or none of the sources knows it. */
export async function openRelease(request: OpenRequest, sources: readonly Source[]): Promise<Release> {
  const opener = new Opener(sources);
  const named = basename(request.target) === MANIFEST && existsSync(request.target);
  const described = named ? await openNamedManifest(request.target, opener) : await openTarget(request.target, opener);
  for (const target of request.with ?? []) await opener.open(target, "user");
  if (request.listing !== undefined) opener.addListed(request.listing);
  return opener.close(described);
}

interface Described {
  readonly name: string;
  readonly manifest?: Manifest;
  readonly gaps: readonly Gap[];
}

async function openTarget(target: string, opener: Opener): Promise<Described> {
  const { listing } = await opener.open(target, "user");
  const file = listing.artifacts.find(({ path }) => path === MANIFEST);
  if (file === undefined || listing.root === undefined) return { name: listing.name, gaps: [] };
  try {
    const written = await loadManifest(file);
    return { name: listing.name, ...opener.describe(written, listing.root) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    // Of another tool, or no JSON at all, which the reader of JSON files tells.
    if (error.code === "not-a-manifest") return { name: listing.name, gaps: [] };
    const gap: Gap = { path: MANIFEST, stage: "source", code: error.code, args: {}, message: error.message };
    return { name: listing.name, gaps: [gap] };
  }
}

async function openNamedManifest(target: string, opener: Opener): Promise<Described> {
  const root = dirname(realpathSync(target));
  const [file] = (await opener.list(target, (name) => name)).artifacts;
  try {
    const written = file === undefined ? undefined : await loadManifest(file);
    if (written === undefined) throw new UsageError(`${target} is not a file.`);
    for (const folder of outermost(written.parts.map((part) => resolveInside(root, part.origin)))) {
      await opener.open(folder, "manifest");
    }
    if (opener.isEmpty())
      throw new UsageError(`${target} names no folder that is here: its parts lie ${listOrigins(written)}.`);
    return { name: written.name ?? basename(root), ...opener.describe(written, root) };
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(`${target}: ${error.message}.`);
    throw error;
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

/** Real folder that a manifest's relative origin names inside `root`; null when it is elsewhere, missing or outside. */
function resolveInside(root: string, origin: string): string | null {
  const folder = join(root, origin);
  if (/^[a-z][a-z0-9+.-]*:/i.test(origin) || origin.startsWith("/") || !existsSync(folder)) return null;
  const real = realpathSync(folder);
  return (real === root || real.startsWith(root + sep)) && statSync(real).isDirectory() ? real : null;
}

/** Folders without those that lie inside another. */
function outermost(folders: readonly (string | null)[]): readonly string[] {
  const here = [...new Set(folders.filter((folder) => folder !== null))].sort();
  return here.filter((folder) => !here.some((other) => folder.startsWith(other + sep)));
}

/** Collects the origins of one release. */
class Opener {
  readonly #sources: readonly Source[];
  readonly #opened: OpenedOrigin[] = [];
  readonly #listed: Artifact[] = [];

  constructor(sources: readonly Source[]) {
    this.#sources = sources;
  }

  isEmpty(): boolean {
    return this.#opened.length === 0;
  }

  async list(target: string, nameOrigin: (name: string) => string): Promise<Listing> {
    const source = this.#sources.find((candidate) => candidate.handles(target));
    if (source === undefined) throw new UsageError(describeMissing(target));
    return await source.list(target, nameOrigin);
  }

  async open(target: string, linkedBy: OpenOrigin["linkedBy"]): Promise<OpenedOrigin> {
    let id = "";
    const listing = await this.list(target, (name) => {
      id = this.#freeId(name);
      return id;
    });
    const revision = listing.revision === undefined ? {} : { revision: listing.revision };
    const role = listing.kind === "dataset" ? ("data" as const) : ("model" as const);
    const opened = { listing, origin: { id, target: listing.name, role, linkedBy, ...revision } };
    this.#opened.push(opened);
    return opened;
  }

  #freeId(name: string): string {
    const taken = new Set(this.#opened.map(({ origin }) => origin.id));
    if (!taken.has(name)) return name;
    let n = 2;
    while (taken.has(`${name}-${n}`)) n += 1;
    return `${name}-${n}`;
  }

  addListed(file: string): void {
    const first = this.#opened[0];
    if (first === undefined) return;
    const here = new Set(first.listing.artifacts.map(({ path }) => path));
    for (const { path, size } of readListing(file)) {
      if (here.has(path)) continue;
      here.add(path);
      this.#listed.push(createListedArtifact(first.origin.id, path, size));
    }
  }

  describe(written: WrittenManifest, root: string): { manifest: Manifest; gaps: readonly Gap[] } {
    const parts = written.parts.map((part) => this.#place(part, root));
    const { name, version, intends, sha256 } = written;
    const unread = parts.filter(({ origin, level }) => origin === undefined && level !== "closed").map(describeUnread);
    const empty = parts.filter(
      ({ origin, level, files }) => origin !== undefined && level !== "closed" && files.length === 0,
    );
    const gaps = [...unread, ...empty.map(describeEmpty)];
    return {
      manifest: {
        path: MANIFEST,
        ...(name === undefined ? {} : { name }),
        ...(version === undefined ? {} : { version }),
        parts,
        intends,
        sha256,
      },
      gaps,
    };
  }

  #place(written: WrittenPart, root: string): Part {
    const { component, level, license } = written;
    const folder = resolveInside(root, written.origin);
    const home = this.#opened.find(({ listing }) => folder !== null && isUnder(folder, listing.root));
    const prefix = home?.listing.root === undefined || folder === null ? "" : relative(home.listing.root, folder);
    const files = home?.listing.artifacts.map(({ path }) => path).filter((path) => isPart(path, prefix, written.paths));
    return {
      component,
      target: written.origin,
      files: files ?? [],
      at: { path: MANIFEST, ...written.at },
      quote: written.quote,
      ...(home === undefined ? {} : { origin: home.origin.id }),
      ...(level === undefined ? {} : { level }),
      ...(license === undefined ? {} : { license }),
    };
  }

  close({ name, manifest, gaps }: Described): Release {
    const [first, ...others] = this.#opened;
    if (first === undefined) throw new UsageError(`${name} holds nothing that can be opened.`);
    const artifacts = [...this.#opened.flatMap(({ listing }) => listing.artifacts), ...this.#listed].sort(byPlace);
    return {
      kind: first.listing.kind,
      target: name,
      origins: [first.origin, ...others.map(({ origin }) => origin)],
      artifacts,
      ...(manifest === undefined ? {} : { manifest }),
      gaps: [
        ...this.#opened.flatMap(({ listing, origin }) => listing.gaps.map((gap) => ({ ...gap, origin: origin.id }))),
        ...gaps,
      ],
    };
  }
}

function byPlace(a: Artifact, b: Artifact): number {
  if (a.origin !== b.origin) return a.origin < b.origin ? -1 : 1;
  return a.path < b.path ? -1 : 1;
}

function isUnder(folder: string, root: string | undefined): boolean {
  return root !== undefined && (folder === root || folder.startsWith(root + sep));
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

function describeMissing(target: string): string {
  if (/^[\w.-]+\/[\w.-]+(@[\w.-]+)?$/.test(target) || /^(?:hf|github|git|npm|https?):/.test(target)) {
    return `${target} is no file or folder here, and this version reads only what is on this machine: download it and name the folder.`;
  }
  return `${target}: there is no such file or folder.`;
}
