/** Damages the examples of a format and checks the laws of readers: node scripts/fuzz.ts FORMAT RUNS [--seed N] */

import { argv, exit } from "node:process";
import { parseArgs } from "node:util";
import { mutate } from "../test/fuzz/mutate.ts";
import type { Target } from "../test/fuzz/target.ts";
import { attack, keep, listTargets, loadTarget, MAX_RUN } from "../test/fuzz/target.ts";

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
    const bytes = mutate(target.examples, seed);
    try {
      await run(target, bytes, tally);
    } catch (error) {
      console.error(`${id}: seed ${seed} breaks a law (kept as ${keep(id, bytes)})`, error);
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

async function run(target: Target, bytes: Uint8Array, tally: Tally): Promise<void> {
  const start = performance.now();
  if (await attack(target, bytes)) tally.readings++;
  else tally.refusals++;
  const took = performance.now() - start;
  tally.slowest = Math.max(tally.slowest, took);
  if (took > MAX_RUN) throw new Error(`run took ${took.toFixed(0)} ms · at most ${MAX_RUN}`);
}
