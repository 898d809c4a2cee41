/** Files of a repository as artifacts: small ones fetched whole and once, weights by windows of their beginning. */

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { memorySource } from "../../bytes/memory-source.ts";
import { FormatError, OriginError } from "../../model/errors.ts";
import type { Artifact, ByteSource, Sha256 } from "../../model/types.ts";
import { createListedArtifact } from "../listed.ts";
import type { Hub, TreeFile } from "./api.ts";
import { type Share, WINDOW } from "./plan.ts";
import { storageHosts } from "./target.ts";

/** Largest file that `--hash all` downloads: the hub's own bound of a file is 500 GB. */
const LARGEST_FILE = 500 * 10 ** 9;

/** Bytes that are fetched of the headers of one repository beyond their first windows. */
const MOST_MORE = 8 << 20;

/** A repository at a commit, as its files' addresses begin. */
export interface Shelf {
  readonly hub: Hub;
  /** `ENDPOINT/ORG/NAME/resolve/COMMIT`. */
  readonly base: string;
  readonly origin: string;
  /** Counts down what headers may still cost. */
  readonly more: { left: number };
}

/** Opens the shelf of a repository. */
export function openShelf(parts: Omit<Shelf, "more">): Shelf {
  return { ...parts, more: { left: MOST_MORE } };
}

/** Makes the artifact of a file of which so much is fetched; listed where nothing is. */
export function makeArtifact(shelf: Shelf, file: TreeFile, share: Share | undefined): Artifact {
  const { path, size, lfs } = file;
  const known = { origin: shelf.origin, path, size, ...(lfs === undefined ? {} : { stated: lfs }) };
  if (share === undefined) return createListedArtifact(known);
  const digest = (): Promise<Sha256> => digestOf(shelf, file);
  if (share === "header")
    return { ...known, state: "here", remote: true, digest, open: () => openWindows(shelf, file) };
  let bytes: Promise<Uint8Array> | undefined;
  const load = (): Promise<Uint8Array> => {
    bytes ??= fetchWhole(shelf, file);
    return bytes;
  };
  return {
    ...known,
    state: "here",
    async digest() {
      return `sha256:${createHash("sha256")
        .update(await load())
        .digest("hex")}`;
    },
    open: () => ({
      size,
      async read(start, end, signal) {
        signal?.throwIfAborted();
        return await memorySource(await load()).read(start, end);
      },
    }),
  };
}

/** Fetches a file and holds it against its name in the tree. @throws FormatError `out-of-reach` or `digest-mismatch`. */
export async function fetchWhole(shelf: Shelf, { path, size, oid, lfs }: TreeFile): Promise<Uint8Array> {
  const body = await fetchBytes(shelf, path, { limit: size });
  const isOwn = body.length === size && (lfs === undefined ? gitName(body) === oid : digest(body) === lfs);
  if (isOwn) return body;
  throw new FormatError(
    "digest-mismatch",
    `${path} is not the file that the hub lists under its name: nothing of it is believed`,
  );
}

/** Git's name of a blob: SHA-1 over its kind, its length and its bytes (git, "Git Objects"). */
function gitName(body: Uint8Array): string {
  return createHash("sha1").update(`blob ${body.length}\0`).update(body).digest("hex");
}

function digest(body: Uint8Array): Sha256 {
  return `sha256:${createHash("sha256").update(body).digest("hex")}`;
}

interface Asked {
  readonly limit: number;
  readonly range?: readonly [number, number];
}

async function fetchBytes({ hub, base }: Shelf, path: string, asked: Asked): Promise<Uint8Array> {
  const token = hub.token === undefined ? {} : { token: hub.token };
  const url = `${base}/${path.split("/").map(encodeURIComponent).join("/")}`;
  const request = { url, ...asked, ...token, mayRedirectTo: storageHosts(hub.endpoint), isImmutable: true as const };
  try {
    const { status, body } = await hub.reach.web.get(request, hub.reach.signal);
    if (status === 200 || status === 206) return body;
    throw new FormatError("out-of-reach", describeStatus(path, status));
  } catch (error) {
    if (error instanceof OriginError) throw new FormatError("out-of-reach", error.message, { cause: error });
    throw error;
  }
}

function describeStatus(path: string, status: number): string {
  return status === 401 || status === 403
    ? `${path} is given only to whoever accepts the terms of its repository`
    : `the hub answers with status ${status} for ${path}`;
}

/** The beginning of a file in windows that lie one behind the other; what was fetched is kept. */
function openWindows(shelf: Shelf, { path, size }: TreeFile): ByteSource {
  let have: Uint8Array = new Uint8Array(0);
  let running: Promise<void> = Promise.resolve();
  async function grow(end: number): Promise<void> {
    if (end <= have.length) return;
    const until = Math.min(size, Math.max(end, have.length + WINDOW));
    if (have.length > 0) {
      shelf.more.left -= until - have.length;
      if (shelf.more.left < 0)
        throw new FormatError("over-limit", `the header of ${path} is longer than what is fetched of one repository`);
    }
    const more = await fetchBytes(shelf, path, { limit: until - have.length, range: [have.length, until] });
    const joined = new Uint8Array(until);
    joined.set(have);
    joined.set(more, have.length);
    have = joined;
  }
  return {
    size,
    async read(start, end, signal) {
      signal?.throwIfAborted();
      // One after the other: two readers of one file ask for the same window.
      running = running.catch(() => undefined).then(() => grow(end));
      await running;
      return have.subarray(start, end);
    },
  };
}

/** Downloads a file for its digest alone. */
async function digestOf({ hub, base }: Shelf, { path }: TreeFile): Promise<Sha256> {
  const token = hub.token === undefined ? {} : { token: hub.token };
  const url = `${base}/${path.split("/").map(encodeURIComponent).join("/")}`;
  const request = {
    url,
    limit: LARGEST_FILE,
    ...token,
    mayRedirectTo: storageHosts(hub.endpoint),
    isImmutable: true as const,
  };
  try {
    const { file } = await hub.reach.web.download(request, hub.reach.signal);
    const running = createHash("sha256");
    for await (const chunk of createReadStream(file)) running.update(chunk as Uint8Array);
    return `sha256:${running.digest("hex")}`;
  } catch (error) {
    if (error instanceof OriginError) throw new FormatError("out-of-reach", error.message, { cause: error });
    throw error;
  }
}
