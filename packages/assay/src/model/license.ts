/** What a licence reader says of a text. */

/** How the text relates to the licence named. Only `exact` and `equivalent` give a clean name. */
export type MatchKind = "exact" | "equivalent" | "modified" | "derived" | "contains" | "reference" | "unknown";

/** The licence a text was recognised as; `id` is null when it is none that is known. */
export interface LicenseMatch {
  readonly id: string | null;
  /** All that are named, where a text holds or names several: how they stand to each other is not said. */
  readonly ids?: readonly string[];
  /** The licence's full name, where one licence is named. */
  readonly name?: string;
  readonly kind: MatchKind;
  /** Share of the text that is the licence's, 0 to 1. */
  readonly similarity: number;
  readonly family?: string;
}

/** Where a text departs from the licence. Material is all that the SPDX guidelines or a published pattern do not name. */
export interface Deviation {
  readonly kind: "inserted" | "deleted" | "replaced";
  readonly at: { readonly start: number; readonly end: number; readonly line: number };
  readonly text?: string;
  /** Words and marks of the licence that are missing; absent where none are. */
  readonly missing?: number;
  /** The words before and behind the place where something is missing. */
  readonly around?: { readonly before: string; readonly behind: string };
  /** What is missing, from another file at hand that is the licence's own text. */
  readonly lacks?: { readonly text: string; readonly path: string; readonly line: number };
  readonly material: boolean;
  readonly why?: string;
}

/** A term read from a text: what it permits or demands, with the words. */
export interface Term {
  readonly type: string;
  readonly value: string | number | boolean;
  readonly quote: string;
  readonly at: { readonly start: number; readonly end: number; readonly line: number };
  /** Section path such as `1.b.v`; absent outside of any. */
  readonly clause?: string;
  /** What the value leaves open: of a threshold its number, currency, window, whose it is, when it counts, what follows. */
  readonly details?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** All that is read from one licence text. */
export interface LicenseReading {
  readonly match: LicenseMatch;
  /** The listed licence that the text's title names, where the text is not that licence's. */
  readonly titled?: string;
  readonly deviations: readonly Deviation[];
  readonly terms: readonly Term[];
}

/** Identifies licence texts. The licensing study is handed one, so that a better reader touches no probe. */
export interface LicenseReader {
  read(text: string): Promise<LicenseReading>;
}
