/** SHA-256 of files: small ones here, large ones each in a worker thread of its own, a few at a time. */

import { availableParallelism } from "node:os";
import { FormatError } from "../../model/errors.ts";
import type { Sha256, Watch } from "../../model/types.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { type Answer, hashListed, type Step } from "./hash-listed.ts";

/** From this size a file goes to a thread: it takes 80 ms to hash, four times what a thread costs to start. */
const THREAD_FROM = 128 << 20;

/** Hashing saturates memory bandwidth early; more threads than this only fight over it. */
const MOST_THREADS = Math.min(4, availableParallelism());

/** Source and build call the thread's module by their own ending. */
const THREAD = new URL(import.meta.url.endsWith(".ts") ? "./hash-worker.ts" : "./hash-worker.js", import.meta.url);

const waiting: (() => void)[] = [];
let running = 0;

/** Digest of the file's bytes. @throws FormatError `changed` or `unreadable`; the signal's reason when it aborts. */
export async function hashFile(listed: Fingerprint, watch: Watch): Promise<Sha256> {
  watch.signal?.throwIfAborted();
  if (listed.size < THREAD_FROM) return hashListed(listed);
  if (running >= MOST_THREADS) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    watch.signal?.throwIfAborted();
    return await hashInThread(listed, watch);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function hashInThread(listed: Fingerprint, { signal, onBytes }: Watch): Promise<Sha256> {
  const { Worker } = await import("node:worker_threads");
  const thread = new Worker(THREAD, { workerData: listed });
  const stop = (): void => void thread.terminate();
  signal?.addEventListener("abort", stop);
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      thread.on("message", (message: Answer | Step) => {
        if ("bytes" in message) onBytes?.(message.bytes);
        else resolve(message);
      });
      thread.once("error", reject);
      thread.once("exit", () => reject(signal?.reason ?? new Error("the hashing thread ended without an answer")));
    });
    if ("digest" in answer) return answer.digest;
    throw new FormatError(answer.code, answer.message);
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}
