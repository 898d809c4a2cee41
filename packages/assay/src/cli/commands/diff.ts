/** `assay diff A B`: what changed between two releases. */

import { UsageError } from "../../model/errors.ts";
import type { AssessRequest, Hashing } from "../../node.ts";
import type { Command } from "../command.ts";
import { addOutputOptions, collect, type OutputOptions, readOutputs, writeOutputs } from "../output.ts";
import { say } from "../say.ts";
import { watchTarget } from "../watch-target.ts";

/** Exit code where a side could not be opened or holds nothing (docs/cli.md). */
const UNSETTLED = 2;

interface Options extends OutputOptions {
  readonly framework: readonly string[];
  readonly offline?: boolean;
  readonly for?: string;
  readonly hash?: Exclude<Hashing, "at-hand">;
}

const diff: Command = {
  name: "diff",
  register(program) {
    addOutputOptions(program.command("diff"))
      .summary("what changed between two releases: rights, licences, weights, parts, levels, findings")
      .description("Holds two releases, or two revisions of one, beside each other and says what changed.")
      .argument("<old>", "a target, ORG/NAME@REVISION, or a saved assessment (.json)")
      .argument("<new>", "the same, as it is now")
      .option("--framework <id>", "rule by this framework; repeatable (default: all)", collect, [])
      .option("--for <case>", "compare rights for your own case: users=5e6,revenue=2e7,country=DE,use=commercial")
      .option("--offline", "ask nothing of a network: what was fetched before answers alone")
      .option("--hash <which>", "files to hash: all, small, none")
      .action(async (old: string, next: string, options: Options) => {
        process.exitCode = await run([old, next], options);
      });
  },
};

async function run(targets: readonly [string, string], options: Options): Promise<number> {
  const outputs = readOutputs(options);
  const [door, { viewDiff }] = await Promise.all([import("../../node.ts"), import("../../report/shared/diff-view.ts")]);
  const own = options.for === undefined ? null : door.parseCase(options.for);
  const [older, newer] = [await open(door, targets[0], options), await open(door, targets[1], options)];
  const sides = [older, newer].map((side) => {
    if (own === null) return side;
    const { rights, evidence } = side.assessment;
    return { ...side, assessment: { ...side.assessment, rights: door.answerFor(rights, evidence, own) } };
  });
  const [old = older, next = newer] = sides;
  const document = await door.diff(old, next, door.platform);
  writeOutputs(outputs, { document, views: [viewDiff(document, door.frameworks)] });
  const isOpen = document.caveats.some(({ code }) => code === "not-opened" || code === "empty");
  return isOpen ? UNSETTLED : 0;
}

type Door = typeof import("../../node.ts");

async function open(door: Door, target: string, options: Options): ReturnType<Door["assessToCompare"]> {
  const { hash } = options;
  if (hash !== undefined && !HASHES.has(hash)) throw new UsageError(`--hash is all, small or none, not "${hash}".`);
  const request: AssessRequest = {
    target,
    frameworks: options.framework,
    ...(hash === undefined ? {} : { hash }),
    isOffline: options.offline === true,
    onChoice: (message) => say(`assay: ${message}`),
  };
  return await watchTarget(target, (watch) => door.assessToCompare({ ...request, ...watch }));
}

const HASHES: ReadonlySet<string> = new Set(["all", "small", "none"]);

export default diff;
