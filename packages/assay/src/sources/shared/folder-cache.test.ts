import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeFolder } from "../../../test/support/folder.ts";
import { openCache } from "./folder-cache.ts";

const kept = (text: string) => ({ about: { kind: "test" }, body: new TextEncoder().encode(text) });
const blobsOf = (folder: string): readonly string[] => readdirSync(join(folder, "blobs"));

test("what is kept comes back, by any name", async () => {
  const cache = openCache({ ASSAY_CACHE: makeFolder() });
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.uint8Array(), async (key, body) => {
      await cache.put(key, { about: { of: "it" }, body });
      expect(await cache.get(key)).toEqual({ about: { of: "it" }, body });
    }),
    { numRuns: 25 },
  );
  expect(await cache.get("never kept")).toBeNull();
});

test("a blob that was changed is not there any more", async () => {
  const folder = makeFolder();
  const cache = openCache({ ASSAY_CACHE: folder });
  await cache.put("a", kept("true"));
  for (const name of blobsOf(folder)) writeFileSync(join(folder, "blobs", name), "false");
  expect(await cache.getFile("a")).toBeNull();
  await cache.put("a", kept("true"));
  for (const name of blobsOf(folder)) writeFileSync(join(folder, "blobs", name), "fals");
  expect(await cache.get("a")).toBeNull();
});

test("a key that was written over is not there", async () => {
  const folder = makeFolder();
  const cache = openCache({ ASSAY_CACHE: folder });
  await cache.put("a", kept("x"));
  for (const name of readdirSync(join(folder, "keys")))
    writeFileSync(join(folder, "keys", name), '{"about":{},"sha256":"../../etc/passwd","size":1}');
  expect(await cache.get("a")).toBeNull();
});

test("beyond its size, what was used longest ago goes", async () => {
  const folder = makeFolder();
  const cache = openCache({ ASSAY_CACHE: folder, ASSAY_CACHE_SIZE: "250" });
  await cache.put("old", kept("o".repeat(100)));
  for (const name of readdirSync(join(folder, "keys"))) utimesSync(join(folder, "keys", name), 1, 1);
  // Each opening looks at the size with its first file.
  await openCache({ ASSAY_CACHE: folder, ASSAY_CACHE_SIZE: "250" }).put("new", kept("n".repeat(100)));
  await openCache({ ASSAY_CACHE: folder, ASSAY_CACHE_SIZE: "250" }).put("newer", kept("m".repeat(100)));
  expect(await cache.get("old")).toBeNull();
  expect(await cache.get("newer")).not.toBeNull();
});

async function* piece(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

test("what a process holds stays beyond the size, until that process is gone", async () => {
  const folder = makeFolder();
  const small = { ASSAY_CACHE: folder, ASSAY_CACHE_SIZE: "250" };
  const { file, sha256 } = await openCache(small).putFile("a", {}, piece("a".repeat(500)));
  for (const name of readdirSync(join(folder, "keys"))) utimesSync(join(folder, "keys", name), 1, 1);
  const [own = ""] = readdirSync(join(folder, "holds"));
  expect(own).toBe(`${sha256}.${process.pid}`);
  const mark = (pid: number): string => join(folder, "holds", `${sha256}.${pid}`);
  renameSync(mark(process.pid), mark(process.ppid));
  await openCache(small).put("b", kept("b"));
  expect(readFileSync(file, "utf8")).toBe("a".repeat(500));
  // No process has this number (Linux ends at 2^22).
  renameSync(mark(process.ppid), mark(99_999_999));
  await openCache(small).put("c", kept("c"));
  expect(blobsOf(folder)).not.toContain(sha256);
});

test("a store of a tool counts, and goes when nobody uses it", async () => {
  const folder = makeFolder();
  const small = { ASSAY_CACHE: folder, ASSAY_CACHE_SIZE: "250" };
  const store = await openCache(small).folder("git");
  writeFileSync(join(store, "pack"), "x".repeat(500));
  await openCache(small).put("a", kept("a"));
  expect(readdirSync(store)).toEqual(["pack"]);
  for (const name of readdirSync(join(folder, "holds"))) rmSync(join(folder, "holds", name));
  utimesSync(store, 1, 1);
  await openCache(small).put("b", kept("b"));
  expect(readdirSync(join(folder, "stores"))).toEqual([]);
});

test("two at once keep the same thing, and nothing is left half written", async () => {
  const folder = makeFolder();
  const writers = Array.from({ length: 8 }, () => openCache({ ASSAY_CACHE: folder }));
  await Promise.all(writers.map((cache) => cache.put("a", kept("same"))));
  expect(blobsOf(folder).length).toBe(1);
  expect(await writers[0]?.get("a")).toEqual(kept("same"));
});

test("a folder that cannot be written keeps nothing, and no work fails", async () => {
  const file = join(makeFolder({ "not-a-folder": "x" }), "not-a-folder");
  const cache = openCache({ ASSAY_CACHE: file });
  await cache.put("a", kept("x"));
  expect(await cache.get("a")).toBeNull();
  async function* body(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array([1, 2]);
  }
  const { file: spooled } = await cache.putFile("b", {}, body());
  expect([...readFileSync(spooled)]).toEqual([1, 2]);
  expect(statSync(await cache.folder("c")).isDirectory()).toBe(true);
});

test("others on the machine cannot read it", async () => {
  const folder = join(makeFolder(), "cache");
  await openCache({ ASSAY_CACHE: folder }).put("a", kept("x"));
  for (const name of ["", "blobs", "keys"]) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  chmodSync(folder, 0o700);
});
