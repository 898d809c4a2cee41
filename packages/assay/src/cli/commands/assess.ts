/** `assay TARGET…`: the verdict. */

import { Option, type Command as Program } from "commander";
import type { Assessment } from "../../model/documents.ts";
import type { AssessRequest, Hashing } from "../../node.ts";
import type { Command } from "../command.ts";
import { addOutputOptions, collect, type OutputOptions, readOutputs, writeOutputs } from "../output.ts";
import { say } from "../say.ts";
import { watchTarget } from "../watch-target.ts";

interface Options extends OutputOptions {
  readonly framework: readonly string[];
  readonly with: readonly string[];
  readonly listing?: string;
  readonly offline?: boolean;
  readonly revision?: string;
  readonly for?: string;
  readonly hash?: Exclude<Hashing, "at-hand">;
}

const assess: Command = {
  name: "assess",
  register(program: Program) {
    addOutputOptions(program.command("assess", { isDefault: true }))
      .summary("what is open, under which licences, and what is missing")
      .description(
        "Assesses released models: what is open, under which licences, which levels are reached, what is missing.",
      )
      .argument(
        "<target...>",
        "folders, files, archives, release.json files, or places: ORG/NAME, github:OWNER/NAME, git:URL, npm:NAME@VERSION",
      )
      .option(
        "--framework <id>",
        "rule by this framework, NAME[@VERSION][/READING] or a file of your own; repeatable (default: all)",
        collect,
        [],
      )
      .option("--with <target>", "a further place of the same release; repeatable", collect, [])
      .option("--revision <rev>", "commit, branch or tag of the target")
      .option("--for <case>", "answer rights for your own case: users=5e6,revenue=2e7,country=DE,use=commercial")
      .option("--offline", "ask nothing of a network: what was fetched before answers alone")
      .option("--listing <file>", "tab-separated table (path, size) of what else the origin holds")
      .addOption(new Option("--hash <which>", "files to hash").choices(["all", "small", "none"]))
      .action(async (targets: readonly string[], options: Options) => {
        process.exitCode = await run(targets, options);
      });
  },
};

async function run(targets: readonly string[], options: Options): Promise<number> {
  const outputs = readOutputs(options, targets.length);
  const [door, { viewAssessment }, { describeVerdict }] = await Promise.all([
    import("../../node.ts"),
    import("../../report/shared/assessment-view.ts"),
    import("../../report/shared/verdict.ts"),
  ]);
  const own = options.for === undefined ? null : door.parseCase(options.for);
  const frameworks = await door.loadFrameworks(options.framework);
  const asked = options.framework.length === 0 ? undefined : frameworks[0];
  const assessments: Assessment[] = [];
  for (const target of targets) {
    const assessment = await assessOne(door, target, options);
    const { rights, evidence } = assessment;
    assessments.push(own === null ? assessment : { ...assessment, rights: door.answerFor(rights, evidence, own) });
  }
  const [only, ...others] = assessments;
  const now = new Date();
  const decided = assessments.map((assessment) => ({
    assessment,
    decision: door.decide(assessment, door.DEFAULT_POLICY, now),
  }));
  writeOutputs(outputs, {
    document: others.length === 0 ? only : assessments,
    views: decided.map(({ assessment, decision }) => [
      ...viewAssessment(assessment, frameworks, decision),
      describeVerdict(assessment, asked),
    ]),
  });
  return Math.max(...decided.map(({ decision }) => decision.exitCode));
}

async function assessOne(door: typeof import("../../node.ts"), target: string, options: Options): Promise<Assessment> {
  const request: AssessRequest = {
    target,
    with: options.with,
    frameworks: options.framework,
    ...(options.hash === undefined ? {} : { hash: options.hash }),
    onChoice: (message) => say(`assay: ${message}`),
    isOffline: options.offline === true,
    ...(options.revision === undefined ? {} : { revision: options.revision }),
    ...(options.listing === undefined ? {} : { listing: options.listing }),
  };
  return await watchTarget(target, (watch) => door.assess({ ...request, ...watch }));
}

export default assess;
