/** The models that a release holds: the result of a study that the engine asks its probes by. */

import type { Artifact, Gap } from "./types.ts";

/** One model of several. */
export interface ReleaseModel {
  /** Target of the release, `/` and the folder, `#` and the name of its files; each left out where it says nothing. */
  readonly id: string;
  readonly name: string;
  readonly origin: string;
  /** Folder that it lies in, "" for the root. */
  readonly folder: string;
  /** Its weights; none where documents or an index alone speak of a model. */
  readonly files: readonly Artifact[];
  /** Indexes of its weights. */
  readonly indexes: readonly Artifact[];
}

/** Several models of a release. */
export interface Models {
  /** Sorted by id; empty where the release is one model, or more than anybody looks at. */
  readonly several: readonly ReleaseModel[];
  readonly gaps: readonly Gap[];
  /** Whether a file is about this model: its own, or one that all models around it share. */
  isAbout(model: ReleaseModel, artifact: Pick<Artifact, "origin" | "path">): boolean;
}
