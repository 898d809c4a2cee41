/** What a checkpoint of 10 GB costs, on this machine and on a hub. */

import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { scan } from "../../../packages/assay/src/node.ts";
import { answerAsHub } from "../../../packages/assay/test/hub/answer.ts";
import type { HubRepository } from "../../../packages/assay/test/hub/contents.ts";
import { ASSAY, medians, NODE, time } from "../../measure.ts";
import type { Bound } from "../bounds.ts";
import { describeCheckpoint, type Sparse, writeSparse } from "./checkpoint.ts";

const ROUNDS = 9;
/** Milliseconds over the start of the command. */
const MOST_MS = 150;
const MOST_REQUESTS = 4;
const MOST_MB = 12;

/** The bounds of a large checkpoint. */
export async function measureLarge(folder: string): Promise<readonly Bound[]> {
  const checkpoint = describeCheckpoint();
  const inside = join(folder, "large");
  mkdirSync(inside);
  writeSparse(join(inside, "pytorch_model.bin"), checkpoint);
  const [ours = Number.NaN, startUp = Number.NaN] = await medians(
    ROUNDS,
    () => time([NODE, ASSAY, "scan", inside, "--json"]),
    () => time([NODE, ASSAY, "--version"]),
  );
  const over = ours - startUp;
  const { files } = await scan({ target: inside, isOffline: true });
  const verdicts = files.map(({ verdict, bytes }) => `${verdict}, ${bytes?.unread ?? "?"} unread`).join("; ");
  const local: Bound = {
    what: "10 GB checkpoint, here: over the start of the command",
    is: `${over.toFixed(0)} ms (${verdicts})`,
    must: `≤ ${MOST_MS} ms, clean`,
    holds: over <= MOST_MS && files.every(({ verdict }) => verdict === "clean"),
  };
  return [local, await measureRemote(checkpoint)];
}

async function measureRemote({ size, pieces: [first, ...further] }: Sparse): Promise<Bound> {
  const [, head] = first ?? [0, new Uint8Array()];
  const repository: HubRepository = { id: "acme/owl", files: { "pytorch_model.bin": { head, size, further } } };
  const { listener, requests, sent } = answerAsHub([repository]);
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const environment = { ...process.env, HF_ENDPOINT: `http://127.0.0.1:${port}` };
    const { files } = await scan({ target: "hf:acme/owl", environment });
    const ofFile = requests.filter((request) => request.includes("/resolve/"));
    const megabytes = sent() / 1e6;
    const verdicts = files.map(({ verdict, gaps }) => [verdict, ...gaps.map(({ code }) => code)].join(" ")).join("; ");
    return {
      what: "10 GB checkpoint, on a hub",
      is: `${ofFile.length} requests (${requests.length} with those for the list), ${megabytes.toFixed(2)} MB (${verdicts})`,
      must: `≤ ${MOST_REQUESTS} requests, ≤ ${MOST_MB} MB, clean`,
      holds:
        ofFile.length <= MOST_REQUESTS &&
        megabytes <= MOST_MB &&
        // Headers of members that were not asked for are a gap.
        files.every(({ verdict }) => verdict === "clean" || verdict === "inconclusive"),
    };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
