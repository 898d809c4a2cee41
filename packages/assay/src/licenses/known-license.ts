/** What is known of a licence that is not on the SPDX list: facts about it, none of its words. */
export interface KnownLicense {
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
