/** Whether the code of the architecture is there, and what the configuration calls it. */

import type { Field } from "../../model/facts.ts";
import { type Ledger, openLedger } from "../../model/ledger.ts";
import type { Probe, Workbench } from "../../model/plugin.ts";
import type { Artifact, HostRecord, Value } from "../../model/types.ts";
import { inventory } from "../../studies/inventory/index.ts";
import { noteFile, offsetOfLine, quoteLine } from "../../studies/shared/noting.ts";
import { answerByHost } from "../shared/host-says.ts";
import { answerPublished } from "../shared/published.ts";
import { type Config, findConfig } from "./config.ts";

const architecturePublished: Probe<"architecture-published"> = {
  id: "architecture-published",
  version: 1,
  question: "Is the code of the architecture published, and which architecture is it?",
  kinds: ["model"],
  answers: ["architecture.published", "architecture.name", "architecture.context-length"],
  async observe(bench) {
    const ledger = openLedger("architecture-published");
    answerPublished(ledger, "architecture", { release: bench.release, inventory: await bench.study(inventory) });
    const config = await findConfig(bench);
    await answerField(ledger, bench, {
      claim: "architecture.name",
      config,
      field: config?.model.architecture,
      byHost: (host) => host.architecture?.words,
    });
    await answerField(ledger, bench, {
      claim: "architecture.context-length",
      config,
      field: config?.model.contextLength,
      byHost: (host) => host.contextLength,
    });
    return ledger.close();
  },
};

interface Asked {
  readonly claim: string;
  readonly config: Config | null;
  readonly field: Field | undefined;
  readonly byHost: (host: HostRecord["model"]) => Value | undefined;
}

async function answerField(ledger: Ledger, bench: Workbench, { claim, config, field, byHost }: Asked): Promise<void> {
  const isUsable = typeof field?.value === "string" || typeof field?.value === "number";
  if (config === null || field === undefined || !isUsable) {
    if (!answerByHost(ledger, bench, { claim, read: byHost })) ledger.leaveOpen(claim, "not-observed");
    return;
  }
  const { path } = config.artifact;
  const value = field.value as string | number;
  const remark = {
    code: "config-says",
    args: { path, claim, value },
    message: `${path} says ${claim} is ${value}`,
    at: field.at,
  };
  const quote = await quoteField(bench, config.artifact, field);
  const note = await noteFile(bench, config.artifact, { ...remark, basis: "declared", quote });
  ledger.answer(claim, value, [ledger.note(note)]);
}

/** The line of a text in which it stands; in a file that is no text, the value. */
async function quoteField(bench: Workbench, artifact: Artifact, { value, at }: Field): Promise<string> {
  if (at.line === undefined) return String(value);
  const text = await bench.text(artifact);
  return text.ok ? quoteLine(text.value, offsetOfLine(text.value, at.line)).quote : String(value);
}

export default architecturePublished;
