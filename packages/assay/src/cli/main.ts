/** The command line: registers the commands, runs one, and turns what is thrown into a sentence and an exit code. */

import { CommanderError, Command as Program } from "commander";
import { UsageError } from "../model/errors.ts";
import { VERSION } from "../version.generated.ts";
import { commands } from "./commands/all.generated.ts";
import { say, toPrintableLines } from "./say.ts";

/** Exit codes that no policy decides (docs/cli.md has all of them). */
const WRONG_USAGE = 64;
const OUR_BUG = 70;
/** 128 + SIGINT, as shells count. */
const INTERRUPTED = 130;

function buildProgram(): Program {
  const program = new Program("assay")
    .description("Tells the truth about released AI models, with evidence.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .showHelpAfterError("(assay --help lists commands and options)")
    .configureOutput({ writeErr: (text) => process.stderr.write(toPrintableLines(text)) })
    .exitOverride();
  for (const command of commands) command.register(program);
  for (const command of program.commands)
    command.showHelpAfterError(`(assay ${command.name()} --help lists its options)`);
  return program;
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
  if (error instanceof UsageError) {
    say(`assay: ${error.message}`);
    return WRONG_USAGE;
  }
  if (error instanceof Error && error.name === "AbortError") {
    say("assay: stopped.");
    return INTERRUPTED;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say(`assay: this is a bug in Assay ${VERSION}; please report it with these lines.\n${detail}`);
  return OUR_BUG;
}

// A reader that closes the pipe early (assay … | head) has what it wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  await buildProgram().parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}
