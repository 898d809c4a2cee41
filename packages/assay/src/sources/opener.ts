/** Opens origins one by one and puts them together into one release. An origin that fails leaves the others as they are. */

import { OriginError, UsageError } from "../model/errors.ts";
import type { Artifact, Finding, Gap, Manifest, OpenOrigin, Release } from "../model/types.ts";
import { createListedArtifact } from "./listed.ts";
import { readListing } from "./listing.ts";
import type { Handling, Listing, Reach, Source } from "./source.ts";

/** An origin of the release and what its source listed. */
export interface OpenedOrigin {
  readonly origin: OpenOrigin;
  readonly listing: Listing;
  /** The target as it was asked for. */
  readonly asked: string;
}

/** What a release is called and what its manifest says. */
export interface Described {
  readonly name: string;
  readonly manifest?: Manifest;
  readonly gaps: readonly Gap[];
}

/** The places there are, and what of the world may be used. */
export interface World {
  readonly sources: readonly Source[];
  readonly reach: Reach;
  /** Told that a target stands for two things, and which of them was taken. It is no part of the release. */
  readonly onChoice?: (message: string) => void;
}

/** How the listing's name becomes an origin's id, and the revision that is asked for. */
interface Naming {
  readonly name: (name: string) => string;
  readonly revision?: string;
}

const SUREST_FIRST: readonly Handling[] = ["exact", "path", "name"];

/** Collects the origins of one release. */
export class Opener {
  readonly #world: World;
  readonly #opened: OpenedOrigin[] = [];
  readonly #listed: Artifact[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  /** Origins so far, in the order in which they were opened. */
  get opened(): readonly OpenedOrigin[] {
    return this.#opened;
  }

  /** Lists a target without making an origin of it. */
  async list(target: string, request: Naming): Promise<Listing> {
    const { reach } = this.#world;
    const { name: nameOrigin, revision } = request;
    const source = this.#choose(target);
    return await source.list({ target, nameOrigin, reach, ...(revision === undefined ? {} : { revision }) });
  }

  /** Opens a target as an origin. What its host withholds is a gap of it. @throws UsageError as its source does. */
  async open(target: string, linked: Pick<OpenOrigin, "linkedBy">, revision?: string): Promise<OpenedOrigin> {
    let id = "";
    const name = (given: string): string => {
      id = this.#freeId(given);
      return id;
    };
    const listing = await this.list(target, { name, ...(revision === undefined ? {} : { revision }) }).catch(
      (error: unknown) => describeFailure(target, name(target), error),
    );
    const fixed = listing.revision === undefined ? {} : { revision: listing.revision };
    const page = listing.page === undefined ? {} : { page: listing.page };
    const origin = { id, target: listing.name, role: listing.role, ...linked, ...fixed, ...page };
    const opened = { listing, origin, asked: target };
    this.#opened.push(opened);
    return opened;
  }

  /** Whether a manifest of strangers may have this target opened. */
  mayFollow(target: string): boolean {
    const { sources, reach } = this.#world;
    return sources.some(
      (source) =>
        source.handles(target, reach.environment) === "exact" && source.mayFollow?.(target, reach.environment) === true,
    );
  }

  /** Adds what a table says that the first origin holds besides. */
  addListed(file: string): void {
    const first = this.#opened[0];
    if (first === undefined) return;
    const here = new Set(first.listing.artifacts.map(({ path }) => path));
    for (const { path, size } of readListing(file)) {
      if (here.has(path)) continue;
      here.add(path);
      this.#listed.push(createListedArtifact({ origin: first.origin.id, path, size }));
    }
  }

  /** The release. @throws UsageError when nothing was opened. */
  close({ name, manifest, gaps }: Described): Release {
    const [first, ...others] = this.#opened;
    if (first === undefined) throw new UsageError(`${name} holds nothing that can be opened.`);
    const placed = <T extends object>(things: (listing: Listing) => readonly T[]) =>
      this.#opened.flatMap(({ listing, origin }) => things(listing).map((thing) => ({ ...thing, origin: origin.id })));
    return {
      kind: first.listing.kind,
      target: name,
      origins: [first.origin, ...others.map(({ origin }) => origin)],
      artifacts: [...this.#opened.flatMap(({ listing }) => listing.artifacts), ...this.#listed].sort(byPlace),
      ...(manifest === undefined ? {} : { manifest }),
      hostRecords: placed(({ hostRecord }) => (hostRecord === undefined ? [] : [hostRecord])),
      findings: this.#opened.flatMap(({ listing, origin }) =>
        listing.findings.map((finding) => (origin === first.origin ? finding : placeFinding(finding, origin.id))),
      ),
      gaps: [...placed((listing) => listing.gaps), ...gaps],
    };
  }

  #choose(target: string): Source {
    const { sources, reach } = this.#world;
    const able = sources.flatMap((source) => {
      const how = source.handles(target, reach.environment);
      return how === null ? [] : [{ source, rank: SUREST_FIRST.indexOf(how) }];
    });
    const [best, other] = able.sort((a, b) => a.rank - b.rank);
    if (best === undefined) throw new UsageError(describeUnknown(target));
    if (other !== undefined && SUREST_FIRST[best.rank] === "path" && SUREST_FIRST[other.rank] === "name")
      this.#world.onChoice?.(describeBoth(target));
    return best.source;
  }

  #freeId(name: string): string {
    const taken = new Set(this.#opened.map(({ origin }) => origin.id));
    if (!taken.has(name)) return name;
    let n = 2;
    while (taken.has(`${name}-${n}`)) n += 1;
    return `${name}-${n}`;
  }
}

function placeFinding(finding: Finding, origin: string): Finding {
  return "path" in finding.at ? { ...finding, at: { ...finding.at, origin } } : finding;
}

/** An origin that could not be opened: it holds nothing that was seen. @throws whatever is no OriginError. */
function describeFailure(target: string, id: string, error: unknown): Listing {
  if (!(error instanceof OriginError)) throw error;
  const { code, message } = error;
  const gap: Gap = { path: "", stage: "source", code, args: { target: id }, message };
  const nothing = { artifacts: [], findings: [], gaps: [gap] };
  return { name: target, kind: "model", role: "model", revision: "unknown", ...nothing };
}

function describeBoth(target: string): string {
  return `${target} is a path here and could be a name on the model hub: the path is read; write hf:${target} for the hub.`;
}

function describeUnknown(target: string): string {
  return `${target}: there is no such file or folder, and it is no name of a place: ORG/NAME or hf:ORG/NAME on the model hub, github:OWNER/NAME, git:URL, npm:NAME@VERSION.`;
}

function byPlace(a: Artifact, b: Artifact): number {
  if (a.origin !== b.origin) return a.origin < b.origin ? -1 : 1;
  return a.path < b.path ? -1 : 1;
}
