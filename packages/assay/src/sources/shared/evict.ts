/** Keeps the cache within its size: what was used longest ago goes first. */

import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Share of the size that is left after clearing, so that not every new file clears again. */
const LEFT = 0.9;

/** A part of a file that no process has touched for so long is a rest of one that died, in milliseconds. */
const ABANDONED = 24 * 3600 * 1000;

interface Item {
  readonly path: string;
  readonly size: number;
  readonly used: number;
}

/** Removes blobs and stores until the folder is within its size. A key whose blob is gone leads nowhere, and stays small. */
export async function evict(root: string, size: number): Promise<void> {
  const items = [...(await listItems(join(root, "blobs"))), ...(await listItems(join(root, "stores")))];
  const dead = items.filter(({ path, used }) => path.endsWith(".part") && Date.now() - used > ABANDONED);
  for (const { path } of dead) await rm(path, { recursive: true, force: true });
  const left = items.filter((item) => !dead.includes(item));
  let total = left.reduce((sum, item) => sum + item.size, 0);
  if (total <= size) return;
  for (const { path, size: bytes } of left.sort((a, b) => a.used - b.used)) {
    if (total <= size * LEFT) return;
    await rm(path, { recursive: true, force: true });
    total -= bytes;
  }
}

async function listItems(folder: string): Promise<readonly Item[]> {
  const names = await readdir(folder).catch(() => []);
  const items: Item[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const stats = await stat(path).catch(() => null);
    // Gone since it was listed: another process clears too.
    if (stats === null) continue;
    const size = stats.isDirectory() ? await sizeOfFolder(path) : stats.size;
    items.push({ path, size, used: stats.mtimeMs });
  }
  return items;
}

async function sizeOfFolder(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let size = 0;
  for (const entry of entries) {
    if (entry.isFile()) size += (await stat(join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0;
  }
  return size;
}
