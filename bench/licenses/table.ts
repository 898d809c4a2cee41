/** The printed tables: set × tool. */

import type { Equivalence } from "./equivalents.ts";
import type { Answers, GoldRow } from "./gold.ts";
import { cleanOnAltered, type Share, scoreTop1, timesOf, uncleanOnFormat } from "./score.ts";

/** One tool's answers to all rows. */
export interface Column {
  readonly id: string;
  readonly answers: Answers;
}

type Cell = (rows: readonly GoldRow[], answers: Answers) => string;

/** All tables, one after the other. */
export function printTables(rows: readonly GoldRow[], columns: readonly Column[]): string {
  return [
    printTable("right: each licence of the gold and no other", rows, { columns, cell: right }),
    printTable("altered texts with a clean name (0 is right)", rows, { columns, cell: fooled }),
    printTable("harmless changes without the clean name (0 is right)", rows, { columns, cell: unclean }),
    printTable("ms a file: median / p95", rows, { columns, cell: times }),
  ].join("\n\n");
}

/** The joinings of ids, a line each. */
export function printEquivalents(rows: readonly Equivalence[]): string {
  return rows
    .map(({ ids, reason, scope, differences }) => {
      const but = differences === undefined ? "" : `; differs in ${differences}`;
      return `${scope === "text" ? "whole texts only  " : ""}${ids.join(" = ")}: ${reason}${but}`;
    })
    .join("\n");
}

/** The labels that are on no list, a line for each reason. */
export function printUnlisted(labels: Readonly<Record<string, string>>): string {
  return [...Map.groupBy(Object.keys(labels), (label) => labels[label] ?? "")]
    .map(([reason, alike]) => `on no list, ${reason}: ${alike.join(", ")}`)
    .join("\n");
}

const right: Cell = (rows, answers) => share(scoreTop1(rows, answers));
const fooled: Cell = (rows, answers) => share(cleanOnAltered(rows, answers));
const unclean: Cell = (rows, answers) => share(uncleanOnFormat(rows, answers));

const times: Cell = (rows, answers) => {
  const { median, p95 } = timesOf(rows, answers);
  return Number.isNaN(median) ? "" : `${median.toFixed(1)} / ${p95.toFixed(1)}`;
};

function share({ count, total }: Share): string {
  return total === 0 ? "" : `${count}/${total}`;
}

interface Content {
  readonly columns: readonly Column[];
  readonly cell: Cell;
}

function printTable(title: string, rows: readonly GoldRow[], { columns, cell }: Content): string {
  const sets = [...Map.groupBy(rows, ({ set }) => set), ["all", rows] as const];
  const lines = sets
    .map(([set, members]) => [
      set,
      ...columns.map((column) => (wasAsked(members, column) ? cell(members, column.answers) : "")),
    ])
    .filter((cells) => cells.slice(1).some((text) => text !== ""));
  const table = [["", ...columns.map(({ id }) => id)], ...lines];
  const widths = table[0]?.map((_, at) => Math.max(...table.map((cells) => cells[at]?.length ?? 0))) ?? [];
  const pad = (text: string, at: number): string =>
    at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0);
  return [title, ...table.map((cells) => cells.map(pad).join("  "))].join("\n");
}

/** Whether a tool saw the set: saved answers may be of fewer sets than there are. */
function wasAsked(rows: readonly GoldRow[], { answers }: Column): boolean {
  return rows.some(({ path }) => answers.has(path));
}
