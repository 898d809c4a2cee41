/** `assay lock [TARGET…]`: pins the releases that a project uses. */

import type { AssessRequest, LockedTarget } from "../../node.ts";
import type { Command } from "../command.ts";
import { addOutputOptions, collect, type OutputOptions, readOutputs, writeOutputs } from "../output.ts";
import { watchTarget } from "../watch-target.ts";

interface Options extends OutputOptions {
  readonly lock?: string;
  readonly with: readonly string[];
  readonly offline?: boolean;
}

const lock: Command = {
  name: "lock",
  register(program) {
    addOutputOptions(program.command("lock"))
      .summary("pin the releases that a project uses: weights, licences, rights, levels")
      .description(
        "Writes down what each release is now, into assay.lock.json. Releases that are locked already and are not named stay as they are; without a target all are locked anew.",
      )
      .argument("[target...]", "as of assay TARGET…; a place without a revision is followed as it moves")
      .option("--lock <file>", "the lock (default: assay.lock.json)")
      .option("--with <target>", "a further place of the same release; repeatable", collect, [])
      .option("--offline", "ask nothing of a network: what was fetched before answers alone")
      .action(async (targets: readonly string[], options: Options) => {
        process.exitCode = await run(targets, options);
      });
  },
};

async function run(targets: readonly string[], options: Options): Promise<number> {
  const outputs = readOutputs(options);
  const [door, { viewLock }] = await Promise.all([
    import("../../node.ts"),
    import("../../report/shared/check-view.ts"),
  ]);
  const path = options.lock ?? door.LOCK_FILE;
  const before = await door.readLock(path);
  const asked = door.planLock(before, { targets, with: options.with, path });
  const now = new Date();
  const locked: LockedTarget[] = [];
  const codes: number[] = [];
  for (const { request, open } of asked) {
    const assessment = await assess(door, {
      target: open.target,
      with: open.with,
      isOffline: options.offline === true,
    });
    locked.push(door.lock(assessment, request));
    codes.push(door.decide(assessment, door.DEFAULT_POLICY, now).exitCode);
  }
  const document = door.mergeLock(before, locked);
  door.writeLock(path, document);
  const anew = new Set(locked.map(({ target }) => target));
  writeOutputs(outputs, { document, views: [viewLock(document, path, anew)] });
  return Math.max(0, ...codes);
}

type Door = typeof import("../../node.ts");

async function assess(door: Door, request: AssessRequest): ReturnType<Door["assess"]> {
  return await watchTarget(request.target, (watch) => door.assess({ ...request, ...watch }));
}

export default lock;
