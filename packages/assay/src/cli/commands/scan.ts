/** `assay scan TARGET…`: is it safe to load? */

import { setFlagsFromString } from "node:v8";
import type { ScanDocument } from "../../model/scan.ts";
import type { ScanRequest } from "../../node-scanner.ts";
import type { Command } from "../command.ts";
import { addOutputOptions, collect, type OutputOptions, readOutputs, writeOutputs } from "../output.ts";
import { say } from "../say.ts";
import { watchTarget } from "../watch-target.ts";

/** Exit codes (docs/cli.md). */
const [FAILS, UNSETTLED] = [1, 2];

interface Options extends OutputOptions {
  readonly with: readonly string[];
  readonly listing?: string;
  readonly offline?: boolean;
  readonly revision?: string;
}

const scan: Command = {
  name: "scan",
  register(program) {
    addOutputOptions(program.command("scan"))
      .summary("is it safe to load? every byte accounted for, none executed")
      .description("Says of every file whether loading it can run code, with the byte where it is.")
      .argument("<target...>", "folders, files, archives, or places: ORG/NAME, github:OWNER/NAME, git:URL")
      .option("--with <target>", "a further place of the same release; repeatable", collect, [])
      .option("--revision <rev>", "commit, branch or tag of the target")
      .option("--offline", "ask nothing of a network: what was fetched before answers alone")
      .option("--listing <file>", "tab-separated table (path, size) of what else the origin holds")
      .action(run);
  },
};

/**
 * Keeps the space for short-lived objects at its first size. A scan makes many of them, of hostile files above all; V8 would let
 * the space grow to 32 MiB, three times over, and is no faster for it (bench/scan). Node 22 to 24 know the flag, and read it
 * each time that the space would grow.
 */
function keepMemorySmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}

async function run(targets: readonly string[], options: Options): Promise<void> {
  keepMemorySmall();
  const outputs = readOutputs(options);
  const [door, { viewScan }] = await Promise.all([
    import("../../node-scanner.ts"),
    import("../../report/shared/scan-view.ts"),
  ]);
  const documents: ScanDocument[] = [];
  for (const target of targets) {
    const request: ScanRequest = {
      target,
      with: options.with,
      isOffline: options.offline === true,
      onChoice: (message) => say(`assay: ${message}`),
      ...(options.revision === undefined ? {} : { revision: options.revision }),
      ...(options.listing === undefined ? {} : { listing: options.listing }),
    };
    documents.push(await watchTarget(target, (watch) => door.scan({ ...request, ...watch })));
  }
  const [only, ...others] = documents;
  writeOutputs(outputs, { document: others.length === 0 ? only : documents, views: documents.map(viewScan) });
  process.exitCode = Math.max(...documents.map(exitCodeOf));
}

/** A danger is settled, whatever else is open. */
function exitCodeOf({ summary, gaps, files }: ScanDocument): number {
  if (summary.dangerous > 0) return FAILS;
  const isOpen = files.length === 0 || gaps.length > 0 || files.some((file) => file.gaps.length > 0);
  return isOpen ? UNSETTLED : 0;
}

export default scan;
