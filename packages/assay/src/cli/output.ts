/** Writes results: each asked-for format to the standard output or to its file. */

import { writeFileSync } from "node:fs";
import type { Command as Program } from "commander";
import { UsageError } from "../model/errors.ts";
import { reports } from "../report/all.generated.ts";
import type { Device, Rendered, Report } from "../report/shared/report.ts";

/** A format and the file it goes to; no file means standard output. */
export interface Output {
  readonly report: Report;
  readonly path?: string;
}

/** Columns of a report that nobody asked a width of; look.md's measure. */
const WIDTH = 80;

/** What {@link addOutputOptions} adds to a command's options. */
export interface OutputOptions {
  readonly output: readonly string[];
  readonly json?: boolean;
}

/**
 * Reads `--output FORMAT[=PATH]` and `--json`. `targets` counts the releases that the command is to tell of, 0 where it tells
 * of something else. @throws UsageError that names the formats there are.
 */
export function readOutputs({ output, json }: OutputOptions, targets = 0): readonly Output[] {
  const wanted = [...output, ...(json === true ? ["json"] : [])];
  const outputs = (wanted.length === 0 ? ["text"] : wanted).map(readOutput);
  if (outputs.filter(({ path }) => path === undefined).length > 1) {
    throw new UsageError(
      "Only one format can go to the standard output; give the others a file: --output json=report.json.",
    );
  }
  const single = outputs.find(({ report }) => report.needs === "one-release");
  if (single !== undefined && targets !== 1) {
    throw new UsageError(`The format ${single.report.id} tells of one release: assess one target with it.`);
  }
  return outputs;
}

/** Adds `-o` and `--json` to a command. */
export function addOutputOptions(command: Program): Program {
  return command
    .option("-o, --output <format[=path]>", "report format, to standard output or a file; repeatable", collect, [])
    .option("--json", "the same as --output json");
}

/** Gathers the values of an option that may be given more than once. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function readOutput(value: string): Output {
  const equals = value.indexOf("=");
  const id = equals < 0 ? value : value.slice(0, equals);
  const report: Report | undefined = reports.find((candidate) => candidate.id === id);
  if (report === undefined) {
    throw new UsageError(`There is no output format ${id}; there is ${reports.map((known) => known.id).join(", ")}.`);
  }
  return equals < 0 ? { report } : { report, path: value.slice(equals + 1) };
}

/** Renders and writes a result. @throws UsageError when a file cannot be written. */
export function writeOutputs(outputs: readonly Output[], rendered: Rendered): void {
  for (const { report, path } of outputs) {
    if (path === undefined) process.stdout.write(report.render(rendered, describeTerminal()));
    else writeReport(path, report.render(rendered, { colour: false, width: WIDTH, isTerminal: false, path }));
  }
}

function writeReport(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (cause) {
    throw new UsageError(`${path} cannot be written: ${cause instanceof Error ? cause.message : "unknown error"}.`);
  }
}

function describeTerminal(): Device {
  const { isTTY, columns } = process.stdout;
  const colour = isTTY === true && (process.env.NO_COLOR ?? "") === "" && process.env.TERM !== "dumb";
  return {
    colour,
    width: isTTY === true ? Math.min(Math.max(columns ?? WIDTH, 60), 120) : WIDTH,
    isTerminal: isTTY === true,
  };
}
