/**
 * How fast pickles are read, beside the fastest peer on a pickle of the same kind: MB for each second of processor time, since
 * one thread is meant and whoever else is busy on the machine is not.
 */

import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { scan } from "../../../packages/assay/src/node.ts";
import type { Piece } from "../../../packages/assay/test/support/pickle.ts";
import type { Bound } from "../bounds.ts";
import { askPeer, type Peer, type PeerRun } from "../peers/peer.ts";
import { pickleIntegers, pickleTensors, pickleTuples } from "./pickles.ts";

interface Kind {
  readonly id: string;
  readonly make: (count: number) => Piece;
  readonly count: number;
  /** Items of the file that peers are given: they need seconds for each megabyte. */
  readonly share: number;
  /** MB/s that must be reached. */
  readonly least: number;
}

const KINDS: readonly Kind[] = [
  { id: "integers", make: pickleIntegers, count: 6_000_000, share: 400_000, least: 250 },
  { id: "dicts of tuples", make: pickleTuples, count: 600_000, share: 40_000, least: 100 },
  { id: "120,000 tensors", make: (count) => pickleTensors(count), count: 120_000, share: 12_000, least: 120 },
];

const ROUNDS = 7;
/** How much faster than the fastest peer. */
const LEAST_RATIO = 25;

/** The bounds of throughput. */
export async function measureThroughput(
  folder: string,
  peers: readonly Peer[],
  run: PeerRun,
): Promise<readonly Bound[]> {
  const bounds: Bound[] = [];
  for (const kind of KINDS) {
    const own = await measureOwn(write(join(folder, kind.id), kind.make(kind.count)));
    const slice = write(join(folder, `${kind.id}, for peers`), kind.make(kind.share));
    const others: Speed[] = [];
    for (const peer of peers) others.push(await measurePeer(peer, slice, run));
    bounds.push(...describe(kind, own, others));
  }
  return bounds;
}

interface Speed {
  readonly id: string;
  /** MB/s; 0 where there was no answer. */
  readonly rate: number;
}

function describe({ id, least }: Kind, own: number, others: readonly Speed[]): readonly Bound[] {
  const what = `throughput, ${id}`;
  const bound: Bound = { what, is: `${own.toFixed(0)} MB/s`, must: `≥ ${least} MB/s`, holds: own >= least };
  const [fastest] = others.toSorted((a, b) => b.rate - a.rate);
  if (fastest === undefined || fastest.rate === 0) return [bound];
  const ratio = own / fastest.rate;
  const all = others.map((one) => `${one.id} ${one.rate.toFixed(2)}`).join(", ");
  const is = `${ratio.toFixed(0)} × ${fastest.id} (MB/s: ${all})`;
  return [bound, { what: `${what}, beside peers`, is, must: `≥ ${LEAST_RATIO} ×`, holds: ratio >= LEAST_RATIO }];
}

/** Writes a pickle into a folder of its own. */
function write(folder: string, bytes: Piece): string {
  mkdirSync(folder);
  writeFileSync(join(folder, "owl.pkl"), bytes);
  return folder;
}

/** The best of some rounds, the file read anew in each. All threads of the process count. */
async function measureOwn(folder: string): Promise<number> {
  const { size } = statSync(join(folder, "owl.pkl"));
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    await scan({ target: folder, isOffline: true });
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1e3);
  }
  return size / 1e3 / best;
}

async function measurePeer(peer: Peer, folder: string, run: PeerRun): Promise<Speed> {
  const path = join(folder, "owl.pkl");
  const answer = (await askPeer(peer, [path], { ...run, patience: 120 })).get(path);
  const isDone = answer !== undefined && !["late", "died"].includes(answer.verdict);
  return { id: peer.id, rate: isDone ? statSync(path).size / 1e3 / answer.ms : 0 };
}
