/** What is common to the tools that Assay is measured beside: finding them, running them on one core, timing them. */

import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import type { Answer } from "../gold.ts";

/** A tool that names licences. */
export interface Peer {
  readonly id: string;
  /** Answers by absolute path. @throws Error with a sentence for the reader when the tool cannot run. */
  identify(paths: readonly string[]): Promise<ReadonlyMap<string, Answer>>;
}

/** How a program is started. */
export interface Invocation {
  readonly program: string;
  readonly args: readonly string[];
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A line of output and when it came, in ms of `performance.now`. */
export interface TimedLine {
  readonly text: string;
  readonly at: number;
}

/** All that a program printed. */
export interface Output {
  readonly out: readonly TimedLine[];
  readonly err: readonly TimedLine[];
}

/** Path of a program in `$ASSAY_PEERS/bin`, `$ASSAY_PEERS/scancode/bin` or on the path. @throws Error when there is none. */
export function findProgram(name: string): string {
  const own = process.env.ASSAY_PEERS;
  const folders = own === undefined ? [] : [join(own, "bin"), join(own, "scancode", "bin")];
  const found = [...folders, ...(process.env.PATH ?? "").split(":")]
    .map((folder) => join(folder, name))
    .find(isExecutable);
  if (found === undefined) throw new Error(`${name} is neither on the path nor in $ASSAY_PEERS`);
  return found;
}

/** Runs a program on the last core alone. @throws Error when it cannot be started or fails. */
export function runOnOneCore({ program, args, input, env }: Invocation): Promise<Output> {
  const pinned = ["-c", String(cpus().length - 1), program, ...args];
  const child = spawn(findProgram("taskset"), pinned, { env: { ...process.env, ...env }, stdio: "pipe" });
  const output = { out: gather(child.stdout), err: gather(child.stderr) };
  // A program that ends before it has read its input says so by its exit code.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const last = output.err.at(-1)?.text ?? "no word";
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ended with ${code}: ${last}`));
    });
  });
}

/** Joins the ids that a tool gives for one file: in its order, each once; null for none. */
export function joinIds(ids: readonly string[]): string | null {
  return ids.length === 0 ? null : [...new Set(ids)].join(" AND ");
}

/** An answer of a tool that knows no deviations: whatever it names, it names plainly. */
export function toAnswer(id: string | null, ms: number): Answer {
  return { id, clean: id !== null, ms };
}

/** How long each line took after the one before it; the first is the warm-up, which is left out. */
export function timeLines(lines: readonly TimedLine[]): readonly { readonly text: string; readonly ms: number }[] {
  return lines.slice(1).map(({ text, at }, before) => ({ text, ms: at - (lines[before]?.at ?? at) }));
}

function gather(stream: NodeJS.ReadableStream): TimedLine[] {
  const lines: TimedLine[] = [];
  createInterface({ input: stream }).on("line", (text) => lines.push({ text, at: performance.now() }));
  return lines;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
