/** A repository of models or of data on the model hub. */

import type { Artifact } from "../../model/types.ts";
import type { Listing, ListRequest, Source } from "../source.ts";
import { fetchInfo, fetchTree, type Hub, type Info, openHub, type Tree } from "./api.ts";
import { makeArtifact, openShelf } from "./artifact.ts";
import { asObject } from "./fields.ts";
import { readGatedCard } from "./gated.ts";
import { makeHostRecord } from "./host-record.ts";
import { type Plan, planFiles } from "./plan.ts";
import { describeRename, listGaps } from "./remarks.ts";
import { type HubTarget, handlesTarget, readTarget } from "./target.ts";

const huggingface: Source<"huggingface"> = {
  id: "huggingface",
  version: 1,
  title: "A repository of models or data on the model hub",
  handles: handlesTarget,
  mayFollow: () => true,
  async list(request) {
    const { target, revision, reach } = request;
    const hubTarget = readTarget(target, revision, reach.environment);
    const hub = openHub(reach);
    const info = await fetchInfo(hub, hubTarget);
    const tree = await fetchTree(hub, hubTarget.kind, info);
    return await describe(request, { hub, hubTarget, info, tree });
  },
};

/** What the hub answered. */
interface Answered {
  readonly hub: Hub;
  readonly hubTarget: HubTarget;
  readonly info: Info;
  readonly tree: Tree;
}

async function describe({ nameOrigin }: ListRequest, answered: Answered): Promise<Listing> {
  const { hub, hubTarget, info, tree } = answered;
  const { kind } = hubTarget;
  const folder = kind === "dataset" ? "datasets/" : "";
  const origin = nameOrigin(info.id);
  const shelf = openShelf({ hub, base: `${hub.endpoint}/${folder}${info.id}/resolve/${info.sha}`, origin });
  const isClosed = info.isGated && hub.token === undefined;
  const hasConfig = Object.keys(asObject(info.json.config)).length > 0;
  const plan = isClosed ? NOTHING : planFiles(tree.files, { kind, spent: 1 + tree.requests, hasConfig });
  const card = isClosed ? await readGatedCard(shelf, tree.files) : null;
  const artifacts = tree.files.map(
    (file): Artifact => (card?.path === file.path ? card : makeArtifact(shelf, file, plan.shares.get(file.path))),
  );
  return {
    name: info.id,
    kind,
    role: kind === "dataset" ? "data" : "model",
    revision: info.sha,
    artifacts,
    hostRecord: makeHostRecord(info),
    findings: info.id.toLowerCase() === hubTarget.id.toLowerCase() ? [] : [describeRename(hubTarget.id, info)],
    gaps: listGaps(answered, { plan, isClosed }),
  };
}

const NOTHING: Plan = { shares: new Map(), unread: [] };

export default huggingface;
