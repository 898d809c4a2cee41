/** The thread of `hash-file.ts`: it is started with a fingerprint, tells how far it is, answers once and ends. */

import { parentPort, workerData } from "node:worker_threads";
import { answer } from "./hash-listed.ts";

/** Telling costs a message; every 64 MiB is some twenty a second. */
const STEP = 64 << 20;

let untold = 0;

function tell(bytes: number): void {
  untold += bytes;
  if (untold < STEP) return;
  parentPort?.postMessage({ bytes: untold });
  untold = 0;
}

parentPort?.postMessage(answer(workerData, tell));
