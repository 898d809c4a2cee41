/** What is known of a licence without its text: facts about it, none of its words. */

import type { Term } from "../model/license.ts";

/** A term as somebody read it in the text: what it says, and the clause that says so. */
export interface KnownTerm extends Pick<Term, "type" | "value" | "details"> {
  /** Section path such as `1.b.v`; where nothing is numbered, a heading or the paragraph: `paragraph 2`. */
  readonly clause: string;
}

/** Terms of a licence: all that its text says of the types in `terms/vocabulary.ts`, so that what is not here it does not say. */
export interface KnownTerms {
  readonly terms: readonly KnownTerm[];
  /** Ids of the policies that it makes part of itself, as they were published with it. */
  readonly incorporates?: readonly string[];
}

/** A licence of the SPDX list whose terms are known. */
export interface ListedTerms extends KnownTerms {
  readonly id: string;
  /** The text that was read: a file of the SPDX list, and its bytes' digest (64 hex digits). */
  readonly source: string;
  readonly sha256: string;
}

/** What is known of a licence that is not on the SPDX list. */
export interface KnownLicense extends Partial<KnownTerms> {
  /** In SPDX's form for what its list lacks: `LicenseRef-…`. */
  readonly id: string;
  readonly name: string;
  readonly version?: string;
  /** Of publication, where the text or its publisher states it. */
  readonly year?: number;
  readonly publisher: string;
  /** Licences that grew out of one another share it. */
  readonly family: string;
  /** Id of the licence that its text was made from. */
  readonly ancestor?: string;
  /** A policy of use sets terms beside a licence. */
  readonly kind: "license" | "policy";
  /** Each text that was published as this licence: `owner/repository@commit:path`, and its bytes' digest (64 hex digits). */
  readonly texts: readonly { readonly source: string; readonly sha256: string }[];
}
