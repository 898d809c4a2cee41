/** Which files of a release are which component, and what governs them: results of studies that many probes share. */

import type { ComponentId } from "./components.ts";
import type { Governing, LicenseFile } from "./documents.ts";
import type { Text } from "./facts.ts";
import type { Note } from "./ledger.ts";
import type { LicenseReading } from "./license.ts";
import type { Artifact, Doubt } from "./types.ts";

/** A file that counts as a component, and why. */
export interface FoundFile {
  readonly artifact: Artifact;
  readonly note: Note;
}

/** How a sentence of the release says that a component is available. */
export interface StatedAccess {
  readonly level: "open" | "gated" | "on-request";
  readonly note: Note;
}

/** What the inventory knows of one component. */
export interface Holding {
  readonly files: readonly FoundFile[];
  /** Files named like the component that prove nothing: broken, out of reach, or of a format that nobody reads. */
  readonly unread: readonly FoundFile[];
  /** Links to where it is said to lie, outside of what was read. */
  readonly pointers: readonly Note[];
  /** Set when a manifest, or a sentence of the release about itself, says that it is not published. */
  readonly withheld?: Note;
  /** Set when a manifest says that what is here is all of it. */
  readonly declaredWhole?: Note;
  /** How a manifest says that it is available: open, gated, closed… */
  readonly level?: string;
  /** What a sentence says of it, where no manifest does. */
  readonly access?: StatedAccess;
}

/** Files of a release by component. */
export type Inventory = ReadonlyMap<ComponentId, Holding>;

/** Something that sets terms: a text, or a statement that names a licence. */
export interface TermSource {
  readonly artifact: Pick<Artifact, "origin" | "path">;
  /** The licence that a text was recognised as, word for word up to what the guidelines allow. */
  readonly found: string | null;
  /** What it comes to by itself. */
  readonly terms: { readonly ids: readonly string[] } | { readonly because: Doubt };
  readonly note: Note;
  /** What was read from a text. */
  readonly reading?: LicenseReading;
  /** The words that were read, where they stand inside of a file that is no text. */
  readonly text?: Text;
}

/** What governs one component: conjunctive licences, or the reason why they are not known. */
export interface ComponentLicense {
  readonly governing: readonly Governing[];
  readonly sources: readonly TermSource[];
  readonly notes: readonly Note[];
  readonly terms: { readonly ids: readonly string[] } | { readonly because: Doubt };
}

/** Licences of a release. */
export interface Licensing {
  readonly components: ReadonlyMap<ComponentId, ComponentLicense>;
  /** What would govern weights that lay in the root of the first origin: asked where none were read. */
  readonly atRoot: ComponentLicense;
  /** Every licence text, with what it is stated to be for the same files. */
  readonly texts: readonly (LicenseFile & { readonly component: string; readonly declared: string | null })[];
  /** Texts that are a licence but for words that may matter, each noted at the first of them. */
  readonly altered: readonly Note[];
  /** Where a stated licence and the text beside it do not agree, each noted at the statement. */
  readonly disagreements: readonly Note[];
}
