/** The printed tables. */

import type { Answer, Column, Row } from "./answer.ts";
import { isRight } from "./answer.ts";

type Cell = (rows: readonly Row[], column: Column) => string;

/** Set × scanner, the sets in the order of their first rows. */
export function printTables(rows: readonly Row[], columns: readonly Column[]): string {
  const by = (expected: Row["expected"]): readonly Row[] => rows.filter((row) => row.expected === expected);
  const told = by("told");
  return [
    printTable("must be flagged: flagged / files (+ errors and not scanned)", by("flag"), {
      columns,
      cell: countFlagged,
    }),
    printTable("must not be flagged: flagged / files (+ errors and not scanned)", by("pass"), {
      columns,
      cell: countFlagged,
    }),
    ...(told.length === 0 ? [] : [`what these get\n${told.map((row) => tell(row, columns)).join("\n")}`]),
    printTable("ms a file: median / worst", rows, { columns, cell: countTimes }),
  ].join("\n\n");
}

/** What a column got wrong, by name, with its word, its findings, and what is known of the file. */
export function listWrong(
  rows: readonly Row[],
  { answers }: Column,
  notes: ReadonlyMap<string, string>,
): readonly string[] {
  return rows
    .filter((row) => !isRight(row, answers.get(row.path)))
    .map(({ set, path }) =>
      [`${set}: ${path}: ${describe(answers.get(path))}`, notes.get(path)].filter(Boolean).join(" | "),
    );
}

/** Verdicts of a column over rows, the most frequent first: `dangerous 3, risky 1`. */
export function countVerdicts(rows: readonly Row[], { answers }: Column): string {
  const counts = Map.groupBy(rows, ({ path }) => answers.get(path)?.verdict ?? "missing");
  return [...counts]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([verdict, alike]) => `${verdict} ${alike.length}`)
    .join(", ");
}

/** Lines of cells, each column as wide as its widest. */
export function align(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0))) ?? [];
  const pad = (text: string, at: number): string =>
    at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0);
  return lines.map((cells) => cells.map(pad).join("  ").trimEnd()).join("\n");
}

function describe(answer: Answer | undefined): string {
  if (answer === undefined) return "no answer";
  return [answer.verdict, ...(answer.findings ?? []), ...(answer.globals ?? [])].join(" · ");
}

function tell({ set, path }: Row, columns: readonly Column[]): string {
  const words = columns.map(
    ({ id, answers }, at) =>
      `${id} ${at === 0 ? describe(answers.get(path)) : (answers.get(path)?.outcome ?? "not asked")}`,
  );
  return `${set}: ${path.split("/").slice(-2).join("/")}: ${words.join(" | ")}`;
}

const countFlagged: Cell = (rows, { answers }) => {
  const count = (outcome: Answer["outcome"]): number =>
    rows.filter(({ path }) => answers.get(path)?.outcome === outcome).length;
  const open = count("open");
  return `${count("flagged")}/${rows.length}${open === 0 ? "" : ` +${open}`}`;
};

const countTimes: Cell = (rows, { answers }) => {
  const times = rows.flatMap(({ path }) => answers.get(path)?.ms ?? []).filter((ms) => ms > 0);
  const sorted = times.toSorted((a, b) => a - b);
  const [median, worst] = [sorted[sorted.length >> 1], sorted.at(-1)];
  return median === undefined || worst === undefined ? "" : `${median.toFixed(1)} / ${worst.toFixed(0)}`;
};

interface Content {
  readonly columns: readonly Column[];
  readonly cell: Cell;
}

function printTable(title: string, rows: readonly Row[], { columns, cell }: Content): string {
  const sets = [...Map.groupBy(rows, ({ set }) => set), ...(rows.length === 0 ? [] : [["all", rows] as const])];
  const lines = sets.map(([set, members]) => [
    set,
    ...columns.map((column) => (wasAsked(members, column) ? cell(members, column) : "")),
  ]);
  return [title, align([["", ...columns.map(({ id }) => id)], ...lines])].join("\n");
}

/** Whether a scanner saw the set: saved answers may be of fewer sets than there are. */
function wasAsked(rows: readonly Row[], { answers }: Column): boolean {
  return rows.some(({ path }) => answers.has(path));
}
