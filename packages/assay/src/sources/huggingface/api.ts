/**
 * What is asked of the hub's API: the metadata of a repository at a revision, and its tree of files.
 * Shapes: hub-docs, "Hub API Endpoints"; huggingface_hub, `HfApi.model_info` and `HfApi.list_repo_tree`.
 */

import { createHash } from "node:crypto";
import { OriginError } from "../../model/errors.ts";
import type { Sha256 } from "../../model/types.ts";
import type { WebAnswer } from "../shared/web.ts";
import type { Reach } from "../source.ts";
import { asCount, asObject, asText, type Json } from "./fields.ts";
import { type HubTarget, hubEndpoint } from "./target.ts";

/** Bytes of an answer: metadata with a long configuration has some 100 KB, a page of 1,000 files below 1 MB. */
const LARGEST_ANSWER = 8 << 20;

/** Pages of a tree: 200,000 files, twice what the hub advises for one repository. */
const MOST_PAGES = 200;

/** A hub, and how it is asked. */
export interface Hub {
  readonly endpoint: string;
  readonly token?: string;
  readonly reach: Reach;
}

/** The hub that the environment configures. */
export function openHub(reach: Reach): Hub {
  const { HF_TOKEN: token } = reach.environment;
  return { endpoint: hubEndpoint(reach.environment), reach, ...(token ? { token } : {}) };
}

/** What the hub says of a repository at a revision. */
export interface Info {
  /** Its name now, which may be another than the one that was asked for. */
  readonly id: string;
  /** Commit, 40 hex digits. */
  readonly sha: string;
  readonly isGated: boolean;
  readonly json: Json;
  /** Address of the answer at that commit, and the digest of its bytes. */
  readonly url: string;
  readonly sha256: string;
}

/** One file of the tree. */
export interface TreeFile {
  readonly path: string;
  readonly size: number;
  /** Git's name of the blob: SHA-1 of the content, or of the pointer that stands for it. */
  readonly oid: string;
  /** Digest of a large file's bytes. */
  readonly lfs?: Sha256;
}

/** A tree as it was listed. */
export interface Tree {
  readonly files: readonly TreeFile[];
  /** Requests that it took. */
  readonly requests: number;
  /** Paths that no file of a release can have. */
  readonly refused: readonly string[];
  readonly isCutOff: boolean;
}

/** Asks for the metadata. @throws OriginError that tells the hub's refusals apart. */
export async function fetchInfo(hub: Hub, { kind, id, revision }: HubTarget): Promise<Info> {
  const address = `${hub.endpoint}/api/${kind}s/${id}/revision/${encodeURIComponent(revision)}`;
  const answer = await ask(hub, address);
  if (answer.status !== 200) throw explainStatus(answer, { kind, id, revision }, hub.token !== undefined);
  const json = parseObject(answer);
  const sha = asText(json.sha);
  if (sha === undefined || !/^[0-9a-f]{40}$/.test(sha))
    throw new OriginError("lies", `${id}: the hub names no commit for the revision ${revision}.`);
  const name = asText(json.id) ?? id;
  const url = `${hub.endpoint}/api/${kind}s/${name}/revision/${sha}`;
  const sha256 = createHash("sha256").update(answer.body).digest("hex");
  return { id: name, sha, isGated: json.gated !== undefined && json.gated !== false, json, url, sha256 };
}

/** Lists the files at a commit, page after page. @throws OriginError when pages lead in a circle or elsewhere. */
export async function fetchTree(hub: Hub, kind: HubTarget["kind"], { id, sha }: Info): Promise<Tree> {
  const first = `${hub.endpoint}/api/${kind}s/${id}/tree/${sha}?recursive=true&expand=false`;
  const files = new Map<string, TreeFile>();
  const refused: string[] = [];
  const seen = new Set<string>();
  let next: string | null = first;
  while (next !== null && seen.size < MOST_PAGES) {
    if (seen.has(next)) throw new OriginError("lies", `${id}: the pages of its file list lead in a circle.`);
    seen.add(next);
    const answer = await ask(hub, next, { isImmutable: true });
    if (answer.status !== 200) throw explainStatus(answer, { kind, id, revision: sha }, hub.token !== undefined);
    for (const file of readPage(answer, id)) {
      if (!isPath(file.path) || files.has(file.path)) refused.push(file.path);
      else files.set(file.path, file);
    }
    next = nextPage(answer, first);
  }
  const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: sorted, requests: seen.size, refused, isCutOff: next !== null };
}

