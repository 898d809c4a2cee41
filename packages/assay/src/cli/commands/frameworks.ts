/** `assay frameworks [ID]`: what a release can be ruled by. */

import type { FrameworksDocument } from "../../model/documents.ts";
import type { Framework } from "../../model/types.ts";
import type { Command } from "../command.ts";
import { addOutputOptions, type OutputOptions, readOutputs, writeOutputs } from "../output.ts";

interface Options extends OutputOptions {
  readonly validate?: string;
}

type Door = typeof import("../../node.ts");

/** One's own, the one that is named, or all. */
async function choose(door: Door, named?: string, own?: string): Promise<readonly Framework[]> {
  if (own !== undefined) return [await door.readOwnFramework(own)];
  return named === undefined ? door.frameworks : door.selectFrameworks([named]);
}

const frameworks: Command = {
  name: "frameworks",
  register(program) {
    addOutputOptions(program.command("frameworks"))
      .summary("the frameworks that releases are ruled by")
      .argument("[id]", "show one, NAME[@VERSION][/READING]")
      .option("--validate <file>", "check a framework of your own, and show it")
      .action(async (named: string | undefined, options: Options) => {
        const outputs = readOutputs(options);
        const door = await import("../../node.ts");
        const views = await import("../../report/shared/frameworks-view.ts");
        const shown = await choose(door, named, options.validate);
        const document: FrameworksDocument = {
          schema: "https://openassay.org/schemas/frameworks/v1.json",
          frameworks: shown.map((framework) => ({
            address: door.nameFramework(framework),
            title: framework.title,
            source: framework.source,
            levels: framework.levels.map((level) => level.id),
          })),
        };
        const [only] = shown;
        const view =
          shown.length > 1 || only === undefined
            ? views.viewFrameworks(document)
            : views.viewFramework(only, door.nameFramework(only));
        writeOutputs(outputs, { document, views: [view] });
      });
  },
};

export default frameworks;
