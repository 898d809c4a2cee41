import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the repository. */
export const ROOT: string = fileURLToPath(new URL("..", import.meta.url));

/** Absolute path of the committed bin. */
export const ASSAY: string = join(ROOT, "packages/assay/bin/assay.js");

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: readonly string[]];

/** The Node that runs this bench. */
export const NODE: string = process.execPath;

/** Exit codes that mean that the work was done: settled, policy failed, could not be settled. */
const DONE: readonly (number | null)[] = [0, 1, 2];

/** Wall time of commands run side by side, until the last has ended. @throws Error when one could not do its work. */
export async function time(...commands: readonly Command[]): Promise<number> {
  const start = process.hrtime.bigint();
  await Promise.all(commands.map((command) => finish(command, launch(command, []))));
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Median wall times in ms of several jobs, run in turn so that a slow moment hits them all alike. */
export async function medians(rounds: number, ...jobs: readonly (() => Promise<number>)[]): Promise<readonly number[]> {
  const times: number[][] = jobs.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, job] of jobs.entries()) times[at]?.push(await job());
  }
  return times.map(median);
}

/** Peak resident memory in MB of a Node script and its threads. */
export async function peakMemory(script: string, ...args: readonly string[]): Promise<number> {
  const report = `import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))`;
  // A process starts with the peak of the one it was forked from: a shell stands between, which is small.
  const node = [NODE, "--import", `data:text/javascript,${encodeURIComponent(report)}`, script, ...args];
  const command: Command = ["sh", "-c", '"$@"; exit $?', "sh", ...node];
  const child = launch(command, ["pipe"]);
  let said = "";
  child.stdio[3]?.on("data", (bytes: Buffer) => {
    said += bytes.toString();
  });
  await finish(command, child);
  return (Number(said) * 1024) / 1e6;
}

/** Runs a job in a fresh folder, which is removed afterwards whatever happens. */
export async function inFolder<T>(job: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
  try {
    return await job(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns the first Node on the path that is not the one of this repository, else null. */
export function findOtherNode(): string | null {
  const folders = (process.env.PATH ?? "").split(":").filter((folder) => !folder.includes("node_modules"));
  return folders.map((folder) => join(folder, "node")).find((path) => existsSync(path)) ?? null;
}

function launch([program, ...args]: Command, extra: readonly "pipe"[]): ChildProcess {
  return spawn(program, args, { stdio: ["ignore", "ignore", "pipe", ...extra] });
}

function finish(command: Command, child: ChildProcess): Promise<void> {
  let complaint = "";
  child.stderr?.on("data", (bytes: Buffer) => {
    complaint += bytes.toString();
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (DONE.includes(code)) resolve();
      else reject(new Error(`${command.join(" ")} ended with ${code}: ${complaint}`));
    });
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
