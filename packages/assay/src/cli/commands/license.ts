/** `assay license FILE…`: which licence a text is, how it departs from it, and what it permits. */

import { UsageError } from "../../model/errors.ts";
import type { Command } from "../command.ts";
import { addOutputOptions, type OutputOptions, readOutputs, writeOutputs } from "../output.ts";

/** Exit code where a file could not be read (docs/cli.md). */
const UNSETTLED = 2;

interface Options extends OutputOptions {
  readonly against?: boolean;
}

const license: Command = {
  name: "license",
  register(program) {
    addOutputOptions(program.command("license"))
      .summary("identify licence texts, read their terms, compare two")
      .description("Says which licence a text is, every place in which it departs from it, and the terms that it sets.")
      .argument("<file...>", "licence texts; with --against the older and the newer one")
      .option("--against", "hold two texts beside each other: OLD NEW")
      .action(run);
  },
};

async function run(paths: readonly string[], options: Options): Promise<void> {
  const outputs = readOutputs(options);
  const against = options.against === true;
  if (against && paths.length !== 2)
    throw new UsageError("--against takes two files: the older text and the newer one.");
  const [door, { viewLicense }] = await Promise.all([
    import("../../node.ts"),
    import("../../report/shared/license-view.ts"),
  ]);
  const document = await door.readLicenseFiles({ paths, against });
  writeOutputs(outputs, { document, views: viewLicense(document) });
  if (document.files.some(({ because }) => because !== undefined)) process.exitCode = UNSETTLED;
}

export default license;
