/** A repository as a clone without blobs: what it lists, and the texts that are fetched of it. */

import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { memorySource } from "../../bytes/memory-source.ts";
import { OriginError, UsageError } from "../../model/errors.ts";
import type { Artifact, Gap } from "../../model/types.ts";
import { createListedArtifact } from "../listed.ts";
import type { Listing, ListRequest } from "../source.ts";
import {
  type Clone,
  fetchBlobs,
  fetchCommit,
  findClone,
  inClone,
  keepDraft,
  noteRevision,
  openDraft,
  recallRevision,
  resolveRevision,
} from "./git-clone.ts";
import { planBatches } from "./git-plan.ts";

/** A longer text is none that anybody reads. */
const LONGEST_TEXT = 4 << 20;

/** Bytes of all texts, unpacked: ten times what is fetched. */
const MOST_OF_TEXTS = 32 << 20;

/** Commits, branches and tags; nothing that git could take for an option or a range. */
const REVISION = /^[A-Za-z0-9_][\w./+-]{0,199}$/;

/** A repository, and the revision that is wanted; its head where none is. */
export interface GitTarget {
  readonly url: string;
  readonly name: string;
  readonly revision?: string;
  /** Address on the web, where the host is known to show files at `blob/REVISION/PATH` beneath it. */
  readonly page?: string;
}

/** Splits `…@REV` off a target; an `@` before the last slash belongs to the address, unless it follows `.git`. */
export function splitRevision(target: string): { readonly place: string; readonly revision?: string } {
  const [, place, revision] = /^(.+\.git)@(.+)$/.exec(target) ?? /^(.+)@(refs\/.+|[^/]+)$/.exec(target) ?? [];
  return place === undefined || revision === undefined ? { place: target } : { place, revision };
}

/** Lists a repository and fetches what is planned of it. @throws OriginError as git tells it. */
export async function listRepository(request: ListRequest, target: GitTarget): Promise<Listing> {
  const revision = request.revision ?? target.revision;
  if (revision !== undefined && (!REVISION.test(revision) || revision.includes("..")))
    throw new UsageError(`"${revision}" is no revision: write a commit, a branch or a tag.`);
  const { cache, environment, signal, isOffline } = request.reach;
  const root = await cache.folder(`git\n${target.url}`);
  const place = { url: target.url, environment, signal };
  try {
    const state = await (isOffline ? recall : obtain)(root, place, revision ?? "HEAD");
    return describe(request, target, state);
  } catch (error) {
    if (error instanceof OriginError)
      throw new OriginError(error.code, `${target.name}: ${error.message}`, { cause: error });
    throw error;
  }
}

type Place = Omit<Clone, "folder">;

/** A commit that was read. */
interface State extends Texts {
  readonly commit: string;
  readonly entries: readonly Entry[];
}

async function recall(root: string, place: Place, revision: string): Promise<State> {
  const commit = await recallRevision(root, revision);
  const folder = commit === null ? null : findClone(root, commit);
  if (commit === null || folder === null)
    throw new OriginError("offline", "it was not fetched before, and nothing is asked of a network.");
  return await readState({ ...place, folder }, commit);
}

async function obtain(root: string, place: Place, revision: string): Promise<State> {
  const known = findClone(root, revision);
  if (known !== null) return await readState({ ...place, folder: known }, revision);
  const draft = await openDraft(root, place);
  try {
    const id = await resolveRevision(draft, revision);
    const kept = findClone(root, id);
    const state = kept === null ? await fetchState(root, draft, id) : await readState({ ...place, folder: kept }, id);
    await noteRevision(root, revision, state.commit);
    return state;
  } finally {
    await rm(draft.folder, { recursive: true, force: true });
  }
}

async function fetchState(root: string, draft: Clone, id: string): Promise<State> {
  const commit = await fetchCommit(draft, id);
  const batches = planOf(await listTree(draft, commit)).map((batch) => [...new Set(batch.map(({ oid }) => oid))]);
  await fetchBlobs(draft, batches);
  const state = await readState(draft, commit);
  await keepDraft(root, draft, commit);
  return state;
}

async function readState(clone: Clone, commit: string): Promise<State> {
  const entries = await listTree(clone, commit);
  return { commit, entries, ...(await readTexts(clone, planOf(entries).flat())) };
}

interface Entry {
  readonly mode: string;
  readonly oid: string;
  readonly path: string;
  /** Why it is not listed. */
  readonly flaw?: "link" | "refused-path";
}

