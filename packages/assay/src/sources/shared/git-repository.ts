/** A repository as a clone without blobs: what it lists, and the texts that are fetched of it. */

import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { memorySource } from "../../bytes/memory-source.ts";
import { OriginError, UsageError } from "../../model/errors.ts";
import type { Artifact, Gap } from "../../model/types.ts";
import { createListedArtifact } from "../listed.ts";
import type { Listing, ListRequest } from "../source.ts";
import { runGit } from "./git-command.ts";
import { planBatches } from "./git-plan.ts";

/** Bytes that are fetched of the texts of a repository before no further batch is, and where a batch is broken off. */
const ENOUGH = 2_000_000;
const MOST_BYTES = 64 << 20;

/** A longer text is none that anybody reads. */
const LONGEST_TEXT = 4 << 20;

/** Commits, branches and tags; nothing that git could take for an option or a range. */
const REVISION = /^[A-Za-z0-9_][\w./+-]{0,199}$/;

/** A repository, and the revision that is wanted; its head where none is. */
export interface GitTarget {
  readonly url: string;
  readonly name: string;
  readonly revision?: string;
}

/** Splits `…@REV` off a target; an `@` before the last slash belongs to the address. */
export function splitRevision(target: string): { readonly place: string; readonly revision?: string } {
  const at = target.lastIndexOf("@");
  const isRevision = at > target.lastIndexOf("/") || /@refs\//.test(target.slice(at));
  if (at <= 0 || !isRevision) return { place: target };
  return { place: target.slice(0, at), revision: target.slice(at + 1) };
}

