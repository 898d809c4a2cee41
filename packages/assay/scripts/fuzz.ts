/**
 * Damages the examples of formats and checks the laws of readers: node scripts/fuzz.ts FORMAT|all RUNS [--seed N] [--record]
 * With --record the totals go to bench/fuzz.json, one entry for each format.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { argv, cpuUsage, exit } from "node:process";
import { parseArgs } from "node:util";
import type { Target } from "../test/fuzz/target.ts";
import { attack, drawInput, keep, listTargets, loadTarget } from "../test/fuzz/target.ts";

/** Milliseconds of one run that are a hang. */
const HANG = 2_000;

/** What the runs came to. */
interface Tally {
  readings: number;
  refusals: number;
  slowest: number;
}

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: { seed: { type: "string" }, record: { type: "boolean" } },
});
const [asked = "", count = ""] = positionals;
const ids = asked === "all" ? listTargets() : [asked];
const runs = Number(count);
const first = Number(values.seed ?? Date.now() % 2 ** 31);
if (
  ids.some((id) => !listTargets().includes(id)) ||
  !Number.isSafeInteger(runs) ||
  runs < 1 ||
  !Number.isSafeInteger(first)
) {
  console.error(
    `usage: node scripts/fuzz.ts FORMAT|all RUNS [--seed N] [--record]\nFORMAT is one of: ${listTargets().join(" ")}`,
  );
  exit(64);
}
let isSound = true;
for (const id of ids) isSound = (await fuzz(id)) && isSound;
exit(isSound ? 0 : 1);

async function fuzz(id: string): Promise<boolean> {
  const target = await loadTarget(id);
  const tally: Tally = { readings: 0, refusals: 0, slowest: 0 };
  const start = performance.now();
  for (let seed = first; seed < first + runs; seed++) {
    const bytes = drawInput(target, seed);
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
  if (values.record === true) record(id, { runs, seed: first, readings, refusals, slowestMs: Math.ceil(slowest) });
  return true;
}

/** Writes the totals of a format among those of the others, in the order of their names. */
function record(id: string, totals: Readonly<Record<string, number>>): void {
  const file = new URL("../../../bench/fuzz.json", import.meta.url);
  const before: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(file, "utf8"));
  const after = Object.entries({ ...before, [id]: totals }).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = after.map(
    ([name, one]) =>
      `  ${JSON.stringify(name)}: ${JSON.stringify(one)
        .replaceAll(/([:,])/g, "$1 ")
        .replace("{", "{ ")
        .replace("}", " }")}`,
  );
  writeFileSync(file, `{\n${lines.join(",\n")}\n}\n`);
}

/** Milliseconds of the processor: whoever else is busy on the machine is no hang. */
async function run(target: Target, bytes: Uint8Array, tally: Tally): Promise<void> {
  const start = cpuUsage();
  if (await attack(target, bytes)) tally.readings++;
  else tally.refusals++;
  const { user, system } = cpuUsage(start);
  const took = (user + system) / 1e3;
  tally.slowest = Math.max(tally.slowest, took);
  if (took > HANG) throw new Error(`run took ${took.toFixed(0)} ms · at most ${HANG}`);
}