/** Names, modes and blobs of a commit; no blob is asked for. */
async function listTree(clone: Clone, commit: string): Promise<readonly Entry[]> {
  const output = await inClone(clone, ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit]);
  const seen = new Set<string>();
  return output
    .toString("utf8")
    .split("\0")
    .flatMap((line): readonly Entry[] => {
      const [, mode, oid, path] = /^(\d{6}) \w+ ([0-9a-f]{40,64})\t([\s\S]+)$/.exec(line) ?? [];
      if (mode === undefined || oid === undefined || path === undefined) return [];
      // A name with a slash in it stands beside the folder that it claims to lie in.
      const isFit = isPath(path) && !seen.has(path);
      seen.add(path);
      if (isFit && mode !== LINK) return [{ mode, oid, path }];
      return [{ mode, oid, path: showPath(path), flaw: isFit ? "link" : "refused-path" }];
    });
}

const LINK = "120000";
const SUBMODULE = "160000";

/** PATH_MAX of Linux: no file system takes longer paths. */
const LONGEST_PATH = 4_096;

/** As much of a refused path as is shown. */
const MOST_SHOWN = 200;

function isPath(path: string): boolean {
  const names = path.split("/");
  return (
    path.length <= LONGEST_PATH &&
    !/[\p{Cc}\ufffd\\]/u.test(path) &&
    names.every((name) => name !== "" && name !== "." && name !== ".." && !/^\.git$/i.test(name))
  );
}

/** A path as a person may be shown it. */
function showPath(path: string): string {
  return path.replace(/\p{C}/gu, "\ufffd").slice(0, MOST_SHOWN);
}

function planOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const files = entries.filter(({ mode, flaw }) => flaw === undefined && mode !== SUBMODULE);
  const byPath = new Map(files.map((file) => [file.path, file]));
  return planBatches([...byPath.keys()]).map((paths) => paths.flatMap((path) => byPath.get(path) ?? []));
}

function describe({ nameOrigin }: ListRequest, { name, page }: GitTarget, state: State): Listing {
  const origin = nameOrigin(name);
  const files = state.entries.filter(({ flaw }) => flaw === undefined).sort((a, b) => (a.path < b.path ? -1 : 1));
  const artifacts = files.map(({ path }): Artifact => {
    const bytes = state.bytes.get(path);
    return bytes === undefined
      ? createListedArtifact({ origin, path, size: state.sizes.get(path) ?? null })
      : makeArtifact({ origin, path, bytes });
  });
  const refused = state.entries.filter(({ flaw }) => flaw !== undefined);
  const gaps = [...refused.map(describeRefusal), ...(state.unread === 0 ? [] : [describeUnread(name, state.unread)])];
  const shown = page === undefined ? {} : { page };
  return { name, kind: "model", role: "code", revision: state.commit, ...shown, artifacts, findings: [], gaps };
}

function describeRefusal({ flaw = "refused-path", path }: Entry): Gap {
  const why = flaw === "link" ? "is a link and was not followed" : "has a path that no file can have";
  return { path, stage: "source", code: flaw, args: { path }, message: `${path} ${why}` };
}

function describeUnread(name: string, count: number): Gap {
  const message = `${count} texts of ${name} were not read: they are more or longer than is taken of one repository.`;
  return { path: "", stage: "source", code: "over-limit", args: { name, count }, message };
}

interface Texts {
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** Sizes that are known, by path. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Texts that were planned and not fetched, or are too long. */
  readonly unread: number;
}

/** Contents of the texts that are in the clone and no longer than a text. */
async function readTexts(clone: Clone, planned: readonly Entry[]): Promise<Texts> {
  const present = await listPresent(clone);
  const sizes = new Map(
    planned.flatMap(({ path, oid }): [string, number][] => {
      const size = present.get(oid);
      return size === undefined ? [] : [[path, size]];
    }),
  );
  let total = 0;
  const wanted = planned.filter(({ path }) => {
    const size = sizes.get(path) ?? LONGEST_TEXT + 1;
    if (size > LONGEST_TEXT || total + size > MOST_OF_TEXTS) return false;
    total += size;
    return true;
  });
  const input = `${wanted.map(({ oid }) => oid).join("\n")}\n`;
  const bytes =
    wanted.length === 0 ? new Map() : splitBlobs(await inClone(clone, ["cat-file", "--batch"], { input }), wanted);
  return { bytes, sizes, unread: planned.length - bytes.size };
}

/** Blobs that are in the clone, with their sizes. */
async function listPresent(clone: Clone): Promise<ReadonlyMap<string, number>> {
  const output = await inClone(clone, ["cat-file", "--batch-all-objects", "--batch-check", "--unordered"]);
  return new Map(
    [...output.toString("latin1").matchAll(/^([0-9a-f]+) blob (\d+)$/gm)].map(([, oid = "", size = ""]) => [
      oid,
      Number(size),
    ]),
  );
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
