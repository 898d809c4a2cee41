/** What a section of a card can be about, and by which phrases a heading says so. */

/** What a section of a card or a README is about. */
export type SectionKind =
  | "description"
  | "intended-use"
  | "out-of-scope-use"
  | "limitations"
  | "bias-risks"
  | "training-data"
  | "training-procedure"
  | "preprocessing"
  | "evaluation-data"
  | "evaluation-results"
  | "usage"
  | "license"
  | "citation"
  | "environmental-impact"
  | "compute"
  | "data-collection"
  | "data-annotation"
  | "personal-data"
  | "architecture"
  | "contact"
  | "changelog"
  | "safety"
  | "model-sources"
  | "none";

/**
 * Phrases of a kind, separated by `|`. `anywhere` counts inside a heading; `whole` only where it is all of it but for articles and the like. A `*` at an end of
 * a phrase stands for the rest of a word, as compounds and endings have it.
 */
export interface Phrases {
  readonly anywhere?: string;
  readonly whole?: string;
}

/** The longest phrase in a heading decides; `none` has those that look like a kind and are none. */
export type Synonyms = Readonly<Partial<Record<SectionKind, Phrases>>>;
