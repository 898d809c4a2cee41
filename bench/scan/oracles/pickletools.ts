/** The operations of pickles as we read them, beside those that Python's own pickletools reads. It parses and runs nothing. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { memorySource } from "../../../packages/assay/src/bytes/memory-source.ts";
import { Globals } from "../../../packages/assay/src/formats/shared/pickle/globals.ts";
import { Machine, type Status } from "../../../packages/assay/src/formats/shared/pickle/machine.ts";
import { OPERATION_NAMES } from "../../../packages/assay/src/formats/shared/pickle/operations.ts";
import { run } from "../../../packages/assay/src/formats/shared/pickle/run.ts";
import { Tensors } from "../../../packages/assay/src/formats/shared/pickle/tensors.ts";
import { Window } from "../../../packages/assay/src/formats/shared/pickle/window.ts";
import { PICKLE_FAULTS } from "../../../packages/assay/src/formats/shared/pickle/words.ts";
import { FaultLog } from "../../../packages/assay/src/formats/shared/words.ts";
import { drawPickle } from "../../../packages/assay/test/fuzz/draw-pickle.ts";
import { Random } from "../../../packages/assay/test/fuzz/mutate.ts";
import { assemble } from "../../../packages/assay/test/support/pickle.ts";
import type { Row } from "../answer.ts";
import type { Bound } from "../bounds.ts";

/** Random pickles. */
const COUNT = 10_000;

/** Reads paths of files of lengths and pickles, prints a line of JSON for each pickle: offsets and names, or null for an error. */
const SCRIPT = `
import io, json, pickletools, struct, sys

def operations(data):
    try:
        return [[offset, opcode.name] for opcode, _, offset in pickletools.genops(data)]
    except Exception:
        return None

data = sys.stdin.buffer.read()
at = 0
while at < len(data):
    (length,) = struct.unpack_from("<I", data, at)
    print(json.dumps(operations(data[at + 4 : at + 4 + length])))
    at += 4 + length
`;

type Operation = readonly [offset: number, name: string];

/** The bound of the oracle; says so where there is no Python. */
export async function comparePickles(rows: readonly Row[]): Promise<readonly Bound[]> {
  const benign = rows
    .filter(({ path, expected }) => expected === "pass" && /\.(?:pkl|pickle|p|bin)$/.test(path))
    .map(({ path }) => new Uint8Array(readFileSync(path)));
  const random = Array.from({ length: COUNT }, (_, at) => assemble(...drawPickle(new Random(at + 1))));
  return [
    ...(await compare("operations of benign pickles = pickletools", benign)),
    ...(await compare(`operations of ${COUNT} random pickles = pickletools`, random)),
  ];
}

async function compare(what: string, pickles: readonly Uint8Array[]): Promise<readonly Bound[]> {
  const theirs = askPython(pickles);
  if (theirs === null) return [{ what, is: "no Python", must: "all", holds: false }];
  let same = 0;
  let asked = 0;
  for (const [at, bytes] of pickles.entries()) {
    const expected = theirs[at] ?? null;
    if (expected === null) continue;
    asked++;
    const own = await listOperations(bytes);
    if (JSON.stringify(own) === JSON.stringify(expected)) same++;
    else console.log(`${what}: pickle ${at} differs: ${tellDifference(own, expected)}`);
  }
  return [{ what, is: `${same}/${asked}`, must: "all", holds: same === asked && asked > 0 }];
}

function tellDifference(own: readonly Operation[], theirs: readonly Operation[]): string {
  const at = theirs.findIndex((operation, index) => String(operation) !== String(own[index]));
  return `operation ${at} is ${own[at] ?? "none"}, not ${theirs[at] ?? "none"}`;
}

function askPython(pickles: readonly Uint8Array[]): readonly (readonly Operation[] | null)[] | null {
  const input = Buffer.concat(pickles.flatMap((bytes) => [lengthOf(bytes), bytes]));
  const { status, stdout } = spawnSync("python3", ["-c", SCRIPT], { input, maxBuffer: 2 ** 30 });
  if (status !== 0) return null;
  return stdout
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function lengthOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return length;
}

/** Operations of the first pickle, by single steps of the machine. */
async function listOperations(bytes: Uint8Array): Promise<readonly Operation[]> {
  const window = new Window(memorySource(bytes), new AbortController().signal);
  const log = new FaultLog(PICKLE_FAULTS);
  const machine = new Machine({ window, globals: new Globals(), tensors: new Tensors(), log, way: "plain" });
  const operations: Operation[] = [];
  machine.begin(0);
  await window.move(0, Math.min(1, bytes.length));
  for (let status: Status = "running"; status === "running"; ) {
    const { at } = machine;
    status = await step(machine, window);
    if (machine.at !== at || status === "stopped") operations.push([at, OPERATION_NAMES[bytes[at] ?? 0] ?? "none"]);
  }
  return operations;
}

/** Does one operation, or gets the bytes that it lacks. */
async function step(machine: Machine, window: Window): Promise<Status> {
  run(machine, 1);
  const { status }: { readonly status: Status } = machine;
  if (status === "more") await window.move(machine.at, machine.wants);
  else if (status === "text") await window.fetch(machine.wants);
  else return status;
  machine.resume();
  return machine.status;
}
