import { fileURLToPath } from "node:url";

import { memorySource } from "../packages/assay/src/bytes/memory-source.ts";
import { readPickles } from "../packages/assay/src/formats/shared/pickle/read-pickles.ts";
import { testContext } from "../packages/assay/test/format-kit.ts";
import type { Bench, Row } from "./bench.ts";
import { medians, peakMemory } from "./measure.ts";
import { makeCheckpoint, makeIntegers, makeTuples } from "./pickle-file.ts";
import { compareWithPickletools } from "./pickletools.ts";

const ROUNDS = 9;

/** What is read, and the megabytes in a second that are wanted at least. */
const SPEEDS: readonly (readonly [what: string, make: () => Uint8Array, least: number])[] = [
  ["integers", () => makeIntegers(6_000_000), 250],
  ["dictionary of tuples", () => makeTuples(600_000), 100],
  ["checkpoint of 120,000 tensors", () => makeCheckpoint(120_000), 120],
];

/** Bytes of a pickle whose memo is filled many times over, and of the memo's entries, as the machine promises them. */
const LONG_MEGABYTES = 400;
const PROMISED_MEGABYTES = 64 + 100;

/** Processor time in ms, that of collecting garbage with it: other work on the machine does not count. */
async function timeRead(bytes: Uint8Array): Promise<number> {
  const start = process.cpuUsage();
  const { isWhole, faults } = await readPickles(memorySource(bytes), testContext(), { start: 0 });
  const { user, system } = process.cpuUsage(start);
  if (!isWhole || faults.length > 0) throw new Error("a pickle that is whole was not read as one");
  return (user + system) / 1e3;
}

async function measureSpeed([what, make, least]: (typeof SPEEDS)[number]): Promise<Row> {
  const bytes = make();
  const [time = Number.NaN] = await medians(ROUNDS, () => timeRead(bytes));
  const ours = bytes.length / 1e3 / time;
  return { what, unit: "MB/s", ours, reference: { what: "wanted", value: least }, relation: "share", bound: 1 };
}

async function measureMemory(): Promise<Row> {
  const script = fileURLToPath(new URL("./read-long-pickle.ts", import.meta.url));
  const ours = await peakMemory(script, String(LONG_MEGABYTES));
  const idle = await peakMemory(script, "0");
  return {
    what: `peak memory, ${LONG_MEGABYTES} MB with a full memo`,
    unit: "MB",
    ours,
    reference: { what: "nothing read", value: idle },
    relation: "over",
    bound: PROMISED_MEGABYTES,
  };
}

function countAgreement(): readonly Row[] {
  const agreement = compareWithPickletools();
  if (agreement === null) return [];
  const reference = { what: "compared", value: agreement.streams };
  return [
    {
      what: "operations as in pickletools",
      unit: "streams",
      ours: agreement.agreeing,
      reference,
      relation: "share",
      bound: 1,
    },
  ];
}

const pickle: Bench = {
  id: "pickle",
  title: "Pickles in memory, one thread",
  measure: async () => {
    const rows: Row[] = [];
    for (const speed of SPEEDS) rows.push(await measureSpeed(speed));
    return [...rows, await measureMemory(), ...countAgreement()];
  },
};

export default pickle;
