import { createHash } from "node:crypto";
import { globSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  type Interruption,
  makeRawRepository,
  makeRepository,
  git as run,
  startGitServer,
} from "../../../test/git-server/server.ts";
import { makeFolder } from "../../../test/support/folder.ts";
import { isNoticeFile, placeLicenseFile } from "../../licenses/license-file.ts";
import { UsageError } from "../../model/errors.ts";
import { openReach } from "../reach.ts";
import { planBatches } from "../shared/git-plan.ts";
import { splitRevision } from "../shared/git-repository.ts";
import type { Listing, Reach } from "../source.ts";
import git from "./index.ts";

interface Asking {
  readonly folder?: string;
  readonly isOffline?: boolean;
  readonly revision?: string;
}

function reachOf({ folder = makeFolder(), isOffline = false }: Asking): Reach {
  const { signal } = new AbortController();
  return openReach({ isOffline, signal, environment: { ASSAY_CACHE: folder, PATH: process.env.PATH } });
}

async function list(target: string, asking: Asking = {}): Promise<Listing> {
  const { revision } = asking;
  const more = revision === undefined ? {} : { revision };
  return await git.list({ target, nameOrigin: (name) => name, reach: reachOf(asking), ...more });
}

const text = async (listing: Listing, path: string): Promise<string> => {
  const source = listing.artifacts.find((one) => one.path === path)?.open();
  return new TextDecoder().decode(await source?.read(0, source.size));
};

const FILES = {
  "README.md": "# Owl\n",
  LICENSE: "Do what you like.\n",
  "src/train.py": "loss.backward()\n",
  "assets/owl.png": "not read",
};

test("a repository is listed at its commit, and the texts that tell something are fetched", async () => {
  const { url, root } = await startGitServer();
  const commit = makeRepository(root, "acme/owl", FILES);
  const listing = await list(`git:${url}/acme/owl.git`);
  expect(listing).toMatchObject({ name: "acme/owl", role: "code", revision: commit, gaps: [], findings: [] });
  expect(listing.artifacts.map(({ path, state, size }) => [path, state, size])).toEqual([
    ["LICENSE", "here", 18],
    ["README.md", "here", 6],
    ["assets/owl.png", "listed", null],
    ["src/train.py", "here", 16],
  ]);
  expect(await text(listing, "README.md")).toBe("# Owl\n");
});

test("no other blob comes along", async () => {
  const { url, root } = await startGitServer();
  makeRepository(root, "acme/owl", FILES);
  const folder = makeFolder();
  await list(`git:${url}/acme/owl.git`, { folder });
  const [clone = ""] = globSync(join(folder, "stores/*/*.git"));
  const objects = run(clone, ["cat-file", "--batch-all-objects", "--batch-check"]);
  expect(objects.match(/ blob /g)?.length).toBe(3);
});

test("a repository of 1,355 files costs at most 3 MB", async () => {
  const server = await startGitServer();
  // Numbers that no packing makes smaller.
  const noise = (seed: number): string =>
    Array.from({ length: 80 }, (_, n) => createHash("sha512").update(`${seed}:${n}`).digest("base64")).join("\n");
  const code = Array.from({ length: 1_350 }, (_, n) => [`pkg/part${n % 40}/train_${n}.py`, `${noise(n)}\n`] as const);
  makeRepository(server.root, "acme/owl", { ...FILES, "docs/paper.md": "# Paper\n", ...Object.fromEntries(code) });
  const listing = await list(`git:${server.url}/acme/owl.git`);
  expect(listing.artifacts.length).toBe(1_355);
  expect(listing.artifacts.filter(({ state }) => state === "here").length).toBeGreaterThan(300);
  expect(server.sent()).toBeLessThanOrEqual(3_000_000);
});

test("revisions are pinned: a branch, a tag, a commit", async () => {
  const { url, root } = await startGitServer();
  const commit = makeRepository(root, "acme/owl", FILES);
  for (const revision of ["main", "v1", commit]) {
    expect((await list(`git:${url}/acme/owl.git@${revision}`)).revision).toBe(commit);
    expect((await list(`git:${url}/acme/owl.git`, { revision })).revision).toBe(commit);
  }
  await expect(list(`git:${url}/acme/owl.git@v9`)).rejects.toMatchObject({ code: "no-such-revision" });
});

test("a file address is a repository too", async () => {
  const { root } = await startGitServer();
  const commit = makeRepository(root, "acme/owl", FILES);
  expect((await list(`git:file://${root}/acme/owl.git`)).revision).toBe(commit);
});

