/** Guidance of others as data: what a need of a release plan can refer to. The words are ours; the source has theirs. */

/** One item. */
export interface GuidanceItem {
  readonly id: string;
  readonly text: string;
}

/** A row of the matrix of deployment guidance: null until somebody filled it from the source. */
export type GuidanceCell = "baseline" | "recommended" | null;

/** A pack of guidance; a need refers to an item as `pack:item`. */
export interface GuidancePack {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly items: readonly GuidanceItem[];
  /** For which kinds of models and releases an item is meant, where the source says so and could be read. */
  readonly matrix?: {
    readonly models: readonly string[];
    readonly releases: readonly string[];
    readonly cells: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, GuidanceCell>>>>>>;
    readonly note: string;
  };
}
