/**
 * A model hub on the loopback for tests: serves files in the hub's URL shapes, and lies where it is told to. It shares no
 * code with the client. Shapes: hub-docs "Hub API Endpoints" and "Gated models", huggingface_hub `hf_api.py`, `errors.py`.
 */

import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type Served, serve } from "../support/server.ts";

/** Ways in which a hub can be wrong. */
export type Lie =
  | "wrong-length"
  | "range-ignored"
  | "part-for-whole"
  | "redirect-circle"
  | "redirect-away"
  | "endless-body"
  | "stalled-body"
  | "other-bytes"
  | "page-circle"
  | "page-elsewhere"
  | "not-json"
  | "no-commit"
  | "outside-path";

/** A repository that the hub holds. */
export interface Repository {
  readonly kind?: "model" | "dataset";
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** `gated: "auto"` in the metadata: files answer 403 without the token. */
  readonly gated?: "auto" | "manual";
  /** What a gated repository still gives to anyone. */
  readonly open?: readonly string[];
  readonly isPrivate?: boolean;
  readonly isDisabled?: boolean;
  readonly renamedTo?: string;
  readonly cardData?: object;
  /** More fields of the metadata: `config`, `safetensors`, `gguf`. */
  readonly metadata?: object;
  readonly lie?: Lie;
}

/** A running hub. */
export interface Hub extends Served {
  /** Variables that lead the client here. */
  readonly environment: Readonly<Record<string, string>>;
  /** Bytes of bodies that it sent. */
  sent(): number;
}

/** Token that opens gated and private repositories. */
export const TOKEN = "hf_loopback";

/** Commit of a repository: the hub's are git's, 40 hex digits. */
export function commitOf(id: string): string {
  return createHash("sha1").update(id).digest("hex");
}

/** The hub keeps files of these endings in LFS, and every file above 10 MB. */
const LARGE = /\.(?:safetensors|bin|gguf|onnx|parquet)$/;

const PAGE = 1000;

/** Starts a hub with these repositories by id. */
export async function startHub(
  repositories: Readonly<Record<string, Repository>>,
  pageSize: number = PAGE,
): Promise<Hub> {
  let sent = 0;
  const served = await serve((request, response) => {
    const url = new URL(request.url ?? "", "http://hub");
    const end = response.end.bind(response);
    response.end = ((body?: string | Uint8Array) => {
      sent += body === undefined ? 0 : Buffer.byteLength(body);
      return end(body);
    }) as typeof response.end;
    const isTrusted = request.headers.authorization === `Bearer ${TOKEN}`;
    const range = request.headers.range;
    answer({ repositories, url, isTrusted, pageSize, ...(range === undefined ? {} : { range }) }, response);
  });
  return { ...served, environment: { HF_ENDPOINT: served.url }, sent: () => sent };
}

interface Asked {
  readonly repositories: Readonly<Record<string, Repository>>;
  readonly url: URL;
  readonly isTrusted: boolean;
  readonly pageSize: number;
  readonly range?: string;
}

function answer(asked: Asked, response: ServerResponse): void {
  const path = decodeURIComponent(asked.url.pathname);
  const api = /^\/api\/(model|dataset)s\/([^/]+(?:\/[^/]+)?)\/(revision|tree)\/([^/]+)/.exec(path);
  const file = /^\/(datasets\/)?([^/]+\/[^/]+)\/resolve\/([0-9a-f]{40})\/(.+)$/.exec(path);
  const [kind, id = ""] = api === null ? [file?.[1] === undefined ? "model" : "dataset", file?.[2]] : [api[1], api[2]];
  const repository = asked.repositories[id];
  const isHidden = repository === undefined || (repository.kind ?? "model") !== kind;
  // A repository that is private answers as one that is not there (huggingface_hub, RepositoryNotFoundError).
  if (isHidden || (repository.isPrivate === true && !asked.isTrusted)) refuse(response, 401, "RepoNotFound");
  else if (repository.isDisabled === true) {
    response.writeHead(403, { "X-Error-Message": "Access to this resource is disabled." }).end();
  } else if (repository.renamedTo !== undefined) {
    response.writeHead(307, { Location: asked.url.pathname.replace(id, repository.renamedTo) }).end();
  } else if (api?.[3] === "revision") sendInfo({ id, revision: api[4] ?? "" }, repository, response);
  else if (api?.[3] === "tree") sendTree(asked, repository, response);
  else sendFile(asked, { repository, name: file?.[4] ?? "" }, response);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { "X-Error-Code": code }).end();
}

