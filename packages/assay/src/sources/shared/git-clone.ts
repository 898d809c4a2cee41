/** Clones without blobs: fetched into a draft, kept when they are whole, and never changed again. */

import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { OriginError } from "../../model/errors.ts";
import { type GitRun, runGit } from "./git-command.ts";
import { PLAN_VERSION } from "./git-plan.ts";

/** Bytes of a list of files: two hundred thousand files have some twenty million. */
const MOST_OF_TREES = 64 << 20;

/** Bytes of one repository that are fetched, and those that are left for texts however long its list is. */
const MOST_BYTES = 3_000_000;
const LEAST_FOR_TEXTS = 512 << 10;

/** Bytes of one request for texts, and those below which none is made. */
const MOST_AT_ONCE = 1_000_000;
const LEAST_AT_ONCE = 8 << 10;

/** Texts in one request: one that is too large among them is found by asking for halves. */
const MOST_TEXTS_AT_ONCE = 64;

/** Name of the only remote. It stands in no configuration: what is missing in a clone is not asked for behind our back. */
const REMOTE = "origin";

/** A bare repository on this machine, and the address that it is of. */
export interface Clone extends Pick<GitRun, "environment" | "signal"> {
  readonly url: string;
  readonly folder: string;
}

/** Runs a command in the clone. */
export async function inClone(
  { folder, environment, signal }: Clone,
  args: readonly string[],
  more: Pick<GitRun, "input" | "mayGoOn"> = {},
): Promise<Buffer> {
  return await runGit({ folder, environment, signal, args, ...more });
}

/** Makes an empty clone beside the kept ones. */
export async function openDraft(root: string, clone: Omit<Clone, "folder">): Promise<Clone> {
  const folder = await mkdtemp(join(root, "draft-"));
  const { environment, signal } = clone;
  try {
    await runGit({ args: ["init", "--quiet", "--bare", "--template=", "--", folder], environment, signal });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return { ...clone, folder };
}

/** Keeps a draft as the clone of a commit. Where another process was faster, its clone is as good. */
export async function keepDraft(root: string, { folder }: Clone, commit: string): Promise<void> {
  await rename(folder, placeClone(root, commit)).catch(() => rm(folder, { recursive: true, force: true }));
}

/** Folder of the kept clone of a commit; null when there is none. */
export function findClone(root: string, commit: string): string | null {
  const folder = placeClone(root, commit);
  return existsSync(folder) ? folder : null;
}

function placeClone(root: string, commit: string): string {
  return join(root, `${commit}.${PLAN_VERSION}.git`);
}

/** Notes which commit a revision led to, for when there is no network. */
export async function noteRevision(root: string, revision: string, commit: string): Promise<void> {
  const file = placeNote(root, revision);
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(join(root, "revisions"), { recursive: true });
    await writeFile(draft, commit);
    await rename(draft, file);
  } catch {
    // Then the revision is not known without a network, and said to be so.
    await rm(draft, { force: true });
  }
}

/** Commit that a revision led to when it was last asked for; null when it never was. */
export async function recallRevision(root: string, revision: string): Promise<string | null> {
  if (isId(revision) && findClone(root, revision) !== null) return revision;
  const commit = await readFile(placeNote(root, revision), "latin1").catch(() => "");
  return isId(commit) ? commit : null;
}

function placeNote(root: string, revision: string): string {
  return join(root, "revisions", createHash("sha256").update(revision).digest("hex"));
}

/** Whether a revision is the whole name of an object. */
export function isId(revision: string): boolean {
  return /^[0-9a-f]{40}$/.test(revision);
}

/** Name of the object that a revision stands for at the host: a tag before a branch, as gitrevisions(7) has it. */
export async function resolveRevision(clone: Clone, revision: string): Promise<string> {
  if (isId(revision)) return revision;
  const names =
    revision === "HEAD" ? ["HEAD"] : [`refs/tags/${revision}^{}`, `refs/tags/${revision}`, `refs/heads/${revision}`];
  const output = await inClone(clone, ["ls-remote", "--quiet", "--end-of-options", clone.url, ...names, revision]);
  const lines = output.toString("utf8").split("\n");
  for (const name of [...names, revision]) {
    const id = lines.find((line) => line.endsWith(`\t${name}`))?.split("\t")[0] ?? "";
    if (isId(id)) return id;
  }
  // A page that is no repository looks like one without commits.
  const what = revision === "HEAD" ? "it holds no commit, or is no repository" : "it has no such revision";
  throw new OriginError("no-such-revision", what);
}

