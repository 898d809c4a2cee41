/** Keeps the cache within its size: what was used longest ago goes first. */

import { readdir, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { listHeld } from "./holds.ts";

/** Share of the size that is left after clearing, so that not every new file clears again. */
const LEFT = 0.9;

/** A part of a file that no process has touched for so long is a rest of one that died, in milliseconds. */
const ABANDONED = 24 * 3600 * 1000;

interface Item {
  readonly paths: readonly string[];
  readonly size: number;
  readonly used: number;
}

/** Which blob a key leads to; null where it is none. */
type ReadKey = (path: string) => Promise<string | null>;

/** Removes what exceeds the size, but nothing that a process holds. Another process may clear at the same time. */
export async function evict(root: string, size: number, readKey: ReadKey): Promise<void> {
  const [blobs, keys, stores] = [
    await listItems(root, "blobs"),
    await listItems(root, "keys"),
    await listItems(root, "stores"),
  ];
  const items = [...blobs, ...keys, ...stores];
  const dead = items.filter(({ paths: [path = ""], used }) => isPart(path) && Date.now() - used > ABANDONED);
  await remove(dead.flatMap(({ paths }) => paths));
  const total = items.reduce((sum, item) => sum + item.size, 0) - dead.reduce((sum, item) => sum + item.size, 0);
  if (total <= size) return;
  const grouped = await groupByBlob(
    blobs.filter((item) => !dead.includes(item)),
    keys,
    readKey,
  );
  await shrink(total - size * LEFT, [...grouped, ...stores], await listHeld(join(root, "holds")));
}

async function shrink(excess: number, items: readonly Item[], held: ReadonlySet<string>): Promise<void> {
  let left = excess;
  for (const { paths, size } of items.toSorted((a, b) => a.used - b.used)) {
    if (left <= 0) return;
    if (paths.some((path) => held.has(basename(path)))) continue;
    await remove(paths);
    left -= size;
  }
}

/** A blob goes with its keys, and was used when one of them was: its own times belong to those who read it. */
async function groupByBlob(blobs: readonly Item[], keys: readonly Item[], readKey: ReadKey): Promise<readonly Item[]> {
  const byBlob = new Map<string | null, Item[]>();
  for (const key of keys) {
    const blob = await readKey(key.paths[0] ?? "");
    byBlob.set(blob, [...(byBlob.get(blob) ?? []), key]);
  }
  const grouped = blobs.map((blob) => {
    const name = basename(blob.paths[0] ?? "");
    const own = byBlob.get(name) ?? [];
    byBlob.delete(name);
    return own.length === 0 ? blob : merge(blob, own);
  });
  return [...grouped, ...[...byBlob.values()].flat()];
}

function merge(blob: Item, keys: readonly Item[]): Item {
  return {
    paths: [...blob.paths, ...keys.flatMap(({ paths }) => paths)],
    size: keys.reduce((sum, { size }) => sum + size, blob.size),
    used: Math.max(...keys.map(({ used }) => used)),
  };
}

/** Names of what is written beside and renamed: they have a dot, and a digest's name has none. */
function isPart(path: string): boolean {
  return !/^[0-9a-f]{64}(?:\.json)?$/.test(basename(path));
}

async function remove(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { recursive: true, force: true });
}

async function listItems(root: string, folder: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (const name of await readdir(join(root, folder)).catch(() => [])) {
    const path = join(root, folder, name);
    const stats = await stat(path).catch(() => null);
    // Gone since it was listed: another process clears too.
    if (stats === null) continue;
    const size = stats.isDirectory() ? await sizeOfFolder(path) : stats.size;
    items.push({ paths: [path], size, used: stats.mtimeMs });
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
