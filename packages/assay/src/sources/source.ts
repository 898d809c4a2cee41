/** What a source is: the way from a name to the files of one origin. */

import type { Plugin } from "../model/plugin.ts";
import type { Artifact, Finding, Gap, HostRecord, Role } from "../model/types.ts";
import type { Cache } from "./shared/cache.ts";
import type { Web } from "./shared/web.ts";

/** The files of one origin. Gaps and findings bear no origin: it is this one. */
export interface Listing {
  /** Name of what the origin holds, without absolute path. */
  readonly name: string;
  readonly kind: "model" | "dataset";
  readonly role: Role;
  /** Folder that relative names of a manifest start from; absent for what lies in no folder. */
  readonly root?: string;
  /** Fixed revision, where the origin has one of its own. */
  readonly revision?: string;
  /** Address on the web, where its host shows files of a revision at `blob/REVISION/PATH` beneath it. */
  readonly page?: string;
  /** In path order. */
  readonly artifacts: readonly Artifact[];
  /** What the host says of the origin beside its files. */
  readonly hostRecord?: Omit<HostRecord, "origin">;
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
}

/** What a source may use of the world. */
export interface Reach {
  readonly web: Web;
  readonly cache: Cache;
  /** Nothing is asked of a network; the cache alone answers. */
  readonly isOffline: boolean;
  /** The environment's variables: endpoints and tokens that the user configured. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Set for a scan: of every file that a loader unpickles so much is asked for as tells what it would do. */
  readonly isScan?: true;
}

/** What is asked of a source. */
export interface ListRequest {
  /** As the user or a manifest writes it. */
  readonly target: string;
  /** Overrides the one that the target names. */
  readonly revision?: string;
  /** Asked once, with the listing's name, for the id that its artifacts bear. */
  nameOrigin(name: string): string;
  readonly reach: Reach;
}

/**
 * How surely a target is a source's own: it is written as nothing else is (`exact`), it is there as a file or a folder
 * (`path`), it may be the name of one (`name`).
 */
export type Handling = "exact" | "path" | "name";

/** One kind of place that a release can lie in. */
export interface Source<Id extends string = string> extends Plugin<Id> {
  readonly title: string;
  /** Whether a manifest of strangers may have the target opened: it leads to no host but those that the user configured. */
  mayFollow?(target: string, environment: Reach["environment"]): boolean;
  /** How surely the target is one of this source's; null when it is none. */
  handles(target: string, environment: Reach["environment"]): Handling | null;
  /**
   * Lists the files.
   * @throws UsageError when the target is written wrongly or names no file or folder of this machine.
   * @throws OriginError when the place cannot be opened or does not answer.
   */
  list(request: ListRequest): Promise<Listing>;
}
