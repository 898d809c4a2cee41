/** What other people said of a release, in one form: a record of theirs judges dimensions, each on a scale. */

/** One dimension of a record. */
export interface Judged {
  /** The requirement of ours, or the question, that asks the same. */
  readonly dimension: string;
  /** A class of the scale. */
  readonly label: string;
  /** What they say for it. */
  readonly words: string;
  /** Addresses that they cite for it. */
  readonly cited: readonly string[];
}

/** One record of a source. */
export interface Judgement {
  readonly source: SourceId;
  /** Name of its file. */
  readonly record: string;
  /** What is judged, by each name that the record gives it. */
  readonly names: readonly string[];
  /** Addresses that the record gives for what is judged. */
  readonly links: readonly string[];
  readonly judged: readonly Judged[];
}

/** Whose records they are. */
export type SourceId = "mot" | "eu-index-2026" | "eu-index-2025" | "ai-map";

/** What each source is called. */
export const SOURCE_TITLES: Readonly<Record<SourceId, string>> = {
  mot: "Model Openness Tool, records of 2026-05",
  "eu-index-2026": "European Open Source AI Index, 12 dimensions, 2026-06",
  "eu-index-2025": "European Open Source AI Index, 14 dimensions, 2026-03",
  "ai-map": "Current AI, map of the open stack, 2026-06",
};

/** What we prove at least and hold for possible at best, on the same scale, and where we read it. */
export interface Range {
  /** From the worst class to the best. */
  readonly scale: readonly string[];
  readonly least: string;
  readonly best: string;
  /** `path:line: quote`, most telling first. */
  readonly evidence: readonly string[];
}

/**
 * How the two stand to each other. `agree`: what we prove is their class. `less`: we prove something, and leave theirs
 * possible. `unknown`: we prove nothing, and leave theirs possible. `disagree`: theirs is not possible by what we prove.
 */
export type Outcome = "agree" | "less" | "unknown" | "disagree";

/** Compares a class of theirs with a range of ours; null where the class is not of the scale. */
export function compare(label: string, { scale, least, best }: Range): Outcome | null {
  const [theirs, from, to] = [scale.indexOf(label), scale.indexOf(least), scale.indexOf(best)] as const;
  if (theirs < 0) return null;
  if (theirs < from || theirs > to) return "disagree";
  const isProven = from > 0 || from === to;
  if (!isProven) return "unknown";
  return theirs === from ? "agree" : "less";
}
