/** `assay check [TARGET…]`: fails when a locked release changed in a way that matters. */

import type { LockedTarget, Present } from "../../node.ts";
import type { Command } from "../command.ts";
import { addOutputOptions, type OutputOptions, readOutputs, writeOutputs } from "../output.ts";
import { watchTarget } from "../watch-target.ts";

interface Options extends OutputOptions {
  readonly lock?: string;
  readonly offline?: boolean;
}

/** Exit codes of what a check comes to (docs/cli.md). */
const CODES = { holds: 0, fails: 1, unsettled: 2 } as const;

const check: Command = {
  name: "check",
  register(program) {
    addOutputOptions(program.command("check"))
      .summary("whether locked releases changed in a way that matters")
      .description(
        "Looks at each locked release again. A right that is lost, a licence that is narrower, weights that were replaced and a finding of severity error fail; what cannot be settled is told.",
      )
      .argument(
        "[target...]",
        "these of the locked releases alone; a saved assessment (.json) is taken for what it is now",
      )
      .option("--lock <file>", "the lock (default: assay.lock.json)")
      .option("--offline", "ask nothing of a network: what was fetched before answers alone")
      .action(async (targets: readonly string[], options: Options) => {
        process.exitCode = await run(targets, options);
      });
  },
};

async function run(targets: readonly string[], options: Options): Promise<number> {
  const outputs = readOutputs(options);
  const [door, { viewCheck }] = await Promise.all([
    import("../../node.ts"),
    import("../../report/shared/check-view.ts"),
  ]);
  const path = options.lock ?? door.LOCK_FILE;
  const present: (readonly [LockedTarget, Present])[] = [];
  for (const { locked, saved } of await door.planCheck(targets, path)) {
    const isOffline = options.offline === true;
    const again = watchTarget(locked.target, (watch) => door.lookAgain(locked, { ...watch, isOffline, path, saved }));
    present.push([locked, await again]);
  }
  const document = await door.check({ targets: present, platform: door.platform });
  const code = CODES[document.outcome];
  writeOutputs(outputs, { document, views: [viewCheck(document, code)] });
  return code;
}

export default check;
