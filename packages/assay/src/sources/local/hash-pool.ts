/**
 * SHA-256 of files. Large ones are hashed in worker threads, one file each; this module is both the pool and the
 * worker, so that source and build find it under their own name.
 */

import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { FormatError } from "../../model/errors.ts";
import type { Sha256 } from "../../model/types.ts";
import { type Fingerprint, readFully, withFile } from "./fingerprint.ts";

/** Bytes per read: hashing speed is flat from 64 KiB up, and a megabyte keeps system calls rare. */
const CHUNK = 1 << 20;

/** From this size a file goes to a worker: it takes 20 ms to hash, about what a thread costs to start. */
const WORKER_FROM = 32 << 20;

/** Hashing saturates memory bandwidth early; more threads than this only fight over it. */
const MOST_WORKERS = 4;

type Answer = { readonly digest: Sha256 } | { readonly code: string; readonly message: string };

interface Job {
  readonly listed: Fingerprint;
  readonly resolve: (digest: Sha256) => void;
  readonly reject: (error: Error) => void;
}

const waiting: Job[] = [];
const idle: Worker[] = [];
let started = 0;

/** Digest of the file's bytes. @throws FormatError `changed` or `unreadable`. */
export async function hashFile(listed: Fingerprint): Promise<Sha256> {
  if (listed.size < WORKER_FROM) return hashHere(listed);
  return await new Promise((resolve, reject) => {
    waiting.push({ listed, resolve, reject });
    dispatch();
  });
}

function hashHere(listed: Fingerprint): Sha256 {
  return withFile(listed, (fd) => {
    const hash = createHash("sha256");
    const chunk = new Uint8Array(Math.min(CHUNK, listed.size));
    for (let at = 0; at < listed.size; at += chunk.length) {
      const part = chunk.subarray(0, Math.min(chunk.length, listed.size - at));
      readFully(fd, part, at);
      hash.update(part);
    }
    const digest: Sha256 = `sha256:${hash.digest("hex")}`;
    return digest;
  });
}

function dispatch(): void {
  const job = waiting[0];
  if (job === undefined) return;
  const worker = idle.pop() ?? startWorker();
  if (worker === undefined) return;
  waiting.shift();
  worker.ref();
  worker.once("message", (answer: Answer) => {
    worker.unref();
    idle.push(worker);
    if ("digest" in answer) job.resolve(answer.digest);
    else job.reject(new FormatError(answer.code, answer.message));
    dispatch();
  });
  worker.postMessage(job.listed);
}

function startWorker(): Worker | undefined {
  if (started >= Math.min(MOST_WORKERS, availableParallelism())) return undefined;
  started += 1;
  return new Worker(fileURLToPath(import.meta.url));
}

function answer(listed: Fingerprint): Answer {
  try {
    return { digest: hashHere(listed) };
  } catch (error) {
    if (error instanceof FormatError) return { code: error.code, message: error.message };
    throw error;
  }
}

if (!isMainThread) {
  const port = parentPort;
  port?.on("message", (listed: Fingerprint) => port.postMessage(answer(listed)));
}
