/** Damages the examples of a format and checks the laws of readers: node scripts/fuzz.ts FORMAT RUNS [--seed N] */

import { readFileSync, writeFileSync } from "node:fs";
import { argv, exit } from "node:process";
import { parseArgs } from "node:util";
import type { Target } from "../test/fuzz/target.ts";
import { attack, listTargets, loadTarget } from "../test/fuzz/target.ts";

/** Milliseconds that one run may take before it counts as a hang: a thousand times the usual. */
const MAX_RUN = 5_000;

const seedsFile = new URL("../test/fuzz/seeds.json", import.meta.url);

/** What the runs came to. */
interface Tally {
  readings: number;
  refusals: number;
  slowest: number;
}

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: { seed: { type: "string" } },
});
const [id = "", count = ""] = positionals;
const runs = Number(count);
const first = Number(values.seed ?? Date.now() % 2 ** 31);
if (!listTargets().includes(id) || !Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(first)) {
  console.error(`usage: node scripts/fuzz.ts FORMAT RUNS [--seed N]\nFORMAT is one of: ${listTargets().join(" ")}`);
  exit(64);
}
exit((await fuzz(await loadTarget(id))) ? 0 : 1);

async function fuzz(target: Target): Promise<boolean> {
  const tally: Tally = { readings: 0, refusals: 0, slowest: 0 };
  const start = performance.now();
  for (let seed = first; seed < first + runs; seed++) {
    try {
      await run(target, seed, tally);
    } catch (error) {
      keepSeed(seed);
      console.error(`${id}: seed ${seed} breaks a law (kept in test/fuzz/seeds.json)`, error);
      return false;
    }
  }
  const seconds = (performance.now() - start) / 1000;
  const rate = Math.round(runs / seconds);
  const { readings, refusals, slowest } = tally;
  const outcome = `${readings} readings, ${refusals} refusals, slowest ${slowest.toFixed(0)} ms`;
  console.log(`${id}: ${runs} runs from seed ${first} in ${seconds.toFixed(1)} s (${rate}/s): ${outcome}`);
  return true;
}

async function run(target: Target, seed: number, tally: Tally): Promise<void> {
  const start = performance.now();
  if (await attack(target, seed)) tally.readings++;
  else tally.refusals++;
  const took = performance.now() - start;
  tally.slowest = Math.max(tally.slowest, took);
  if (took > MAX_RUN) throw new Error(`run took ${took.toFixed(0)} ms · at most ${MAX_RUN}`);
}

function keepSeed(seed: number): void {
  const kept: Record<string, number[]> = JSON.parse(readFileSync(seedsFile, "utf8"));
  kept[id] = [...new Set([...(kept[id] ?? []), seed])].sort((a, b) => a - b);
  writeFileSync(seedsFile, `${JSON.stringify(kept, null, 2)}\n`);
}
