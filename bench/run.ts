/** `npm run bench [-- NAME…] [--json]`: every table of this folder, or those named; fails when a bound does not hold. */

import { cpus } from "node:os";

import { benches } from "./all.generated.ts";
import { type Bench, compare, holds, type Row } from "./bench.ts";

const names = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const isJson = process.argv.includes("--json");
const tables: { readonly title: string; readonly rows: readonly Row[] }[] = [];

if (!isJson) console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.version}`);
for (const bench of benches as readonly Bench[]) {
  if (names.length > 0 && !names.includes(bench.id)) continue;
  const rows = await bench.measure();
  tables.push({ title: bench.title, rows });
  if (!isJson) printTable(bench.title, rows);
}
if (isJson) console.log(JSON.stringify(tables, null, 2));
if (tables.some(({ rows }) => rows.some((row) => holds(row) === false))) process.exitCode = 1;

function printTable(title: string, rows: readonly Row[]): void {
  const lines = [["", "ours", "reference", "", "bound", "holds"], ...rows.map(describe)];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0))) ?? [];
  console.log(`\n${title}`);
  for (const cells of lines)
    console.log(
      cells
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

function describe(row: Row): readonly string[] {
  const { what, unit, ours, reference, relation, bound } = row;
  return [
    what,
    `${round(ours)} ${unit}`,
    `${reference.what} ${round(reference.value)} ${unit}`,
    `${relation} ${round(compare(row))}`,
    bound === undefined ? "" : `${relation === "share" ? "≥" : "≤"} ${bound}`,
    { true: "yes", false: "NO", null: "" }[String(holds(row)) as "true" | "false" | "null"],
  ];
}

function round(value: number): number {
  return value < 10 ? Math.round(value * 100) / 100 : Math.round(value);
}
