/** What a release was made from: the result of a study, and what the ruling on it is handed. */

import type { Ancestor } from "./documents.ts";
import type { Licensing } from "./inventory.ts";
import type { Note } from "./ledger.ts";
import type { Term } from "./license.ts";
import type { Evidence, Finding } from "./types.ts";

/** How a release was made from something: the model hub's words, `copy` for the same bytes, `dataset` for data. */
export type Relation = "adapter" | "finetune" | "merge" | "quantized" | "copy" | "dataset";

/** Terms of a licence as they were read once, each with its clause. */
export interface LineageTerms {
  readonly terms: readonly (Pick<Term, "type" | "value" | "details"> & { readonly clause: string })[];
  /** Ids of policies that are part of it. */
  readonly incorporates?: readonly string[];
  /** Set where not all of its terms are known. */
  readonly isPartial?: true;
}

/** The licence of a base, and who says so. */
export interface BaseLicense {
  /** Several are revisions of one, of which it is not said which applies. */
  readonly ids: readonly [string, ...string[]];
  readonly source: string;
}

/** A model or a data set that files of the release name, or that they are. */
export interface FoundBase {
  readonly relation: Relation;
  /** `owner/name` where it is one, else the words as they stand. */
  readonly base: string;
  /** `none`: something says that there is a base and not which. `path`: a place on somebody's machine. */
  readonly naming: "repository" | "word" | "path" | "none";
  /** Set where a file only mentions it and nothing says that the release was made from it. */
  readonly isHint: boolean;
  readonly license: BaseLicense | null;
  /** A model whose licence is known and that has the same name with another owner. */
  readonly namesake?: string;
  readonly notes: readonly [Note, ...Note[]];
}

/** A name under which the release goes; that of a folder is whatever somebody called it. */
export interface OwnName {
  readonly name: string;
  readonly isPublished: boolean;
}

/** Everything in a release that tells of its bases. */
export interface FoundLineage {
  readonly bases: readonly FoundBase[];
  readonly names: readonly OwnName[];
  /** Owners of the places that it was read from. */
  readonly owners: readonly string[];
  /** Set where it says of itself that it is no model: something trained on what a model computes. */
  readonly apart: Note | null;
  /** Sentences in which a card warns against the release's own files. */
  readonly warnings: readonly Note[];
  /** Names of licences without an identifier, as cards declare them, and the ids that are meant. */
  readonly declaredNames: ReadonlyMap<string, readonly [string, ...string[]]>;
  readonly terms: ReadonlyMap<string, LineageTerms>;
  readonly hasNoticeFile: boolean;
  /** Whether a card has these words, in any letter case. */
  says(words: string): boolean;
}

/** What is known of a release: what it was made from, what governs it, and the evidence for both. */
export interface LineageQuestion {
  readonly found: FoundLineage;
  readonly licensing: Licensing;
  readonly evidence: readonly Evidence[];
}

/** The rulings on its bases, and what a person should know of them. */
export interface LineageAnswer {
  readonly ancestors: readonly Ancestor[];
  readonly findings: readonly Finding[];
}
