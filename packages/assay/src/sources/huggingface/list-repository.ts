/** A repository of the hub as a listing: two questions about it, a plan, and files that are fetched when they are read. */

import type { Artifact, Finding, Gap } from "../../model/types.ts";
import type { Listing } from "../source.ts";
import { findGiven } from "./access.ts";
import { createArtifact } from "./artifacts.ts";
import type { Hub } from "./endpoint.ts";
import { hasConfig, recordHost } from "./host-record.ts";
import { type Plan, planFiles } from "./plan.ts";
import { askRepository, type Repository } from "./repository.ts";
import type { Named } from "./target.ts";
import { askTree, type Tree } from "./tree.ts";
import { WORDS } from "./words.ts";

/** What is to be listed: a repository, the hub it lies on, and who names its origin. */
export interface Wanted {
  readonly hub: Hub;
  readonly named: Named;
  readonly nameOrigin: (name: string) => string;
}

/** Lists the repository. @throws OriginError when the hub does not give it. */
export async function listRepository({ hub, named, nameOrigin }: Wanted): Promise<Listing> {
  const repository = await askRepository(hub, named);
  const tree = await askTree(hub, repository);
  const { kind, id, sha, isGated } = repository;
  const plan = planFiles(tree.entries, {
    kind,
    hasConfig: hasConfig(repository),
    isScan: hub.reach.isScan === true,
  });
  const known: Known = { hub, repository, tree, origin: nameOrigin(id) };
  const planned = listFiles(known, (path) => plan.planned.get(path));
  const here = planned.filter(({ state }) => state === "here");
  const given = isGated ? await findGiven(here, hub.manners.token) : null;
  const isGiven = (path: string): boolean => given === null || given.has(path);
  const withheld = new Map(listFiles(known, () => undefined).map((artifact) => [artifact.path, artifact]));
  const { record, contradictsItself } = recordHost(repository);
  return {
    name: id,
    kind,
    role: kind === "dataset" ? "data" : "model",
    revision: sha,
    page: `${hub.endpoint}/${kind === "dataset" ? "datasets/" : ""}${id}`,
    artifacts: planned.map((artifact) =>
      isGiven(artifact.path) ? artifact : (withheld.get(artifact.path) ?? artifact),
    ),
    hostRecord: record,
    findings: [...findRenamed(known, named), ...(contradictsItself ? [describeContradiction(known)] : [])],
    gaps: [...tree.gaps.map(asGap), ...describeLeft(known, plan, given)],
  };
}

/** A repository and what is known of it. */
interface Known {
  readonly hub: Hub;
  readonly repository: Repository;
  readonly tree: Tree;
  readonly origin: string;
}

function listFiles(
  { hub, repository, tree, origin }: Known,
  planOf: (path: string) => ReturnType<Plan["planned"]["get"]>,
): readonly Artifact[] {
  return tree.entries.map((entry) => createArtifact({ hub, repository, entry }, origin, planOf(entry.path)));
}

function asGap(said: Omit<Gap, "path" | "stage">): Gap {
  return { path: "", stage: "source", ...said };
}

/** What was not asked for although it is there, or is kept for others. */
function describeLeft({ hub, repository, tree }: Known, plan: Plan, given: ReadonlySet<string> | null): readonly Gap[] {
  const speaking = { what: repository.id, host: hub.host };
  const args = { target: repository.id };
  if (given !== null) {
    const files = tree.entries.length - given.size;
    const message = WORDS["gated-files"]({ ...speaking, detail: files });
    return [asGap({ code: "gated", args: { ...args, files }, message })];
  }
  const { headersLeft } = plan;
  if (headersLeft === 0) return [];
  const message = WORDS["over-limit"]({ ...speaking, detail: headersLeft });
  return [asGap({ code: "over-limit", args: { ...args, headers: headersLeft }, message })];
}

function findRenamed({ hub, repository }: Known, named: Named): readonly Finding[] {
  const { id, answer } = repository;
  if (id === named.id) return [];
  const message = WORDS.renamed({ what: named.id, host: hub.host, detail: id });
  const args = { asked: named.id, target: id };
  return [{ rule: "target/renamed", severity: "note", code: "renamed", args, message, at: { url: answer.url } }];
}

function describeContradiction({ hub, repository }: Known): Finding {
  const { id, answer } = repository;
  const message = WORDS["host-contradicts-itself"]({ what: id, host: hub.host, detail: "" });
  const at = { url: `${answer.url}#/safetensors` };
  return {
    rule: "host/contradicts-itself",
    severity: "warning",
    code: "host-contradicts-itself",
    args: { target: id },
    message,
    at,
  };
}
