/** `assay plan TARGET --to mof:I`: the shortest way to a level. */

import type { PlanDocument } from "../../model/plans.ts";
import type { Command } from "../command.ts";
import { addOutputOptions, collect, type Output, type OutputOptions, readOutputs, writeOutputs } from "../output.ts";
import { say } from "../say.ts";
import { watchTarget } from "../watch-target.ts";
import { renderDiff, requireFolder, writeDrafts } from "../write-drafts.ts";

interface Options extends OutputOptions {
  readonly to: string;
  readonly fix?: boolean;
  readonly whatIf?: string;
  readonly model?: string;
  readonly with: readonly string[];
  readonly listing?: string;
  readonly offline?: boolean;
  readonly revision?: string;
}

const plan: Command = {
  name: "plan",
  register(program) {
    addOutputOptions(program.command("plan"))
      .summary("the fewest additions that reach a level, and what blocks it for good")
      .description(
        "The fewest additions with which a release reaches a level: each with its reason, a place, an example, and who else asks for it; and what its publisher cannot change.",
      )
      .argument("<target>", "a folder, a place (ORG/NAME, github:OWNER/NAME…), or a saved assessment (.json)")
      .requiredOption("--to <level>", "FRAMEWORK:LEVEL, for example mof:I or osaid:open-source")
      .option("--model <id>", "plan for one model of a release that holds several; left out, for all of them")
      .option("--fix", "write what needs no knowledge of the publisher's; shown first, nothing is overwritten")
      .option("--what-if <edits>", "what would follow: weights=Apache-2.0,training-data=closed")
      .option("--with <target>", "a further place of the same release; repeatable", collect, [])
      .option("--revision <rev>", "commit, branch or tag of the target")
      .option("--offline", "ask nothing of a network: what was fetched before answers alone")
      .option("--listing <file>", "tab-separated table (path, size) of what else the origin holds")
      .action(async (target: string, options: Options) => {
        process.exitCode = await run(target, options);
      });
  },
};

async function run(target: string, options: Options): Promise<number> {
  const outputs = readOutputs(options);
  if (options.fix === true) requireFolder(target);
  const [door, { viewPlan }] = await Promise.all([import("../../node.ts"), import("../../report/shared/plan-view.ts")]);
  const assessment = await assessOne(door, target, options);
  const planned = await door.planTo(assessment, {
    to: options.to,
    platform: door.platform,
    ...(options.model === undefined ? {} : { model: options.model }),
    ...(options.whatIf === undefined ? {} : { whatIf: options.whatIf }),
  });
  const document = options.fix === true ? fix(target, planned, outputs) : planned;
  writeOutputs(outputs, { document, views: [viewPlan(document, door.nameAll())] });
  // What could not be read could turn the plan.
  return door.decide(assessment, door.DEFAULT_POLICY, new Date()).exitCode === 2 ? 2 : 0;
}

async function assessOne(door: typeof import("../../node.ts"), target: string, options: Options) {
  if (door.isSavedFile(target)) return await door.readSavedAssessment(target);
  // A name that is none is told before anything is read.
  door.findLevel(options.to, door.frameworks);
  return await watchTarget(target, (watch) =>
    door.assess({
      target,
      with: options.with,
      ...watch,
      onChoice: (message) => say(`assay: ${message}`),
      isOffline: options.offline === true,
      ...(options.revision === undefined ? {} : { revision: options.revision }),
      ...(options.listing === undefined ? {} : { listing: options.listing }),
    }),
  );
}

/** The diff goes before the report, and out of the way of a document for machines. */
function fix(target: string, planned: PlanDocument, outputs: readonly Output[]): PlanDocument {
  const isForPeople = outputs.every(({ report, path }) => path !== undefined || report.id === "text");
  const diff = renderDiff(planned.files);
  (isForPeople ? process.stdout : process.stderr).write(diff);
  return { ...planned, files: writeDrafts(target, planned.files) };
}

export default plan;