async function ask(hub: Hub, url: string, more: { readonly isImmutable?: true } = {}): Promise<WebAnswer> {
  const token = hub.token === undefined ? {} : { token: hub.token };
  return await hub.reach.web.get({ url, limit: LARGEST_ANSWER, ...token, ...more }, hub.reach.signal);
}

function parseJson({ body, url }: WebAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (cause) {
    throw new OriginError("lies", `${url} does not answer with JSON: it may be no model hub.`, { cause });
  }
}

function parseObject(answer: WebAnswer): Json {
  return asObject(parseJson(answer));
}

function readPage(answer: WebAnswer, id: string): readonly TreeFile[] {
  const entries = parseJson(answer);
  if (!Array.isArray(entries)) throw new OriginError("lies", `${id}: the hub's file list is no list.`);
  return entries.map(asObject).flatMap((entry): readonly TreeFile[] => {
    const path = asText(entry.path);
    const size = asCount(entry.size);
    if (entry.type !== "file" || path === undefined || size === undefined) return [];
    const lfs = asText(asObject(entry.lfs).oid);
    const isDigest = lfs !== undefined && /^[0-9a-f]{64}$/.test(lfs);
    return [{ path, size, oid: asText(entry.oid) ?? "", ...(isDigest ? { lfs: `sha256:${lfs}` as const } : {}) }];
  });
}

/** The address of the next page (RFC 8288), which has to be one of the same list. */
function nextPage({ headers }: WebAnswer, first: string): string | null {
  const [, link] = /<([^<>]+)>\s*;\s*rel="?next"?/.exec(headers.link ?? "") ?? [];
  if (link === undefined) return null;
  const [page, list] = [new URL(link, first), new URL(first)];
  if (page.origin !== list.origin || page.pathname !== list.pathname)
    throw new OriginError("lies", `${list.host}: the next page of a file list lies at ${page.host}${page.pathname}.`);
  return page.href;
}

/** Whether a path stays inside its repository. */
function isPath(path: string): boolean {
  return (
    path.length <= 4096 &&
    !/[\p{Cc}\\]/u.test(path) &&
    path.split("/").every((name) => name !== "" && name !== "." && name !== "..")
  );
}

/** Tells the hub's refusals apart (`X-Error-Code`: hub-docs; huggingface_hub, `hf_raise_for_status`). */
function explainStatus(
  { status, headers }: WebAnswer,
  { kind, id, revision }: HubTarget,
  hasToken: boolean,
): OriginError {
  const what = kind === "dataset" ? `The data set ${id}` : `The model ${id}`;
  const code = headers["x-error-code"] ?? "";
  if (code === "RevisionNotFound") return new OriginError("no-such-revision", `${what} has no revision ${revision}.`);
  if (code === "GatedRepo")
    return new OriginError("gated", `${what} is given only to whoever accepts its terms; set HF_TOKEN to one who did.`);
  if (status === 403 && /disabled/i.test(headers["x-error-message"] ?? ""))
    return new OriginError("disabled", `${what} was disabled by the hub.`);
  if (status === 401 || status === 403 || status === 404) {
    const hint = hasToken ? "the token does not open it" : "it may be private, and HF_TOKEN is not set";
    return new OriginError("not-visible", `${what} is not visible to you: there is none of this name, or ${hint}.`);
  }
  return new OriginError("lies", `${what}: the hub answers with status ${status}.`);
}
