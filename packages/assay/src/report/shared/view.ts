/** What a report shows, whatever the document and whatever the rendering: a few kinds of blocks. */

/** The answers that colour may mark; the word always carries the meaning alone. */
export type Answer = "yes" | "partly" | "no" | "unknown";

/** A line that answers something: who is asked, the answer, why, and where to look. */
export interface AnswerRow {
  readonly label: string;
  readonly answer: Answer;
  /** The answer as a word, where it is another than the answer's own: "Class I", "unmet". */
  readonly word?: string;
  readonly text: string;
  /** `file:line`, or a file. */
  readonly place?: string;
}

/** One block of a report. */
export type Block =
  | { readonly kind: "heading"; readonly text: string; readonly aside: string }
  | { readonly kind: "answers"; readonly title?: string; readonly marks: boolean; readonly rows: readonly AnswerRow[] }
  | { readonly kind: "list"; readonly title: string; readonly items: readonly string[]; readonly more: number }
  | { readonly kind: "note"; readonly text: string };

/** A report from top to bottom. */
export type View = readonly Block[];
