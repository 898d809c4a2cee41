/** The tables and lists of a run, as text. */

import { findClassed } from "./classed.ts";
import type { Agreement, Compared } from "./judge.ts";
import { type Outcome, SOURCE_TITLES, type SourceId } from "./judgement.ts";

const OUTCOMES: readonly Outcome[] = ["agree", "less", "unknown", "disagree"];
const HEAD: readonly string[] = ["dimension", ...OUTCOMES, "cited", "held", "decided"];

/** For how many dimensions records cite the releases, how many of those the copies hold, and how many of these we decide. */
export interface Decided {
  readonly cited: number;
  readonly held: number;
  readonly decided: number;
}

/** Counts what is cited, what is held and what we decide of it. */
export function countDecided(compared: readonly Compared[]): Decided {
  const held = compared.filter(({ isHeld }) => isHeld);
  const cited = compared.filter(({ isCited }) => isCited).length;
  return { cited, held: held.length, decided: held.filter(({ outcome }) => outcome !== "unknown").length };
}

/** One table per source, then every disagreement. */
export function printAgreement({ read, pairs, compared }: Agreement): string {
  const sources = Object.keys(SOURCE_TITLES) as readonly SourceId[];
  const tables = sources.map((source) => {
    const ours = compared.filter(({ judgement }) => judgement.source === source);
    const joined = pairs.filter(({ judgement }) => judgement.source === source);
    const records = read.filter((one) => one.source === source).length;
    const releases = new Set(joined.map(({ release }) => release.id)).size;
    return `${SOURCE_TITLES[source]}: ${records} records, ${joined.length} joined with ${releases} releases\n${printTable(ours)}`;
  });
  const releases = new Set(pairs.map(({ release }) => release.id)).size;
  const apart = compared.filter(({ outcome }) => outcome === "disagree");
  const list = apart.map(describe).join("\n");
  return `${tables.join("\n\n")}\n\n${releases} releases joined, ${apart.length} disagreements\n\n${list}`;
}

function printTable(compared: readonly Compared[]): string {
  const dimensions = [...new Set(compared.map(({ dimension }) => dimension))];
  const rows = dimensions.map((dimension) =>
    toRow(
      dimension,
      compared.filter((one) => one.dimension === dimension),
    ),
  );
  const lines = [HEAD, ...rows, toRow("all", compared)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map(
      (cells) =>
        `  ${cells
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join("  ")
          .trimEnd()}`,
    )
    .join("\n");
}

function toRow(name: string, compared: readonly Compared[]): readonly string[] {
  const counts = OUTCOMES.map((outcome) => compared.filter((one) => one.outcome === outcome).length);
  const { cited, held, decided } = countDecided(compared);
  return [name, ...counts, cited, held, decided].map(String);
}

function describe(one: Compared): string {
  const { judgement, release, dimension, label, words, range } = one;
  const classed = findClassed(one);
  return [
    `${judgement.record} (${judgement.source}), ${dimension} of ${release}`,
    `  they say ${label}: ${words}`,
    `  we say ${range.least === range.best ? range.least : `${range.least} at least, ${range.best} at best`}`,
    ...range.evidence.map((line) => `    ${line}`),
    `  ${classed === undefined ? "nobody has looked at it" : `${classed.class}: ${classed.because}`}`,
  ].join("\n");
}
