/** `assay alliance …`: the books of an alliance, a package of its own. */

import { UsageError } from "../../model/errors.ts";
import type { Command } from "../command.ts";

/** Name of the package; it is no dependency, so that who assesses models does not install it. */
const PACKAGE = "@openassay/alliance";

/** What of its door is used. */
interface Door {
  runAlliance(
    args: readonly string[],
    streams: Readonly<Record<"out" | "err", (text: string) => void>>,
  ): Promise<number>;
}

const alliance: Command = {
  name: "alliance",
  register(program) {
    program
      .command("alliance")
      .summary("an alliance in a folder: members, ballots, decisions (package @openassay/alliance)")
      .argument("[args...]", "init, check, open, tally, decide; --help lists their options")
      .helpOption(false)
      .allowUnknownOption()
      .action(async (args: readonly string[]) => {
        const { runAlliance } = await openDoor();
        process.exitCode = await runAlliance(args, {
          out: (text) => process.stdout.write(text),
          err: (text) => process.stderr.write(text),
        });
      });
  },
};

async function openDoor(): Promise<Door> {
  try {
    return await import(PACKAGE);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw cause;
    throw new UsageError(`assay alliance needs the package ${PACKAGE}: npm install ${PACKAGE}`);
  }
}

export default alliance;
