/** What a source is: the way from a name to the files of one origin. */

import type { Plugin } from "../model/plugin.ts";
import type { Artifact, Gap } from "../model/types.ts";

/** The files of one origin. */
export interface Listing {
  /** Name of what the origin holds, without absolute path. */
  readonly name: string;
  readonly kind: "model" | "dataset";
  /** Folder that relative names of a manifest start from; absent for remote origins. */
  readonly root?: string;
  /** Fixed revision, where the origin has one of its own. */
  readonly revision?: string;
  /** In path order. */
  readonly artifacts: readonly Artifact[];
  readonly gaps: readonly Gap[];
}

/** One kind of place that a release can lie in. */
export interface Source<Id extends string = string> extends Plugin<Id> {
  readonly title: string;
  /** Whether the target is written as one of this source's. */
  handles(target: string): boolean;
  /**
   * Lists the files. `nameOrigin` is asked once, with the listing's name, for the id that its artifacts bear.
   * @throws UsageError when there is nothing to list.
   */
  list(target: string, nameOrigin: (name: string) => string): Promise<Listing>;
}
