/** What the sets of the licence bench hold, and what a tool answers. */

/**
 * How a row's text stands to its base. `altered`: other words, so that no clean name is right. `own`: other words and a
 * name of its own, the only clean one. `format`: the same words in another form. `none`: nobody changed it on purpose.
 */
export type Change = "altered" | "own" | "format" | "none";

/** One file of a set, and what it says by its gold. */
export interface GoldRow {
  readonly set: string;
  /** Path below the folder of licence corpora, or the name of a text made by the bench. */
  readonly path: string;
  /** The text, where the bench makes it. */
  readonly text?: string;
  /** Ids that the text carries, in no order; none where it names no licence. */
  readonly expected: readonly string[];
  /** What the ids are compared by: `family` where neither the text nor the gold tells "only" from "or later". */
  readonly compare: "id" | "family";
  readonly change: Change;
}

/** What a tool says of one file. */
export interface Answer {
  /** An id, ids joined by AND, OR and WITH, or null for none. */
  readonly id: string | null;
  /** Whether the tool gives the id with no sign that the text departs from the licence. */
  readonly clean: boolean;
  /** Milliseconds for this file, start of the program excluded. */
  readonly ms: number;
}

/** Answers by path of the row. */
export type Answers = ReadonlyMap<string, Answer>;