test("links and paths that leave the repository are refused by name", async () => {
  const { url, root } = await startGitServer();
  const work = makeFolder({ "README.md": "# Owl\n" });
  symlinkSync("/etc/passwd", join(work, "LICENSE"));
  run(work, ["init", "--quiet", "--initial-branch=main"]);
  run(work, ["add", "--all"]);
  run(work, ["commit", "--quiet", "--message=Release"]);
  run(work, ["clone", "--quiet", "--bare", ".", join(root, "link.git")]);
  run(join(root, "link.git"), ["config", "uploadpack.allowFilter", "true"]);
  run(join(root, "link.git"), ["config", "uploadpack.allowAnySHA1InWant", "true"]);
  const linked = await list(`git:${url}/link.git`);
  expect(linked.artifacts.map(({ path }) => path)).toEqual(["README.md"]);
  expect(linked.gaps).toMatchObject([{ path: "LICENSE", code: "link" }]);
  makeRawRepository(root, "odd", [
    ["100644", "README.md", "# Owl\n"],
    ["100644", "a\nb.md", "x"],
    ["100644", "c\\d.md", "x"],
  ]);
  const odd = await list(`git:${url}/odd.git`);
  expect(odd.artifacts.map(({ path }) => path)).toEqual(["README.md"]);
  expect(odd.gaps.map(({ code }) => code)).toEqual(["refused-path", "refused-path"]);
});

test("a text of 50 MB is listed and not read", async () => {
  const { url, root } = await startGitServer();
  makeRepository(root, "acme/owl", { ...FILES, "README.md": new Uint8Array(50 << 20) });
  const listing = await list(`git:${url}/acme/owl.git`);
  expect(listing.artifacts.find(({ path }) => path === "README.md")?.state).toBe("listed");
  expect(listing.gaps).toMatchObject([{ code: "over-limit" }]);
});

const FAILURES: readonly (readonly [string, string, Interruption])[] = [
  ["asks who one is", "not-visible", (_, response) => answer(response, 401, { "WWW-Authenticate": "Basic" })],
  ["is not there", "not-visible", (_, response) => answer(response, 404)],
  ["sends on", "refused", (_, response) => answer(response, 302, { Location: "http://owl.example/x.git" })],
  ["breaks off", "unreachable", (request) => Boolean(request.socket.destroy())],
];

function answer(response: Parameters<Interruption>[1], status: number, headers: Record<string, string> = {}): true {
  response.writeHead(status, headers).end();
  return true;
}

test.each(FAILURES)("a place that %s is told in one sentence", async (_, code, interrupt) => {
  const { url } = await startGitServer(interrupt);
  await expect(list(`git:${url}/acme/owl.git`)).rejects.toMatchObject({ name: "OriginError", code });
});

test("a host that nobody knows, and one that refuses", async () => {
  await expect(list("git:https://name.invalid/owl.git")).rejects.toMatchObject({ code: "unreachable" });
  await expect(list("git:http://127.0.0.1:1/owl.git")).rejects.toMatchObject({ code: "unreachable" });
});

test.each([
  "git:ext::sh -c id",
  "git:--upload-pack=id",
  "git:http://owl.example/plain",
  "git:https://user:secret@owl.example/x",
  "git:https://owl.example/x@-f",
  "git:https://owl.example/x@a..b",
  "git:../x",
])("%s is refused before git runs", async (target) => {
  await expect(list(target)).rejects.toThrow(UsageError);
});

test("offline, the kept clone answers", async () => {
  const { url, root } = await startGitServer();
  const commit = makeRepository(root, "acme/owl", FILES);
  const folder = makeFolder();
  const target = `git:${url}/acme/owl.git`;
  await list(target, { folder });
  rmSync(join(root, "acme"), { recursive: true });
  const offline = await list(target, { folder, isOffline: true });
  expect(offline.revision).toBe(commit);
  expect(await text(offline, "LICENSE")).toBe("Do what you like.\n");
  await expect(list(`git:${url}/other.git`, { folder, isOffline: true })).rejects.toMatchObject({ code: "offline" });
});

test("the user's stop ends the command", async () => {
  const stop = new AbortController();
  const { url } = await startGitServer(() => {
    stop.abort();
    return true;
  });
  const reach = { ...reachOf({}), signal: stop.signal };
  const listing = git.list({ target: `git:${url}/owl.git`, nameOrigin: (name) => name, reach });
  await expect(listing).rejects.toMatchObject({ name: "AbortError" });
});

test.each([
  ["https://host/a/b.git@feature/owl", "https://host/a/b.git", "feature/owl"],
  ["https://host/a/b@v1.0", "https://host/a/b", "v1.0"],
  ["https://host/a/b@refs/pr/7", "https://host/a/b", "refs/pr/7"],
  ["https://host/@a/b", "https://host/@a/b", undefined],
  ["file:///tmp/a.git@x/b.git@main", "file:///tmp/a.git@x/b.git", "main"],
])("%s is a place and a revision", (target, place, revision) => {
  expect(splitRevision(target)).toEqual({ place, ...(revision !== undefined && { revision }) });
});

test("files that are licence texts by their names are fetched first", () => {
  const names = [
    "LICENSE",
    "MODEL_LICENSE.md",
    "COPYING",
    "LICENSES/MIT.txt",
    "USE_POLICY.md",
    "terms-and-conditions.md",
    "legal/eula.txt",
    "restrictions.md",
    "ADDITIONAL_TERMS.txt",
    "NOTICE.md",
    "sub/DISCLAIMER",
  ];
  const [first = []] = planBatches(names.filter((name) => placeLicenseFile(name) !== null || isNoticeFile(name)));
  expect(first).toEqual(expect.arrayContaining(names));
});
