/** `assay alliance …`: the commands of the books. */

import { Command, CommanderError } from "commander";
import { check, count, decide, init, log, open } from "./commands.ts";
import { gate, guidance, render, results, selfcheck } from "./reports.ts";
import { type Said, toPrintable, UsageError } from "./say.ts";
import { readReceipts, type VoteOptions, vote } from "./voting.ts";

/** Exit codes that no ballot decides (docs/cli.md). */
const WRONG_USAGE = 64;

/** Where a run writes. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

interface Options {
  readonly in: string;
  readonly json?: boolean;
}

/** Runs a command of the books. @returns the exit code. */
export async function runAlliance(args: readonly string[], streams: Streams): Promise<number> {
  let exitCode = 0;
  const tell = ({ text, document, exitCode: code }: Said, { json }: Options): void => {
    streams.out(json === true ? `${JSON.stringify(document, null, 2)}\n` : `${toPrintable(text)}\n`);
    exitCode = code;
  };
  try {
    await buildProgram(tell, streams).parseAsync([...args], { from: "user" });
  } catch (error) {
    return explain(error, streams);
  }
  return exitCode;
}

function explain(error: unknown, { err }: Streams): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
  if (!(error instanceof UsageError)) throw error;
  err(`assay: ${toPrintable(error.message)}\n`);
  return WRONG_USAGE;
}

type Tell = (said: Said, options: Options) => void;

function buildProgram(tell: Tell, { out, err }: Streams): Command {
  const program = new Command("assay alliance")
    .description(
      "Keeps the books of an alliance in a folder: members, ballots and decisions that anyone can recompute.",
    )
    .configureOutput({ writeOut: out, writeErr: err })
    .exitOverride();
  addReading(program, tell);
  addReports(program, tell);
  addWriting(program, tell);
  addVoting(program, tell);
  addLog(program, tell);
  for (const command of program.commands) command.copyInheritedSettings(program).exitOverride();
  return program;
}

function addReading(program: Command, tell: Tell): void {
  addOptions(program.command("check"))
    .summary("do the books hold together? names, terms, rolls, signatures, decisions")
    .action(async (options: Options) => tell(await check(options.in), options));
  addOptions(program.command("tally").argument("<ballot>"))
    .summary("count a ballot, with the reasons")
    .action(async (ballot: string, options: Options) => tell(await count(options.in, ballot), options));
}

function addReports(program: Command, tell: Tell): void {
  addOptions(program.command("gate").argument("<release>"))
    .summary("may a release go to its next stage? what is missing")
    .action(async (release: string, options: Options) => tell(await gate(options.in, release), options));
  addOptions(program.command("selfcheck"))
    .summary("what is overdue, expired, vacant, unanswered or without evidence")
    .option("--on <day>", "as of this day", now().slice(0, 10))
    .action(async (options: Options & { readonly on: string }) =>
      tell(await selfcheck(options.in, readDay(options.on)), options),
    );
  addOptions(program.command("render").argument("<folder>"))
    .summary("write the public record: plain pages and a feed")
    .option("--on <day>", "as of this day", now().slice(0, 10))
    .action(async (to: string, options: Options & { readonly on: string }) =>
      tell(await render(options.in, to, readDay(options.on)), options),
    );
  addOptions(program.command("guidance").argument("[pack]"))
    .summary("guidance that needs of a release refer to: EU AI Act, NIST 600-1")
    .action((pack: string | undefined, options: Options) => tell(guidance(pack), options));
  addOptions(program.command("results").argument("<file...>"))
    .summary("read results of benchmarks, and which of them compare")
    .action(async (paths: readonly string[], options: Options) => tell(await results(paths), options));
}

function addWriting(program: Command, tell: Tell): void {
  addOptions(program.command("init"))
    .summary("begin an alliance in an empty folder")
    .requiredOption("--name <name>", "name of the alliance")
    .action(async (options: Options & { readonly name: string }) =>
      tell(await init(options.in, options.name), options),
    );
  addOptions(program.command("open").argument("<proposal>"))
    .summary("open a ballot: rule and roll are written down as they are")
    .requiredOption("--body <body>", "who decides")
    .requiredOption("--by <person>", "who opens it and signs")
    .option("--as <id>", "name of the ballot (default: the proposal's)")
    .option("--at <time>", "when it opens, 2026-03-01T12:00:00Z", now())
    .option("--receipts <file>", "vote in secret: YAML with a key for each seat that may vote, by pseudonym")
    .action(
      async (
        proposal: string,
        options: Options &
          Readonly<Record<"body" | "by" | "at", string>> & {
            readonly as?: string;
            readonly receipts?: string;
          },
      ) => {
        const { body, by, at, receipts } = options;
        const secret = receipts === undefined ? {} : { receipts: await readReceipts(receipts) };
        const request = { proposal, body, by, at: readTime(at), ...secret };
        tell(await open(options.in, options.as ?? proposal, request), options);
      },
    );
  addOptions(program.command("decide").argument("<ballot>"))
    .summary("record what came of a ballot, with everything it rests on")
    .requiredOption("--by <person>", "who records it and signs")
    .option("--at <time>", "when, 2026-03-01T12:00:00Z", now())
    .action(async (ballot: string, options: Options & Readonly<Record<"by" | "at", string>>) => {
      const { by, at } = options;
      tell(await decide(options.in, { ballot, by, at: readTime(at) }), options);
    });
}

function addVoting(program: Command, tell: Tell): void {
  addOptions(program.command("vote").argument("<ballot>"))
    .summary("write a vote for a seat, sealed where the rule hides votes")
    .requiredOption("--seat <seat>", "whose vote it is")
    .requiredOption("--by <person>", "who votes and signs")
    .requiredOption("--choice <choice>", "yes, no, abstain, veto or recusal")
    .option("--reason <text>", "why; published with the decision")
    .option("--keep <file>", "where to keep what opens a sealed vote, outside of the books")
    .option("--at <time>", "when, 2026-03-01T12:00:00Z", now())
    .action(async (ballot: string, { in: folder, json, at, ...request }: Options & Omit<VoteOptions, "ballot">) =>
      tell(await vote(folder, { ...request, ballot, at: readTime(at) }), {
        in: folder,
        ...(json === true ? { json } : {}),
      }),
    );
}

function addLog(program: Command, tell: Tell): void {
  addOptions(program.command("log"))
    .summary("add what was decided to the log, under a checkpoint to be signed")
    .requiredOption("--by <person>", "who keeps the log and signs")
    .option("--at <time>", "when, 2026-03-01T12:00:00Z", now())
    .action(async (options: Options & Readonly<Record<"by" | "at", string>>) =>
      tell(await log(options.in, { by: options.by, at: readTime(options.at) }), options),
    );
}

function addOptions(command: Command): Command {
  return command.option("--in <folder>", "folder of the books", ".").option("--json", "a JSON document");
}

function now(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, "Z");
}

/** @throws UsageError for a day that is none. */
function readDay(words: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words) || Number.isNaN(Date.parse(words)))
    throw new UsageError(`${words} is no day: write it as 2026-03-01.`);
  return words;
}

/** @throws UsageError for a time that is none. */
function readTime(words: string): string {
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(words) && !Number.isNaN(Date.parse(words));
  if (!isTime) throw new UsageError(`${words} is no time: write it as 2026-03-01T12:00:00Z.`);
  return words;
}
