/** `assay rule --framework ID --record FILE…`: classifies records that somebody else keeps. */

import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { UsageError } from "../../model/errors.ts";
import type { Command } from "../command.ts";
import { addOutputOptions, type OutputOptions, readOutputs, writeOutputs } from "../output.ts";

/** Records are a page long; what is larger is none. */
const LARGEST = 4 << 20;

interface Options extends OutputOptions {
  readonly framework: string;
  readonly record: readonly string[];
  readonly against?: string;
}

const rule: Command = {
  name: "rule",
  register(program) {
    addOutputOptions(program.command("rule"))
      .summary("classify existing records by a framework")
      .description("Classifies records of the Model Openness Framework (YAML) with the engine that rules releases.")
      .requiredOption("--framework <id>", "NAME[@VERSION][/READING], or a file of your own")
      .option("--against <id>", "tell which records move between this framework and that one")
      .requiredOption("--record <file...>", "records")
      .action(run);
  },
};

async function run(options: Options): Promise<void> {
  const outputs = readOutputs(options);
  const door = await import("../../node.ts");
  const { viewRule } = await import("../../report/shared/rule-view.ts");
  const [framework] = await door.loadFrameworks([options.framework]);
  const [before] = options.against === undefined ? [] : await door.loadFrameworks([options.against]);
  if (framework === undefined) return;
  const document = await door.ruleRecords(framework, options.record.map(readRecord), before);
  writeOutputs(outputs, { document, views: [viewRule(document, framework)] });
}

function readRecord(path: string): { readonly file: string; readonly text: string } {
  try {
    if (statSync(path).size > LARGEST) throw new UsageError(`${path} is larger than ${LARGEST} bytes and no record.`);
    return { file: basename(path), text: readFileSync(path, "utf8") };
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${path} cannot be read: ${cause instanceof Error ? cause.message : "unknown error"}.`);
  }
}

export default rule;
