/** The thread of `hash-file.ts`: it is started with a fingerprint, answers once and ends. */

import { parentPort, workerData } from "node:worker_threads";
import { answer } from "./hash-listed.ts";

parentPort?.postMessage(answer(workerData));
