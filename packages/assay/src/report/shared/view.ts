/** What a report shows, whatever the document and whatever the rendering: a few kinds of blocks. */

/** The answers that colour may mark; the word always carries the meaning alone. */
export type Answer = "yes" | "partly" | "no" | "unknown";

/** What an answer rests on: an observation, where it was made, and the words that stand there. */
export interface Exhibit {
  readonly text: string;
  /** How it was come by: measured, attested, declared, inferred. */
  readonly basis?: string;
  /** `file:line`, a file, or an address. */
  readonly place?: string;
  /** Address of the place at the revision that was read. A report links to `http:` and `https:` alone. */
  readonly url?: string;
  readonly quote?: string;
  /** Digest (64 hex digits) of the file that the quote stands in. */
  readonly sha256?: string;
}

/** A line that answers something: who is asked, the answer, why, and where to look. */
export interface AnswerRow {
  readonly label: string;
  readonly answer: Answer;
  /** The answer as a word, where it is another than the answer's own: "Class I", "unmet". */
  readonly word?: string;
  readonly text: string;
  /** `file:line`, or a file. */
  readonly place?: string;
  /** Set where nothing is answered: what does not apply has no shape. */
  readonly unmarked?: true;
  /** What it rests on, for reports that have room; the place is the first of it. */
  readonly evidence?: readonly Exhibit[];
}

/** A line of a list. */
export interface Item {
  readonly text: string;
  readonly evidence?: readonly Exhibit[];
}

/** Answers in rows. */
export interface Answers {
  readonly kind: "answers";
  readonly title?: string;
  /** Name of a block that needs no title where it is the first thing seen: pages have a heading for each. */
  readonly name?: string;
  readonly marks: boolean;
  readonly rows: readonly AnswerRow[];
  /** How many rows a short report leaves out; 0 where it is left out. */
  readonly more?: number;
  /** The first of those that `more` counts, for reports that have room. */
  readonly rest?: readonly AnswerRow[];
  /** What stands behind other answers: pages fold it, a terminal leaves it to the JSON. */
  readonly folded?: true;
}

/** A list: what a short report shows, and how much more there is. */
export interface List {
  readonly kind: "list";
  readonly title: string;
  readonly items: readonly (string | Item)[];
  readonly more: number;
  /** The first of those that `more` counts, for reports that have room. */
  readonly rest?: readonly (string | Item)[];
}

/** What a document is, as names and values: its digests, its origins, the tool. Pages end with it. */
export interface Colophon {
  readonly kind: "colophon";
  readonly facts: readonly { readonly label: string; readonly value: string; readonly url?: string }[];
}

/** One block of a report. */
export type Block =
  | {
      readonly kind: "heading";
      readonly text: string;
      /** Revision, short enough for a headline. */
      readonly revision?: string;
      readonly aside: string;
    }
  /** The whole in three words, for a badge: "MOF", "Class III". */
  | { readonly kind: "verdict"; readonly label: string; readonly answer: Answer; readonly word: string }
  | Answers
  | List
  | { readonly kind: "note"; readonly text: string }
  | Colophon;

/** A report from top to bottom. */
export type View = readonly Block[];

/** A line of a list, whether it has evidence or is words alone. */
export function toItem(item: string | Item): Item {
  return typeof item === "string" ? { text: item } : item;
}
