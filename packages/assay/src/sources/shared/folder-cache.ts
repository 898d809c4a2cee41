/** The cache as a folder: `blobs/` by digest, `keys/` that say what was fetched as what, `stores/` of other tools. */

import { createHash, randomUUID } from "node:crypto";
import { createReadStream, rmSync } from "node:fs";
import { mkdir, mkdtemp, open, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import type { Cache, Kept, KeptFile } from "./cache.ts";
import { evict } from "./evict.ts";
import { Holds } from "./holds.ts";

/** Bytes that the cache may take: cards, headers and clones of some thousand releases. */
const DEFAULT_SIZE = 2 * 2 ** 30;

/** Bytes after which the cache looks again whether it has grown too large. */
const LOOK_AGAIN = 64 << 20;

/** What a key leads to. */
interface Entry {
  readonly about: Kept["about"];
  readonly sha256: string;
  readonly size: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the cache lies: `ASSAY_CACHE`, else `assay` among the user's caches. */
export function cacheFolder(environment: Environment): string {
  if (environment.ASSAY_CACHE) return environment.ASSAY_CACHE;
  const home = environment.HOME ?? homedir();
  return join(environment.XDG_CACHE_HOME || join(home, ".cache"), "assay");
}

/** Opens the cache. One that cannot be written keeps nothing, and work goes on. */
export function openCache(environment: Environment): Cache {
  const stated = Number(environment.ASSAY_CACHE_SIZE);
  return new FolderCache(cacheFolder(environment), Number.isSafeInteger(stated) && stated > 0 ? stated : DEFAULT_SIZE);
}

class FolderCache implements Cache {
  readonly #root: string;
  readonly #size: number;
  readonly #holds: Holds;
  /** Bytes written since it was last looked at; it is looked at with the first. */
  #written = LOOK_AGAIN;

  constructor(root: string, size: number) {
    this.#root = root;
    this.#size = size;
    this.#holds = new Holds(join(root, "holds"));
  }

  async get(key: string): Promise<Kept | null> {
    const entry = await this.#entry(key);
    if (entry === null) return null;
    const body = await readFile(this.#blob(entry.sha256)).catch(() => null);
    if (body === null) return null;
    if (hash(body) !== entry.sha256) return await this.#forget(key, entry);
    return { about: entry.about, body: new Uint8Array(body.buffer, body.byteOffset, body.length) };
  }

  async put(key: string, { about, body }: Kept): Promise<void> {
    const sha256 = hash(body);
    try {
      const file = this.#blob(sha256);
      // Whoever reads the one that is there would see another take its place.
      if ((await hashFile(file).catch(() => null)) !== sha256) await this.#write(file, body);
      await this.#link(key, { about, sha256, size: body.length });
    } catch {
      // A full disk or a folder without permission: what was fetched is at hand all the same.
    }
  }

  async getFile(key: string): Promise<KeptFile | null> {
    const entry = await this.#entry(key);
    if (entry === null) return null;
    const file = this.#blob(entry.sha256);
    await this.#holds.add(file);
    const found = await hashFile(file).catch(() => null);
    if (found === null) return null;
    return found === entry.sha256 ? { ...entry, file } : await this.#forget(key, entry);
  }

  async putFile(key: string, about: Kept["about"], body: AsyncIterable<Uint8Array>): Promise<KeptFile> {
    const temporary = await this.#temporary();
    try {
      const { sha256, size } = await spool(temporary, body);
      const file = this.#blob(sha256);
      try {
        await mkdir(join(this.#root, "blobs"), { recursive: true, mode: 0o700 });
        await this.#holds.add(file);
        if ((await hashFile(file).catch(() => null)) === sha256) await rm(temporary, { force: true });
        else await rename(temporary, file);
      } catch {
        // Kept where it is, for this process alone.
        return { about, file: temporary, sha256, size };
      }
      await this.#link(key, { about, sha256, size }).catch(() => undefined);
      return { about, file, sha256, size };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async folder(key: string): Promise<string> {
    const folder = join(this.#root, "stores", hash(key));
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const now = new Date();
      await utimes(folder, now, now);
      await this.#holds.add(folder);
      await this.#lookAgain(LOOK_AGAIN);
      return folder;
    } catch {
      // Not to be written: the tool gets a folder of its own that goes with the process.
      return await makePassing();
    }
  }

  async #entry(key: string): Promise<Entry | null> {
    try {
      const file = this.#key(key);
      const entry: unknown = JSON.parse(await readFile(file, "utf8"));
      if (!isEntry(entry)) return null;
      const now = new Date();
      // The key bears when it was used; to touch the blob would be to change it under those who read it.
      await utimes(file, now, now).catch(() => undefined);
      return entry;
    } catch {
      // Never kept, or half gone: then it is not there.
      return null;
    }
  }

  async #link(key: string, entry: Entry): Promise<void> {
    await this.#write(this.#key(key), new TextEncoder().encode(JSON.stringify(entry)));
    await this.#lookAgain(entry.size);
  }

  async #lookAgain(bytes: number): Promise<void> {
    this.#written += bytes;
    if (this.#written < LOOK_AGAIN) return;
    this.#written = 0;
    await evict(this.#root, this.#size, readBlobName);
  }

  /** Writes beside and renames: another process sees all of it or nothing. */
  async #write(file: string, body: Uint8Array): Promise<void> {
    await mkdir(join(file, ".."), { recursive: true, mode: 0o700 });
    const temporary = `${file}.${randomUUID()}`;
    await writeFile(temporary, body, { mode: 0o600 });
    await rename(temporary, file);
  }

  async #forget(key: string, { sha256 }: Entry): Promise<null> {
    await rm(this.#blob(sha256), { force: true }).catch(() => undefined);
    await rm(this.#key(key), { force: true }).catch(() => undefined);
    return null;
  }

  async #temporary(): Promise<string> {
    const name = `${randomUUID()}.part`;
    try {
      const folder = join(this.#root, "blobs");
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, name);
      await (await open(file, "w", 0o600)).close();
      return file;
    } catch {
      // Not to be written: beside other temporary files.
      return join(await makePassing(), name);
    }
  }

  #blob(sha256: string): string {
    return join(this.#root, "blobs", sha256);
  }

  #key(key: string): string {
    return join(this.#root, "keys", `${hash(key)}.json`);
  }
}

/** A folder that goes with the process. */
async function makePassing(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "assay-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function readBlobName(key: string): Promise<string | null> {
  try {
    const entry: unknown = JSON.parse(await readFile(key, "utf8"));
    return isEntry(entry) ? entry.sha256 : null;
  } catch {
    return null;
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  const { about, sha256, size } = value as Partial<Record<keyof Entry, unknown>>;
  return (
    typeof about === "object" &&
    about !== null &&
    Object.values(about).every((word) => typeof word === "string") &&
    typeof sha256 === "string" &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    typeof size === "number"
  );
}

function hash(body: Uint8Array | string): string {
  return createHash("sha256").update(body).digest("hex");
}

async function hashFile(file: string): Promise<string> {
  const running = createHash("sha256");
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) running.update(chunk as Uint8Array);
  return running.digest("hex");
}

async function spool(
  file: string,
  body: AsyncIterable<Uint8Array>,
): Promise<{ readonly sha256: string; readonly size: number }> {
  const running = createHash("sha256");
  const handle = await open(file, "w", 0o600);
  try {
    for await (const chunk of body) {
      running.update(chunk);
      await handle.writeFile(chunk);
    }
  } finally {
    await handle.close();
  }
  return { sha256: running.digest("hex"), size: (await stat(file)).size };
}
