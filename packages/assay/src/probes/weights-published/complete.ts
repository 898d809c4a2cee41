/** Whether all weights that the release speaks of are at hand: every shard its index names, every file sound. */

import type { ShardsFact } from "../../model/facts.ts";
import type { FoundFile } from "../../model/inventory.ts";
import type { Ledger } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { isIntermediate } from "../../studies/inventory/weights.ts";
import { noteFile } from "../../studies/shared/noting.ts";

const CLAIM = "weights.complete";

interface Index {
  readonly artifact: Artifact;
  readonly shards: ShardsFact;
}

/** Answers `weights.complete` and returns whether it is. */
export async function answerComplete(ledger: Ledger, bench: Workbench, files: readonly FoundFile[]): Promise<boolean> {
  const indexes = await findIndexes(bench);
  if (files.length === 0 && indexes.length === 0) {
    ledger.leaveOpen(CLAIM, "not-observed");
    return false;
  }
  const unsound = await findUnsound(bench, files);
  const seen = files.slice(0, 20).map(({ note }) => ledger.note(note));
  const states = new Set<State>();
  for (const index of indexes) states.add(await checkIndex(ledger, bench, { index, seen }));
  for (const { artifact } of files) if (await isUnread(bench, artifact)) states.add("unread");
  if (states.has("missing")) ledger.answer(CLAIM, false, seen);
  else if (unsound !== null) ledger.leaveOpen(CLAIM, "unreadable", [...seen, ledger.note(unsound)]);
  else if (states.has("unread")) ledger.leaveOpen(CLAIM, "listed-not-read", seen);
  else if (states.has("conflicting")) ledger.leaveOpen(CLAIM, "conflicting", seen);
  else if (isOneOfMany(files, indexes)) ledger.leaveOpen(CLAIM, "not-observed", seen);
  else {
    ledger.answer(CLAIM, true, seen);
    return true;
  }
  return false;
}

type State = "whole" | "missing" | "unread" | "conflicting";

async function findIndexes(bench: Workbench): Promise<readonly Index[]> {
  const found: Index[] = [];
  for (const artifact of bench.release.artifacts) {
    if (isIntermediate(artifact.path) || !artifact.path.endsWith(".json")) continue;
    const shards = (await bench.readings(artifact)).find(({ facts }) => facts.shards !== undefined)?.facts.shards;
    if (shards !== undefined) found.push({ artifact, shards });
  }
  return found;
}

async function findUnsound(bench: Workbench, files: readonly FoundFile[]): Promise<FoundFile["note"] | null> {
  for (const { artifact } of files) {
    const fault = (await bench.readings(artifact))
      .flatMap(({ faults }) => faults)
      .find(({ severity }) => severity === "error");
    if (fault === undefined) continue;
    const { code, args, message, at } = fault;
    return await noteFile(bench, artifact, {
      code,
      args,
      message: `${artifact.path}: ${message}`,
      at,
      basis: "measured",
    });
  }
  return null;
}

async function isUnread(bench: Workbench, artifact: Artifact): Promise<boolean> {
  return artifact.state !== "here" || (await bench.readings(artifact)).some(({ facts }) => facts.pointer !== undefined);
}

/** Holds each shard against the index: is it there, and does it hold the tensors that the index expects of it? */
async function checkIndex(
  ledger: Ledger,
  bench: Workbench,
  { index, seen }: { index: Index; seen: string[] },
): Promise<State> {
  const folder = index.artifact.path.slice(0, index.artifact.path.lastIndexOf("/") + 1);
  let state: State = "whole";
  for (const [name, tensors] of Object.entries(index.shards.files)) {
    const shard = bench.release.artifacts.find(
      ({ origin, path }) => origin === index.artifact.origin && path === folder + name,
    );
    if (shard === undefined) {
      seen.push(
        ledger.note(await describe(bench, index, { code: "shard-missing", what: `names ${name}, which is not there` })),
      );
      return "missing";
    }
    const weights = (await bench.readings(shard)).find(({ facts }) => facts.weights !== undefined)?.facts.weights;
    if (weights === undefined || sameNames(weights.names, tensors)) continue;
    seen.push(
      ledger.note(
        await describe(bench, index, { code: "shard-differs", what: `expects other tensors in ${name} than it holds` }),
      ),
    );
    state = "conflicting";
  }
  for (const name of findSurplus(bench, index, folder)) {
    seen.push(
      ledger.note(
        await describe(bench, index, {
          code: "shard-surplus",
          what: `does not name ${name}, which lies beside its shards`,
        }),
      ),
    );
  }
  return state;
}

async function describe(
  bench: Workbench,
  { artifact, shards }: Index,
  { code, what }: { code: string; what: string },
): Promise<FoundFile["note"]> {
  const message = `${artifact.path} ${what}`;
  return await noteFile(bench, artifact, {
    code,
    args: { path: artifact.path, what },
    message,
    at: shards.at,
    basis: "measured",
  });
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(a);
  return a.length === b.length && b.every((name) => known.has(name));
}

/** `model-00001-of-00003.safetensors`: one of several, by the hub's naming of shards. */
const SHARD = /-\d{5}-of-\d{5}\.[a-z]+$/;

function findSurplus(bench: Workbench, { artifact, shards }: Index, folder: string): readonly string[] {
  return bench.release.artifacts
    .filter(({ origin, path }) => origin === artifact.origin && path.startsWith(folder) && SHARD.test(path))
    .map(({ path }) => path.slice(folder.length))
    .filter((name) => !name.includes("/") && name.endsWith(".safetensors") && shards.files[name] === undefined);
}

/** Shards without their index cannot be known to be all. */
function isOneOfMany(files: readonly FoundFile[], indexes: readonly Index[]): boolean {
  return indexes.length === 0 && files.some(({ artifact }) => SHARD.test(artifact.path));
}
