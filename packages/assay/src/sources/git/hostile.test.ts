import { globSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeRepository, git as run, startGitServer } from "../../../test/git-server/server.ts";
import { makeFolder } from "../../../test/support/folder.ts";
import { openReach } from "../reach.ts";
import type { Listing } from "../source.ts";
import git from "./index.ts";

interface Asking {
  readonly folder?: string;
  readonly signal?: AbortSignal;
  readonly home?: string;
}

async function list(target: string, { folder = makeFolder(), signal, home }: Asking = {}): Promise<Listing> {
  const environment = { ASSAY_CACHE: folder, PATH: process.env.PATH, HOME: home };
  const reach = openReach({ isOffline: false, signal: signal ?? new AbortController().signal, environment });
  return await git.list({ target, nameOrigin: (name) => name, reach });
}

const here = ({ artifacts }: Listing): readonly string[] =>
  artifacts.filter(({ state }) => state === "here").map(({ path }) => path);

/** Bytes that no packing makes smaller: a linear congruential generator (Numerical Recipes, 7.1). */
function noise(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

const packed = (folder: string): number =>
  globSync(join(folder, "stores/*/*/objects/pack/*")).reduce((sum, file) => sum + statSync(file).size, 0);

test.each([5, 80])("a README of %i MB costs the licence beside it nothing, and is not kept", async (megabytes) => {
  const root = makeFolder();
  makeRepository(root, "owl", { LICENSE: "Mine.\n", "README.md": noise(megabytes << 20, 1), "train.py": "x = 1\n" });
  const folder = makeFolder();
  const listing = await list(`git:file://${root}/owl.git`, { folder });
  expect(here(listing)).toEqual(["LICENSE", "train.py"]);
  expect(listing.gaps).toMatchObject([{ code: "over-limit", args: { count: 1 } }]);
  expect(packed(folder)).toBeLessThan(100_000);
});

test("long code is fetched up to 3 MB", async () => {
  const root = makeFolder();
  const code = Array.from({ length: 390 }, (_, n) => [`model_${n}.py`, noise(15_000, n)] as const);
  makeRepository(root, "owl", { LICENSE: "Mine.\n", ...Object.fromEntries(code) });
  const folder = makeFolder();
  const listing = await list(`git:file://${root}/owl.git`, { folder });
  expect(here(listing)).toContain("LICENSE");
  expect(here(listing).length).toBeGreaterThan(100);
  expect(listing.gaps).toMatchObject([{ code: "over-limit" }]);
  expect(packed(folder)).toBeLessThan(3_200_000);
});

test("a fetch that was stopped at any time leaves nothing that is in the way of the next", async () => {
  const root = makeFolder();
  makeRepository(root, "owl", { LICENSE: "Mine.\n", "data/train.txt": noise(3 << 20, 1) });
  const target = `git:file://${root}/owl.git`;
  for (const wait of [5, 20, 35, 50, 65, 80, 100]) {
    const folder = makeFolder();
    await list(target, { folder, signal: AbortSignal.timeout(wait) }).catch(() => undefined);
    expect(globSync(join(folder, "stores/*/draft-*"))).toEqual([]);
    expect(here(await list(target, { folder }))).toEqual(["LICENSE"]);
  }
});

test("who asks for the same at the same time gets the same", async () => {
  const root = makeFolder();
  makeRepository(root, "owl", { LICENSE: "Mine.\n" });
  const folder = makeFolder();
  const all = await Promise.all([1, 2, 3, 4].map(() => list(`git:file://${root}/owl.git`, { folder })));
  expect(all.map(here)).toEqual([["LICENSE"], ["LICENSE"], ["LICENSE"], ["LICENSE"]]);
  expect(globSync(join(folder, "stores/*/*.git")).length).toBe(1);
});

test.each(["openssl", "timed out", "certificate", "Connection refused"])(
  "a repository called %s is missed for what it is",
  async (name) => {
    const { url } = await startGitServer((_, response) => Boolean(response.writeHead(404).end()));
    const target = `git:${url}/acme/${name.replaceAll(" ", "-")}.git`;
    await expect(list(target)).rejects.toMatchObject({ code: "not-visible" });
  },
);

test("a password that lies in the home folder is not sent", async () => {
  const home = makeFolder({ ".netrc": "machine 127.0.0.1 login owl password made-up\n" });
  const sent: unknown[] = [];
  const { url } = await startGitServer((request, response) => {
    sent.push(request.headers.authorization);
    return Boolean(response.writeHead(401, { "WWW-Authenticate": "Basic" }).end());
  });
  await expect(list(`git:${url}/owl.git`, { home })).rejects.toMatchObject({ code: "not-visible" });
  expect(sent.join("")).not.toContain(Buffer.from("owl:made-up").toString("base64"));
});

test("a page that is no repository is told as what may be none", async () => {
  const { url } = await startGitServer((_, response) => Boolean(response.writeHead(200).end("<html>")));
  await expect(list(`git:${url}/owl.git`)).rejects.toThrow("or is no repository");
});

/** A repository whose tree has an entry of this name, whatever git says to it, beside `z` and a folder `a` with `b`. */
function makeHostile(name: Uint8Array): string {
  const root = makeFolder();
  const bare = join(root, "owl.git");
  mkdirSync(bare);
  run(bare, ["init", "--quiet", "--bare", "--initial-branch=main"]);
  run(bare, ["config", "uploadpack.allowFilter", "true"]);
  run(bare, ["config", "uploadpack.allowAnySHA1InWant", "true"]);
  const blob = run(bare, ["hash-object", "-w", "--stdin"], "x\n");
  const folder = run(bare, ["mktree"], `100644 blob ${blob}\tb\n`);
  const entry = (mode: string, path: Uint8Array, oid: string): Buffer =>
    Buffer.concat([Buffer.from(`${mode} `), path, Buffer.from([0]), Buffer.from(oid, "hex")]);
  const entries = [
    { path: Buffer.from("a"), sorted: "a/", mode: "40000", oid: folder },
    { path: Buffer.from("z"), sorted: "z", mode: "100644", oid: blob },
    { path: Buffer.from(name), sorted: Buffer.from(name).toString("latin1"), mode: "100644", oid: blob },
  ].sort((a, b) => (a.sorted < b.sorted ? -1 : 1));
  const bytes = Buffer.concat(entries.map(({ mode, path, oid }) => entry(mode, path, oid)));
  const tree = run(bare, ["hash-object", "-t", "tree", "--literally", "-w", "--stdin"], bytes);
  run(bare, ["update-ref", "refs/heads/main", run(bare, ["commit-tree", tree, "-m", "x"])]);
  return bare;
}

test.each(["..", ".git", "/etc/passwd", "a/b"])(
  "a tree that names %s is not opened, and told for that",
  async (name) => {
    const target = `git:file://${makeHostile(Buffer.from(name))}`;
    await expect(list(target)).rejects.toMatchObject({
      code: "lies",
      message: expect.stringContaining("git's own rules"),
    });
  },
);

test.each([
  ["lines and colours", Buffer.from("n\n\u001b[31m")],
  ["no UTF-8", Buffer.from([0x6e, 0xff])],
  ["a name of 5,000 letters", Buffer.from("n".repeat(5_000))],
])("an entry named %s is refused by name, and the others are listed", async (_, name) => {
  const listing = await list(`git:file://${makeHostile(name)}`);
  expect(listing.artifacts.map(({ path }) => path)).toEqual(["a/b", "z"]);
  expect(listing.gaps.map(({ code }) => code)).toEqual(["refused-path"]);
  expect(JSON.stringify(listing.gaps)).not.toMatch(/\\n|\\u001b|n{300}/);
});

test("a folder that a crashed process left half made is not taken for a clone", async () => {
  const root = makeFolder();
  makeRepository(root, "owl", { LICENSE: "Mine.\n" });
  const folder = makeFolder();
  const target = `git:file://${root}/owl.git`;
  await list(target, { folder });
  const [store = ""] = globSync(join(folder, "stores/*"));
  mkdirSync(join(store, "draft-left"));
  writeFileSync(join(store, "draft-left/HEAD"), "ref: refs/heads/main\n");
  expect(here(await list(target, { folder }))).toEqual(["LICENSE"]);
  expect(readdirSync(store)).toContain("draft-left");
});
