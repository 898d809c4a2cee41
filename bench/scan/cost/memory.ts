/** Most memory that a scan takes of one file: the built command in a process of its own. */

import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { ASSAY, NODE, peakMemory, time } from "../../measure.ts";
import type { Bound } from "../bounds.ts";
import { CORPORA } from "../sets/corpora.ts";
import { BOMBS, MEMO_ENTRIES } from "./bombs.ts";

/** MB that any scan may take. */
const MOST = 256;
/** MB over an idle process for a pickle, and bytes for each entry of its memo that is kept. */
const PICKLE = 64;
const ENTRY_BYTES = 20;
const KEPT_ENTRIES = Math.min(MEMO_ENTRIES, 5_000_000);
/** Milliseconds that a file may take, beside the start of the command: no bound of the issue, but a hang shows. */
const LATE = 20_000;

interface Measured {
  readonly name: string;
  /** MB. */
  readonly peak: number;
}

/** The bounds of memory, over every bomb and every file of the security corpora. */
export async function measureMemory(folder: string): Promise<readonly Bound[]> {
  const idle = await peakMemory(ASSAY, "--version");
  const bombs: Measured[] = [];
  const late: string[] = [];
  for (const [name, make] of Object.entries(BOMBS)) {
    const inside = join(folder, "bomb");
    mkdirSync(inside);
    writeFileSync(join(inside, name), make());
    bombs.push({ name, peak: await peakMemory(ASSAY, "scan", inside, "--json") });
    const ms = await time([NODE, ASSAY, "scan", inside, "--json"]);
    if (ms > LATE) late.push(`${name} ${(ms / 1e3).toFixed(0)} s`);
    rmSync(inside, { recursive: true });
  }
  const memo = bombs.find(({ name }) => name === "memo.pkl")?.peak ?? Number.NaN;
  const most = PICKLE + (ENTRY_BYTES * KEPT_ENTRIES) / 1e6;
  console.log(`\nmemory of bombs, MB (idle ${idle.toFixed(0)}): ${list(bombs)}`);
  return [
    worst(`memory, ${bombs.length} bombs`, bombs),
    worst("memory, files of the security corpora", await measureCorpus()),
    {
      what: `memory, ${MEMO_ENTRIES} entries of a memo, over idle`,
      is: `${(memo - idle).toFixed(0)} MB`,
      must: `≤ ${most} MB`,
      holds: memo - idle <= most,
    },
    {
      what: "time, bombs",
      is: late.join(", ") || "none late",
      must: `≤ ${LATE / 1e3} s each`,
      holds: late.length === 0,
    },
  ];
}

async function measureCorpus(): Promise<readonly Measured[]> {
  const folder = join(CORPORA, "security");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const measured: Measured[] = [];
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    measured.push({ name: basename(path), peak: await peakMemory(ASSAY, "scan", path, "--json") });
  }
  return measured;
}

function worst(what: string, measured: readonly Measured[]): Bound {
  const [most] = measured.toSorted((a, b) => b.peak - a.peak);
  const over = measured.filter(({ peak }) => peak > MOST);
  const is = over.length === 0 ? `${most?.peak.toFixed(0)} MB (${most?.name})` : list(over);
  return { what, is, must: `≤ ${MOST} MB`, holds: over.length === 0 };
}

function list(measured: readonly Measured[]): string {
  return measured
    .toSorted((a, b) => b.peak - a.peak)
    .map(({ name, peak }) => `${name} ${peak.toFixed(0)}`)
    .join(", ");
}
