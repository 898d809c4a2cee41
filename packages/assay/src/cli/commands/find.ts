/** `assay find TARGET`: what else belongs to a release, by the links of its cards. */

import type { Command } from "../command.ts";
import { stopOnInterrupt } from "../interrupt.ts";
import { addOutputOptions, type OutputOptions, readOutputs, writeOutputs } from "../output.ts";

interface Options extends OutputOptions {
  readonly offline?: boolean;
  readonly revision?: string;
}

const find: Command = {
  name: "find",
  register(program) {
    addOutputOptions(program.command("find"))
      .summary("the other parts of a release, by its links: a draft of release.json")
      .description("Follows the links of a release's cards to code, data and papers, and says which of them link back.")
      .argument("<target>", "ORG/NAME on the model hub, github:OWNER/NAME, or another place")
      .option("--revision <rev>", "commit, branch or tag of the target")
      .option("--offline", "ask nothing of a network: what was fetched before answers alone")
      .action(run);
  },
};

async function run(target: string, options: Options): Promise<void> {
  const outputs = readOutputs(options);
  const [door, { viewDraft }] = await Promise.all([
    import("../../node.ts"),
    import("../../report/shared/find-view.ts"),
  ]);
  const document = await stopOnInterrupt((signal) =>
    door.find({
      target,
      signal,
      isOffline: options.offline === true,
      ...(options.revision === undefined ? {} : { revision: options.revision }),
    }),
  );
  writeOutputs(outputs, { document, views: [viewDraft(document)] });
}

export default find;
