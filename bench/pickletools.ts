/** Holds the machine's operations against those that CPython's pickletools finds in the same pickles. */

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Globals } from "../packages/assay/src/formats/shared/pickle/globals.ts";
import { Machine } from "../packages/assay/src/formats/shared/pickle/machine.ts";
import { run } from "../packages/assay/src/formats/shared/pickle/run.ts";
import { Tensors } from "../packages/assay/src/formats/shared/pickle/tensors.ts";
import { Window } from "../packages/assay/src/formats/shared/pickle/window.ts";
import { PICKLE_FAULTS } from "../packages/assay/src/formats/shared/pickle/words.ts";
import { FaultLog } from "../packages/assay/src/formats/shared/words.ts";
import { ROOT } from "./measure.ts";
import { makeRandomPickle } from "./pickle-file.ts";

const SECURITY = join(process.env.ASSAY_CORPORA ?? join(ROOT, "../shared/corpora"), "security");

/** Folders of the corpora, and the names of pickles in them that do nothing. */
const BENIGN: readonly (readonly [folder: string, names: RegExp])[] = [
  ["hand-assembled", /^b.*\.pkl$/],
  ["picklescan/data", /^benign0.*\.pkl$/],
  ["modelaudit/samples/pickles", /^safe.*\.pkl$/],
];

const RANDOM = 10_000;

/** How many streams were held against pickletools, and how many agree. */
export interface Agreement {
  readonly streams: number;
  readonly agreeing: number;
}

/** Compares benign files of the corpora and random pickles; null where there is no Python. */
export function compareWithPickletools(): Agreement | null {
  const pickles = [...readBenign(), ...Array.from({ length: RANDOM }, (_, seed) => makeRandomPickle(seed))];
  const theirs = askPython(pickles);
  if (theirs === null) return null;
  const agreeing = pickles.filter((pickle, index) => listOperations(pickle) === theirs[index]).length;
  return { streams: pickles.length, agreeing };
}

function readBenign(): readonly Uint8Array[] {
  return BENIGN.flatMap(([folder, names]) => {
    const path = join(SECURITY, folder);
    const files = existsSync(path) ? readdirSync(path).filter((name) => names.test(name)) : [];
    return files.map((name) => new Uint8Array(readFileSync(join(path, name))));
  });
}

function askPython(pickles: readonly Uint8Array[]): readonly string[] | null {
  const input = Buffer.concat(
    pickles.flatMap((pickle) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(pickle.length);
      return [length, pickle];
    }),
  );
  const script = join(ROOT, "bench/list-operations.py");
  const done = spawnSync("python3", [script], { input, encoding: "utf8", maxBuffer: 2 ** 30 });
  return done.status === 0 ? done.stdout.trimEnd().split("\n") : null;
}

/** The operations that the machine does, one after the other: `NAME@OFFSET`. */
function listOperations(bytes: Uint8Array): string {
  const window = Window.over(bytes, bytes.length);
  const log = new FaultLog(PICKLE_FAULTS);
  const machine = new Machine({ window, globals: new Globals(), tensors: new Tensors(), log, way: "plain" });
  machine.begin(0);
  const done: string[] = [];
  while (machine.status === "running") {
    done.push(`${machine.operation}@${machine.at}`);
    run(machine, 1);
  }
  return machine.status === "stopped" ? done.join(" ") : `${done.join(" ")} ${machine.status}`;
}
