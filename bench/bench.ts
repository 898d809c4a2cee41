/** What a bench is: one table of figures, each beside a reference measured in the same run. */

/** How a figure relates to its reference: `over` it in the same unit, a `share` of it, or `at-most` a bound of its own. */
export type Relation = "over" | "share" | "at-most";

/** One line of a table. */
export interface Row {
  readonly what: string;
  readonly unit: "ms" | "MB" | "MB/s" | "files" | "licences" | "components" | "streams";
  readonly ours: number;
  readonly reference: { readonly what: string; readonly value: number };
  readonly relation: Relation;
  /** What must hold: most that `over` and `at-most` may be, least that a `share` may be. Absent: shown only. */
  readonly bound?: number;
}

/** One table. */
export interface Bench {
  /** Name of its file, without `.bench.ts`. */
  readonly id: string;
  readonly title: string;
  measure(): Promise<readonly Row[]>;
}

/** Returns what the bound speaks of: the difference, the share or the figure itself. */
export function compare({ ours, reference, relation }: Row): number {
  if (relation === "over") return ours - reference.value;
  return relation === "share" ? ours / reference.value : ours;
}

/** Tells whether a row keeps its bound; null where it has none. */
export function holds(row: Row): boolean | null {
  if (row.bound === undefined) return null;
  return row.relation === "share" ? compare(row) >= row.bound : compare(row) <= row.bound;
}