/** Lists a repository and fetches what is planned of it. @throws OriginError as git tells it. */
export async function listRepository(request: ListRequest, target: GitTarget): Promise<Listing> {
  const revision = request.revision ?? target.revision;
  if (revision !== undefined && (!REVISION.test(revision) || revision.includes("..")))
    throw new UsageError(`"${revision}" is no revision: write a commit, a branch or a tag.`);
  const folder = join(await request.reach.cache.folder(`git\n${target.url}`), "repository.git");
  const repository: Repository = { request, target, folder };
  try {
    const commit = await fetchCommit(repository, revision ?? "HEAD");
    const entries = await listTree(repository, commit);
    return await describe(repository, commit, entries);
  } catch (error) {
    if (error instanceof OriginError)
      throw new OriginError(error.code, `${target.name}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** A repository under way. */
interface Repository {
  readonly request: ListRequest;
  readonly target: GitTarget;
  /** The bare clone. */
  readonly folder: string;
}

async function git(
  { request: { reach }, folder }: Repository,
  args: readonly string[],
  more: { readonly input?: string; readonly mayGoOn?: () => boolean } = {},
): Promise<Buffer> {
  const { environment, signal } = reach;
  return await runGit({ args, folder, environment, signal, ...more });
}

/** Fetches a commit without its blobs and returns its id; offline, the one that was fetched before. */
async function fetchCommit(repository: Repository, revision: string): Promise<string> {
  const { request, folder } = repository;
  const kept = `refs/assay/${createHash("sha256").update(revision).digest("hex")}`;
  if (!request.reach.isOffline) {
    if (!existsSync(join(folder, "HEAD"))) await initialise(repository);
    const size = sizeOfObjects(folder);
    const args = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--depth=1"];
    const options = ["--filter=blob:none", "--recurse-submodules=no", "--force", "--end-of-options"];
    await git(repository, [...args, ...options, REMOTE, `${revision}:${kept}`], {
      mayGoOn: () => sizeOfObjects(folder) - size < MOST_BYTES,
    });
  } else if (!existsSync(join(folder, "HEAD"))) {
    throw new OriginError("offline", "it was not fetched before, and nothing is asked of a network.");
  }
  const commit = (await git(repository, ["rev-parse", "--verify", "--quiet", `${kept}^{commit}`])).toString().trim();
  if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit))
    throw new OriginError("no-such-revision", "it has no such revision");
  return commit;
}

/** Name of the only remote. */
const REMOTE = "origin";

/** Makes an empty clone whose remote keeps the blobs (git, "Partial Clone": promisor remotes). */
async function initialise(repository: Repository): Promise<void> {
  const { request, target, folder } = repository;
  const { environment, signal } = request.reach;
  await runGit({ args: ["init", "--quiet", "--bare", "--", folder], environment, signal });
  const settings = [
    ["core.repositoryFormatVersion", "1"],
    ["extensions.partialClone", REMOTE],
    [`remote.${REMOTE}.promisor`, "true"],
    [`remote.${REMOTE}.partialCloneFilter`, "blob:none"],
    [`remote.${REMOTE}.url`, target.url],
  ];
  for (const [name = "", value = ""] of settings) await git(repository, ["config", name, value]);
}

interface Entry {
  readonly mode: string;
  readonly oid: string;
  readonly path: string;
}

/** Names, modes and blobs of a commit; no blob is asked for. */
async function listTree(repository: Repository, commit: string): Promise<readonly Entry[]> {
  const output = await git(repository, ["ls-tree", "-r", "-z", "--full-tree", commit]);
  return output
    .toString("utf8")
    .split("\0")
    .flatMap((line): readonly Entry[] => {
      const [, mode, oid, path] = /^(\d{6}) \w+ ([0-9a-f]{40,64})\t([\s\S]+)$/.exec(line) ?? [];
      return mode === undefined || oid === undefined || path === undefined ? [] : [{ mode, oid, path }];
    });
}

const LINK = "120000";
const SUBMODULE = "160000";

async function describe(repository: Repository, commit: string, entries: readonly Entry[]): Promise<Listing> {
  const { request, target } = repository;
  const origin = request.nameOrigin(target.name);
  const refused = entries.filter(({ mode, path }) => mode === LINK || !isPath(path));
  const files = entries.filter((entry) => !refused.includes(entry)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const texts = await fetchTexts(
    repository,
    files.filter(({ mode }) => mode !== SUBMODULE),
  );
  const artifacts = files.map(({ path }): Artifact => {
    const bytes = texts.bytes.get(path);
    return bytes === undefined
      ? createListedArtifact({ origin, path, size: null })
      : makeArtifact({ origin, path, bytes });
  });
  const gaps = [
    ...refused.map(describeRefusal),
    ...(texts.unread === 0 ? [] : [describeUnread(target.name, texts.unread)]),
  ];
  return { name: target.name, kind: "model", role: "code", revision: commit, artifacts, findings: [], gaps };
}

function isPath(path: string): boolean {
  const names = path.split("/");
  return !/[\p{Cc}\ufffd\\]/u.test(path) && names.every((name) => name !== "" && name !== "." && name !== "..");
}

function describeRefusal({ mode, path }: Entry): Gap {
  const [code, why] =
    mode === LINK ? ["link", "is a link and was not followed"] : ["refused-path", "has a path that no file can have"];
  return { path, stage: "source", code, args: { path }, message: `${path} ${why}` };
}

function describeUnread(name: string, count: number): Gap {
  const message = `${count} texts of ${name} were not fetched: enough were.`;
  return { path: "", stage: "source", code: "over-limit", args: { name, count }, message };
}

interface Texts {
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** Texts that were planned and not fetched, or are too long. */
  readonly unread: number;
}

/** Fetches batch after batch until enough is there. Sizes are not known before, so that growth is watched. */
async function fetchTexts(repository: Repository, files: readonly Entry[]): Promise<Texts> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const bytes = new Map<string, Uint8Array>();
  const { folder, request } = repository;
  let [unread, fetched] = [0, 0];
  for (const paths of planBatches([...byPath.keys()])) {
    const batch = paths.flatMap((path) => byPath.get(path) ?? []);
    if (batch.length === 0) continue;
    if (fetched > ENOUGH) {
      unread += batch.length;
      continue;
    }
    const before = sizeOfObjects(folder);
    if (!request.reach.isOffline) await fetchBlobs(repository, batch, before);
    fetched += sizeOfObjects(folder) - before;
    for (const [path, body] of await readBlobs(repository, batch)) bytes.set(path, body);
    unread += batch.filter(({ path }) => !bytes.has(path)).length;
  }
  return { bytes, unread };
}

async function fetchBlobs(repository: Repository, batch: readonly Entry[], before: number): Promise<void> {
  const present = await listPresent(repository);
  const missing = [...new Set(batch.map(({ oid }) => oid))].filter((oid) => !present.has(oid));
  if (missing.length === 0) return;
  const args = ["-c", "fetch.negotiationAlgorithm=noop", "fetch", "--quiet", "--no-tags", "--no-write-fetch-head"];
  const options = ["--no-auto-maintenance", "--filter=blob:none", "--recurse-submodules=no", "--stdin"];
  try {
    await git(repository, [...args, ...options, REMOTE], {
      input: `${missing.join("\n")}\n`,
      mayGoOn: () => sizeOfObjects(repository.folder) - before < MOST_BYTES,
    });
  } catch (error) {
    // A text that is too long to be one breaks off its batch: it stays unread, and the report says so.
    if (!(error instanceof OriginError && error.code === "over-limit")) throw error;
  }
}

/** Blobs that are in the clone, with their sizes. Asking for a blob by name would make git fetch it behind our back. */
async function listPresent(repository: Repository): Promise<ReadonlyMap<string, number>> {
  const output = await git(repository, ["cat-file", "--batch-all-objects", "--batch-check", "--unordered"]);
  return new Map(
    [...output.toString("latin1").matchAll(/^([0-9a-f]+) blob (\d+)$/gm)].map(([, oid = "", size = ""]) => [
      oid,
      Number(size),
    ]),
  );
}

/** Contents of the blobs that are there and no longer than a text. */
async function readBlobs(repository: Repository, batch: readonly Entry[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const present = await listPresent(repository);
  const wanted = batch.filter(({ oid }) => (present.get(oid) ?? LONGEST_TEXT + 1) <= LONGEST_TEXT);
  if (wanted.length === 0) return new Map();
  const input = `${wanted.map(({ oid }) => oid).join("\n")}\n`;
  return splitBlobs(await git(repository, ["cat-file", "--batch"], { input }), wanted);
}

/** `OID blob SIZE\nCONTENT\n`, one behind the other. */
function splitBlobs(output: Buffer, wanted: readonly Entry[]): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  let at = 0;
  for (const { path, oid } of wanted) {
    const newline = output.indexOf(0x0a, at);
    const size = Number(output.toString("latin1", at, newline).split(" ")[2]);
    const body = new Uint8Array(output.subarray(newline + 1, newline + 1 + size));
    at = newline + 1 + size + 1;
    if (nameOf(body, oid.length) === oid) found.set(path, body);
  }
  return found;
}

/** Git's name of a blob (git, "Git Objects"): SHA-1, or SHA-256 in repositories of that format. */
function nameOf(body: Uint8Array, length: number): string {
  const hash = createHash(length === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${body.length}\0`).update(body).digest("hex");
}

function makeArtifact({
  origin,
  path,
  bytes,
}: {
  readonly origin: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}): Artifact {
  return {
    origin,
    path,
    size: bytes.length,
    state: "here",
    digest: async () => `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
    open: () => memorySource(bytes),
  };
}

/** Bytes of the packs and of those that are being received. */
function sizeOfObjects(folder: string): number {
  const packs = join(folder, "objects", "pack");
  if (!existsSync(packs)) return 0;
  let size = 0;
  for (const name of readdirSync(packs)) size += statSync(join(packs, name), { throwIfNoEntry: false })?.size ?? 0;
  return size;
}
