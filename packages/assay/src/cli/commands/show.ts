/** `assay show [NAME]`: a known release from facts that ship, without a network. */

import type { Command } from "../command.ts";
import { addOutputOptions, type OutputOptions, readOutputs, writeOutputs } from "../output.ts";

const show: Command = {
  name: "show",
  register(program) {
    addOutputOptions(program.command("show"))
      .summary("a known release from facts that ship, without a network")
      .description(
        "Shows what is known of a release without reading it: the four freedoms, what its publisher says beside the terms, rights, frameworks, each with its source. Without a name it lists what there is.",
      )
      .argument("[name]", "llama-2, meta-llama/Llama-2-7b-hf…")
      .action(run);
  },
};

async function run(name: string | undefined, options: OutputOptions): Promise<void> {
  const outputs = readOutputs(options);
  // Not the front door: it brings what reads releases and asks a network.
  const [door, { platform }, views] = await Promise.all([
    import("../../known.ts"),
    import("../../node-platform.ts"),
    import("../../report/shared/show-view.ts"),
  ]);
  if (name === undefined) {
    const document = await door.listKnown(platform);
    writeOutputs(outputs, { document, views: [views.viewKnown(document)] });
    return;
  }
  const document = await door.showKnown(name, platform);
  writeOutputs(outputs, { document, views: [views.viewShown(document, door.frameworks)] });
}

export default show;