/** Fetches a commit and its list of files; its name, also where a tag was asked for. */
export async function fetchCommit(clone: Clone, id: string): Promise<string> {
  if (!(await fetchWithin(clone, { args: ["--depth=1", "--end-of-options", REMOTE, id], most: MOST_OF_TREES })))
    throw new OriginError(
      "over-limit",
      "the list of its files is larger than is taken, or its host sends all of them.",
    );
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${id}^{commit}`];
  const commit = (await inClone(clone, args).catch(() => "")).toString().trim();
  if (isId(commit)) return commit;
  throw new OriginError("no-such-revision", "its revision is no commit");
}

/** Fetches blobs, batch after batch, as far as the bytes go. */
export async function fetchBlobs(clone: Clone, batches: readonly (readonly string[])[]): Promise<void> {
  const purse: Purse = { clone, left: Math.max(MOST_BYTES - measure(clone.folder), LEAST_FOR_TEXTS) };
  for (const batch of batches) {
    for (let at = 0; at < batch.length; at += MOST_TEXTS_AT_ONCE)
      await fetchHalves(purse, batch.slice(at, at + MOST_TEXTS_AT_ONCE), MOST_AT_ONCE);
  }
}

/** The bytes that may still be fetched; also those of a request that was broken off are spent. */
interface Purse {
  readonly clone: Clone;
  left: number;
}

/**
 * Fetches blobs in one request of so many bytes. One that is too large is made again in halves, each of half as many: a huge
 * text among small ones is found, and costs no more than two requests.
 */
async function fetchHalves(purse: Purse, oids: readonly string[], bytes: number): Promise<void> {
  const { clone } = purse;
  const most = Math.min(bytes, purse.left);
  if (most < LEAST_AT_ONCE) return;
  const before = measure(clone.folder);
  const input = `${oids.join("\n")}\n`;
  if (await fetchWithin(clone, { args: ["--stdin", "--end-of-options", REMOTE], most, input })) {
    purse.left -= measure(clone.folder) - before;
    return;
  }
  purse.left -= most;
  if (oids.length < 2) return;
  const middle = Math.ceil(oids.length / 2);
  await fetchHalves(purse, oids.slice(0, middle), most / 2);
  await fetchHalves(purse, oids.slice(middle), most / 2);
}

/** A fetch, and the most bytes that it may bring. */
interface Fetch {
  readonly args: readonly string[];
  readonly most: number;
  readonly input?: string;
}

/** Whether what was fetched kept within the bytes; nothing stays of what did not. */
async function fetchWithin(clone: Clone, { args, most, input = "" }: Fetch): Promise<boolean> {
  const { folder, url } = clone;
  const before = new Set(listStore(folder));
  const limit = measure(folder) + most;
  const mayGoOn = (): boolean => measure(folder) <= limit;
  const remote = [`url=${url}`, "promisor=true", "partialCloneFilter=blob:none"];
  const settings = ["fetch.negotiationAlgorithm=noop", ...remote.map((setting) => `remote.${REMOTE}.${setting}`)];
  const flags = ["--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no", "--filter=blob:none"];
  const all = [...settings.flatMap((setting) => ["-c", setting]), "fetch", ...flags, ...args];
  try {
    await inClone(clone, all, { input, mayGoOn });
  } catch (error) {
    if (!(error instanceof OriginError && error.code === "over-limit") || mayGoOn()) throw error;
  }
  // A fast fetch ends before it is looked at: what it brought is too much all the same.
  if (mayGoOn()) return true;
  for (const name of listStore(folder)) if (!before.has(name)) rmSync(join(folder, PACKS, name), { force: true });
  return false;
}

const PACKS = "objects/pack";

function listStore(folder: string): readonly string[] {
  return readdirSync(join(folder, PACKS));
}

/** Bytes of the packs and of those that are being received. */
function measure(folder: string): number {
  return listStore(folder)
    .filter((name) => /^tmp_pack|\.pack$/.test(name))
    .reduce((sum, name) => sum + (statSync(join(folder, PACKS, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}
