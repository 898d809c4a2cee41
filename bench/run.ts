/** `npm run bench [-- NAME…] [--json]`: every table of this folder, or those named; fails when a bound does not hold. */

import { cpus } from "node:os";
import { parseArgs } from "node:util";

import { benches } from "./all.generated.ts";
import { type Bench, compare, holds, type Row } from "./bench.ts";

const ALL: readonly Bench[] = benches;
const USAGE = `npm run bench [-- NAME…] [--json]\n\n${ALL.map(({ id, title }) => `  ${id.padEnd(10)} ${title}`).join("\n")}`;
/** Exit code of wrong usage, as the command has it (docs/cli.md). */
const WRONG_USAGE = 64;

/** What to measure and how to print it; null where only the usage is asked for. */
type Request = { readonly chosen: readonly Bench[]; readonly isJson: boolean } | null;

/** @throws Error when an option or a bench is unknown. */
function readArguments(): Request {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } },
  });
  const unknown = positionals.filter((name) => !ALL.some(({ id }) => id === name));
  if (unknown.length > 0) throw new Error(`There is no bench called ${unknown.join(", ")}.`);
  const chosen = positionals.length === 0 ? ALL : ALL.filter(({ id }) => positionals.includes(id));
  return values.help ? null : { chosen, isJson: values.json };
}

/** The request; where it is wrong, that is said and the exit code set. */
function readRequest(): Request {
  try {
    const request = readArguments();
    if (request === null) console.log(USAGE);
    return request;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exitCode = WRONG_USAGE;
    return null;
  }
}

async function measure({ chosen, isJson }: NonNullable<Request>): Promise<void> {
  const tables: { readonly title: string; readonly rows: readonly Row[] }[] = [];
  const processor = cpus()[0]?.model ?? "unknown processor";
  if (!isJson) console.log(`${processor}, ${cpus().length} cores, Node ${process.version}`);
  for (const bench of chosen) {
    const rows = await bench.measure();
    tables.push({ title: bench.title, rows });
    if (!isJson) printTable(bench.title, rows);
  }
  if (isJson) console.log(JSON.stringify(tables, null, 2));
  if (tables.some(({ rows }) => rows.some((row) => holds(row) === false))) process.exitCode = 1;
}

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

const request = readRequest();
if (request !== null) await measure(request);
