/** What a recogniser is: one file → the components it counts as. */

import type { ComponentId } from "../../model/components.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";

/** A component that a file counts as, and why. */
export interface Recognised {
  readonly component: ComponentId;
  readonly note: Note;
  /** Named like the component, and broken, out of reach, or of a format that nobody reads: no proof of it. */
  readonly isUnread?: true;
}

/** Looks at one file. Returns nothing where the evidence does not reach. */
export type Recogniser = (bench: Workbench, artifact: Artifact) => Promise<readonly Recognised[]>;
