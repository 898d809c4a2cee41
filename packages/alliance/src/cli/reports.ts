/** Commands that report on books: the gate of a release, the self-check, results, the public record. */

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { askGate, type GateReport } from "../gate/gate.ts";
import type { ReadEvidence } from "../gate/needs.ts";
import { guidancePacks } from "../guidance/packs.ts";
import { renderRecord } from "../render/index.ts";
import { findClaims, findDuplicates, type Pair } from "../results/compare.ts";
import { readResults } from "../results/read.ts";
import type { BenchmarkResult } from "../results/result.ts";
import { selfCheck } from "../selfcheck/index.ts";
import { withBooks } from "./books.ts";
import { type Said, UsageError } from "./say.ts";

function readerOf(folder: string): ReadEvidence {
  return async (path) => await readFile(join(folder, path), "utf8");
}

/** Says whether a release may go to its next stage. */
export async function gate(folder: string, id: string): Promise<Said> {
  return await withBooks(folder, async (books) => {
    const plan = books.releases.get(id)?.value;
    if (plan === undefined)
      throw new UsageError(
        `There is no releases/${id}.yaml; there is ${[...books.releases.keys()].join(", ") || "none"}.`,
      );
    const report = await askGate({ books, id, plan, read: readerOf(folder) });
    return { text: describeGate(report), document: report, exitCode: EXITS[report.gate] };
  });
}

const EXITS = { open: 0, closed: 1, unknown: 2 } as const;

function describeGate({ release, from, to, gate: state, rows }: GateReport): string {
  if (to === null) return `${release} is ${from}: the plan has no further stage.`;
  const missing = rows.filter(({ verdict }) => verdict !== "met").length;
  const headline = state === "open" ? "passes" : `does not pass: ${missing} of ${rows.length} needs`;
  return [
    `${release} from ${from} to ${to} ${headline}`,
    ...rows.map(
      ({ verdict, text, because, references }) =>
        `  ${verdict.padEnd(7)}  ${text} · ${because}${references.length > 0 ? ` (${references.join(", ")})` : ""}`,
    ),
  ].join("\n");
}

/** Says what is overdue on a day. */
export async function selfcheck(folder: string, day: string): Promise<Said> {
  return await withBooks(folder, async (books) => {
    const due = await selfCheck(books, day, readerOf(folder));
    const lines = due.map(({ due: on, owner, message, path }) => `  ${on}  ${owner}: ${message} (${path})`);
    const headline = due.length === 0 ? `Nothing is due on ${day}.` : `${due.length} due on ${day}:`;
    return { text: [headline, ...lines].join("\n"), document: { day, due }, exitCode: due.length === 0 ? 0 : 1 };
  });
}

/** Writes the public record into a folder. */
export async function render(folder: string, to: string, day: string): Promise<Said> {
  return await withBooks(folder, async (books) => {
    const files = renderRecord({ books, day, due: await selfCheck(books, day, readerOf(folder)) });
    for (const { path, text } of files) {
      await mkdir(dirname(join(to, path)), { recursive: true });
      await writeFile(join(to, path), text);
    }
    return {
      text: `Wrote ${files.length} files into ${to}; begin with index.html.`,
      document: { files: files.map(({ path }) => path) },
      exitCode: 0,
    };
  });
}

/** Lists the packs of guidance that needs can refer to, or the items of one. */
export function guidance(id?: string): Said {
  if (id === undefined) {
    const lines = guidancePacks.map((pack) => `${pack.id}  ${pack.title} (${pack.items.length} items)`);
    return { text: lines.join("\n"), document: guidancePacks, exitCode: 0 };
  }
  const pack = guidancePacks.find((one) => one.id === id);
  if (pack === undefined)
    throw new UsageError(`There is no pack ${id}; there is ${guidancePacks.map((one) => one.id).join(", ")}.`);
  const items = pack.items.map((item) => `  ${pack.id}:${item.id}  ${item.text}`);
  const note = pack.matrix === undefined ? [] : [`  ${pack.matrix.note}`];
  return { text: [pack.title, `  ${pack.source}`, ...items, ...note].join("\n"), document: pack, exitCode: 0 };
}

/** Reads results of benchmarks, and says which of them may be held beside each other. */
export async function results(paths: readonly string[]): Promise<Said> {
  const read = await Promise.all(paths.map(readOne));
  const all = read.flatMap((one) => one.results);
  const gaps = read.flatMap(({ gaps: some }, index) => some.map((gap) => `${paths[index]}: ${gap}`));
  const [duplicates, claims] = [findDuplicates(all), findClaims(all)];
  const text = [
    `${all.length} results`,
    ...all.map(describeResult),
    ...section("Told twice", duplicates.map(describePair)),
    ...section("Claimed by the maker, measured by others", claims.map(describePair)),
    ...section("Not read", gaps),
  ].join("\n");
  return { text, document: { results: all, duplicates, claims, gaps }, exitCode: gaps.length > 0 ? 2 : 0 };
}

async function readOne(path: string): Promise<ReturnType<typeof readResults>> {
  try {
    const text = await readFile(path, "utf8");
    const spec = await readFile(join(dirname(path), "run_spec.json"), "utf8").catch(() => null);
    return readResults(path, text, () => spec);
  } catch (cause) {
    throw new UsageError(`${path} cannot be read: ${cause instanceof Error ? cause.message : "unknown error"}.`);
  }
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

function describeResult({ model, benchmark, metric, value, standardError, harness, shots }: BenchmarkResult): string {
  const setting = [harness, shots === undefined ? undefined : `${shots} shots`]
    .filter((part) => part !== undefined)
    .join(", ");
  const error = standardError === undefined ? "" : ` ± ${standardError}`;
  return `  ${model} · ${benchmark} · ${metric}: ${value}${error}${setting === "" ? "" : ` (${setting})`}`;
}

function describePair({ a, b, comparability }: Pair): string {
  const how =
    comparability.kind === "compatible"
      ? `compatible; not stated by both: ${comparability.unstated.join(", ")}`
      : comparability.kind;
  return `${a.model} · ${a.benchmark}: ${a.value} (${a.source.path}) and ${b.value} (${b.source.path}) · ${how}`;
}
