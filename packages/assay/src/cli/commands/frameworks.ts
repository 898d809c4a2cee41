/** `assay frameworks [ID]`: what a release can be ruled by. */

import type { FrameworksDocument } from "../../model/documents.ts";
import type { Command } from "../command.ts";
import { addOutputOptions, type OutputOptions, readOutputs, writeOutputs } from "../output.ts";

const frameworks: Command = {
  name: "frameworks",
  register(program) {
    addOutputOptions(program.command("frameworks"))
      .summary("the frameworks that releases are ruled by")
      .argument("[id]", "show one, NAME[@VERSION][/READING]")
      .action(async (id: string | undefined, options: OutputOptions) => {
        const outputs = readOutputs(options);
        const door = await import("../../node.ts");
        const views = await import("../../report/shared/frameworks-view.ts");
        const shown = id === undefined ? door.frameworks : door.selectFrameworks([id]);
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
          id === undefined || only === undefined
            ? views.viewFrameworks(document)
            : views.viewFramework(only, door.nameFramework(only));
        writeOutputs(outputs, { document, views: [view] });
      });
  },
};

export default frameworks;