function sendInfo(
  asked: { readonly id: string; readonly revision: string },
  repository: Repository,
  response: ServerResponse,
): void {
  const sha = commitOf(asked.id);
  if (!["main", "v1", sha].includes(asked.revision)) refuse(response, 404, "RevisionNotFound");
  else if (repository.lie === "not-json") response.end("<html>");
  else {
    const { gated = false, cardData = {}, metadata = {}, lie } = repository;
    const named = lie === "no-commit" ? {} : { sha };
    sendJson(response, {
      id: asked.id,
      ...named,
      private: repository.isPrivate === true,
      gated,
      cardData,
      ...metadata,
    });
  }
}

function sendJson(response: ServerResponse, value: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(200, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(value));
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

/** Entries of files, with folders between them; pages by the Link header with a cursor. */
function sendTree({ url, pageSize }: Asked, { files, lie }: Repository, response: ServerResponse): void {
  const entries = Object.entries(files).map(([path, content]) => describeFile(path, bytesOf(content)));
  if (lie === "outside-path")
    entries.push(describeFile("../outside", bytesOf("x")), describeFile("a\\b", bytesOf("x")));
  const cursor = Number(url.searchParams.get("cursor") ?? 0);
  const next = cursor + pageSize;
  const follow = new URL(url.href);
  follow.searchParams.set("cursor", String(lie === "page-circle" ? cursor : next));
  const link = lie === "page-elsewhere" ? "http://owl.example/api/next" : `${follow.pathname}${follow.search}`;
  const isMore = next < entries.length || lie === "page-circle" || lie === "page-elsewhere";
  const folders = cursor === 0 ? [{ type: "directory", path: "folder", oid: "0".repeat(40), size: 0 }] : [];
  sendJson(response, [...folders, ...entries.slice(cursor, next)], isMore ? { Link: `<${link}>; rel="next"` } : {});
}

function describeFile(path: string, bytes: Uint8Array): object {
  const isLarge = LARGE.test(path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${bytes.length}\n`;
  const blob = isLarge ? bytesOf(pointer) : bytes;
  const oid = createHash("sha1").update(`blob ${blob.length}\0`).update(blob).digest("hex");
  const lfs = isLarge ? { lfs: { oid: sha256, size: bytes.length, pointerSize: pointer.length } } : {};
  return { type: "file", path, oid, size: bytes.length, ...lfs };
}

interface Wanted {
  readonly repository: Repository;
  readonly name: string;
}

function sendFile({ isTrusted, range }: Asked, { repository, name }: Wanted, response: ServerResponse): void {
  const { files, gated, open = [], lie } = repository;
  const content = files[name];
  if (content === undefined) refuse(response, 404, "EntryNotFound");
  else if (gated !== undefined && !isTrusted && !open.includes(name)) refuse(response, 403, "GatedRepo");
  else if (lie !== undefined && lieAbout(lie, bytesOf(content), response)) return;
  else sendBytes(bytesOf(content), range, response);
}

function sendBytes(bytes: Uint8Array, range: string | undefined, response: ServerResponse): void {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? "") ?? [];
  if (from === undefined) {
    response.writeHead(200, { "Content-Length": bytes.length, "Accept-Ranges": "bytes" }).end(bytes);
    return;
  }
  const [start, end] = [Number(from), Math.min(Number(to) + 1, bytes.length)];
  const headers = { "Content-Range": `bytes ${start}-${end - 1}/${bytes.length}`, "Content-Length": end - start };
  response.writeHead(206, headers).end(bytes.slice(start, end));
}

/** Tells the lie, and whether there was one to tell of a file. */
function lieAbout(lie: Lie, bytes: Uint8Array, response: ServerResponse): boolean {
  switch (lie) {
    case "wrong-length":
      response.writeHead(200, { "Content-Length": bytes.length - 1 }).end(bytes.slice(1));
      return true;
    case "range-ignored":
      response.writeHead(200, { "Content-Length": bytes.length }).end(bytes);
      return true;
    case "part-for-whole":
      response.writeHead(206, { "Content-Range": `bytes 0-0/${bytes.length}` }).end(bytes.slice(0, 1));
      return true;
    case "redirect-circle":
      response.writeHead(302, { Location: "?again" }).end();
      return true;
    case "redirect-away":
      response.writeHead(302, { Location: "http://owl.example/file" }).end();
      return true;
    case "endless-body": {
      const timer = setInterval(() => response.write(new Uint8Array(10_000)), 1);
      response.on("close", () => clearInterval(timer));
      return true;
    }
    case "stalled-body":
      response.writeHead(200, { "Content-Length": bytes.length });
      response.write(bytes.slice(0, 1));
      return true;
    case "other-bytes":
      sendBytes(
        bytes.map((byte) => byte ^ 1),
        undefined,
        response,
      );
      return true;
    default:
      return false;
  }
}
