/** What processes hold of the cache: files that were handed out and must not go while they are read. */

import { rmSync } from "node:fs";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** Milliseconds after which a process with the same number is another one. */
const LONGEST_RUN = 24 * 3600 * 1000;

/** Holds things for this process until it ends. */
export class Holds {
  readonly #folder: string;
  readonly #own = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Holds a file or folder. Where that cannot be written down, nobody could evict it either. */
  async add(path: string): Promise<void> {
    const name = basename(path);
    if (this.#own.has(name)) return;
    if (this.#own.size === 0) process.once("exit", () => this.#drop());
    this.#own.add(name);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
    await writeFile(this.#mark(name), "", { mode: 0o600 }).catch(() => undefined);
  }

  #mark(name: string): string {
    return join(this.#folder, `${name}.${process.pid}`);
  }

  #drop(): void {
    for (const name of this.#own) rmSync(this.#mark(name), { force: true });
  }
}

/** Names of what is held by processes that live; marks of others are removed. */
export async function listHeld(folder: string): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  for (const mark of await readdir(folder).catch(() => [])) {
    const [name = "", pid] = mark.split(".");
    if (await isValid(join(folder, mark), Number(pid))) held.add(name);
    else await rm(join(folder, mark), { force: true });
  }
  return held;
}

async function isValid(mark: string, pid: number): Promise<boolean> {
  const written = (await stat(mark).catch(() => null))?.mtimeMs ?? 0;
  return isAlive(pid) && (pid === process.pid || written > Date.now() - LONGEST_RUN);
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process lives, but may not be signalled.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
