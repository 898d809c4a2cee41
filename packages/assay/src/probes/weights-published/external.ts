/** Holds files beside a model, in which data of its tensors lies, against what the model says of them. */

import { type ExternalFact, factOf } from "../../model/facts.ts";
import type { Ledger } from "../../model/ledger.ts";
import { placeOf } from "../../model/place.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { isAtHand } from "../../studies/inventory/index.ts";
import type { SetState } from "./shards.ts";

/** A model file and where what is found is written down. */
export interface Owner {
  readonly ledger: Ledger;
  readonly bench: Workbench;
  readonly artifact: Artifact;
}

/** States of the files that the model file names; none where it holds all of its data itself. */
export async function checkExternal(owner: Owner): Promise<readonly SetState[]> {
  const named = factOf(await owner.bench.readings(owner.artifact), "external") ?? [];
  const states: SetState[] = [];
  for (const one of named) states.push(await checkFile(owner, one));
  return states;
}

async function checkFile(owner: Owner, { location, end, at }: ExternalFact): Promise<SetState> {
  const { bench, artifact } = owner;
  const folder = artifact.path.slice(0, artifact.path.lastIndexOf("/") + 1);
  const names = location.split("/").filter((name) => name !== "" && name !== ".");
  const path = folder + names.join("/");
  const file = bench.release.artifacts.find((one) => one.origin === artifact.origin && one.path === path);
  const report = (code: string, what: string): void => {
    const message = `${artifact.path} ${what}`;
    const args = { path: artifact.path, location };
    owner.ledger.report({
      severity: "warning",
      code,
      args,
      message,
      at: { ...placeOf(bench.release, artifact), ...at },
    });
  };
  if (file === undefined) {
    report("external-missing", `keeps tensors in ${location}, which is not there`);
    return "missing";
  }
  if (!(await isAtHand(bench, file))) return "unread";
  if ((file.size ?? 0) >= end) return "whole";
  report("external-short", `keeps tensors in ${location} up to byte ${end}, and it has ${file.size ?? 0}`);
  return "conflicting";
}
