/** What the loopback hub answers, and what it was asked. */

import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { commitOf, describeRepository, type HubRepository, treeOf } from "./contents.ts";
import { deliver } from "./deliver.ts";
import { type Exchange, fail, type HubOptions, redirect, sendJson } from "./exchange.ts";

/** What a hub was asked, and what it sent. */
export interface HubLog {
  /** `GET path range` of every request but those that a redirect led to. */
  readonly requests: readonly string[];
  /** Tokens that came with requests, in order; empty where none did. */
  readonly tokens: readonly string[];
  /** Bytes of bodies that were sent. */
  readonly sent: () => number;
}

/** Answers requests to a server as a hub with these repositories does. */
export function answerAsHub(
  repositories: readonly HubRepository[],
  options: HubOptions = {},
): HubLog & { readonly listener: RequestListener } {
  const requests: string[] = [];
  const tokens: string[] = [];
  let sent = 0;
  const listener: RequestListener = (request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (!url.pathname.startsWith("/delivery/")) {
      requests.push([request.method, url.pathname + url.search, request.headers.range].filter(Boolean).join(" "));
      tokens.push(tokenOf(request));
    }
    countBody(response, (bytes) => {
      sent += bytes;
    });
    answer({ url, request, response, token: tokenOf(request), options }, repositories);
  };
  return { listener, requests, tokens, sent: () => sent };
}

function tokenOf({ headers }: IncomingMessage): string {
  return headers.authorization?.replace(/^Bearer /, "") ?? "";
}

function countBody(response: ServerResponse, count: (bytes: number) => void): void {
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  response.write = ((chunk: Buffer) => {
    count(chunk.length);
    return write(chunk);
  }) as typeof response.write;
  response.end = ((chunk?: Buffer | string) => {
    if (chunk !== undefined) count(Buffer.byteLength(chunk));
    return chunk === undefined ? end() : end(chunk);
  }) as typeof response.end;
}

/** `/api/{models|datasets}/ID/…`, `/ID/resolve/…` and `/datasets/ID/resolve/…`; `/delivery/…` stands for the hosts of files. */
function answer(
  { url, ...asked }: Omit<Exchange, "repository" | "rest">,
  repositories: readonly HubRepository[],
): void {
  const path = url.pathname.replace(/^\/(?:api|delivery)\//, "/").replace(/^\/models\//, "/");
  const kind = path.startsWith("/datasets/") ? "dataset" : "model";
  const segments = path
    .replace(/^\/datasets\//, "/")
    .split("/")
    .slice(1);
  const found = findRepository(
    repositories.filter((repository) => (repository.kind ?? "model") === kind),
    segments,
  );
  const isHidden = found?.repository.isPrivate === true && asked.token !== (asked.options.token ?? null);
  if (found === null || isHidden) {
    refuseRepository(asked);
    return;
  }
  const { repository, length } = found;
  const name = segments.slice(0, length).join("/");
  // Names in other letters and former names: 307 to the name (huggingface_hub, test_hf_api.py; hub-docs, repositories-settings.md).
  if (name !== repository.id) {
    redirect(asked.response, 307, `${url.pathname.replace(`/${name}/`, `/${repository.id}/`)}${url.search}`);
    return;
  }
  if (repository.isDisabled === true) {
    refuseDisabled(asked);
    return;
  }
  const rest = segments.slice(length).map(decodeURIComponent);
  const exchange: Exchange = { url, ...asked, repository, rest };
  if (!url.pathname.startsWith("/api/")) {
    deliver(exchange);
    return;
  }
  if (rest[0] === "revision") describe(exchange);
  else list(exchange);
}

function findRepository(
  repositories: readonly HubRepository[],
  segments: readonly string[],
): { readonly repository: HubRepository; readonly length: number } | null {
  for (const length of [2, 1]) {
    const name = segments.slice(0, length).join("/").toLowerCase();
    const repository = repositories.find(({ id, formerly = [] }) =>
      [id, ...formerly].some((known) => known.toLowerCase() === name),
    );
    if (repository !== undefined) return { repository, length };
  }
  return null;
}

/** `GET /api/models/ID/revision/REV` (hub-docs, api.md). */
function describe(exchange: Exchange): void {
  const { repository, rest } = exchange;
  const names = ["main", commitOf(repository), ...(repository.tags ?? [])];
  if (!names.includes(rest[1] ?? "")) {
    fail(exchange.response, 404, ["RevisionNotFound", `Invalid rev id: ${rest[1]}`]);
    return;
  }
  sendJson(exchange.response, describeRepository(repository));
}

/** `GET /api/models/ID/tree/REV?recursive=true&cursor=…`, pages by the Link header (huggingface.js, list-files.ts). */
function list({ url, response, repository, options }: Exchange): void {
  const { pageSize = 1000 } = options;
  const entries = treeOf(repository);
  const start = Number(url.searchParams.get("cursor") ?? 0);
  const next = nextPage(repository, start + pageSize < entries.length ? start + pageSize : null);
  if (next !== null) {
    const host = next.host ?? response.req.headers.host;
    response.setHeader("Link", `<http://${host}${url.pathname}?recursive=true&cursor=${next.cursor}>; rel="next"`);
  }
  sendJson(response, repository.listLie === "no-list" ? { error: "none" } : entries.slice(start, start + pageSize));
}

function nextPage(
  { listLie }: HubRepository,
  cursor: number | null,
): { readonly cursor: number; readonly host?: string } | null {
  if (listLie === "page-loop") return { cursor: 0 };
  if (listLie === "page-nowhere") return { cursor: 1, host: "[" };
  if (listLie === "page-away") return { cursor: 1, host: "127.0.0.2:9" };
  return cursor === null ? null : { cursor };
}

/** Whoever is not known is told 401, whoever is known 404 (huggingface_hub, utils/_http.py, comment on `RepoNotFound`). */
function refuseRepository({ response, token }: Pick<Exchange, "response" | "token">): void {
  if (token === "") fail(response, 401, ["RepoNotFound", "Invalid username or password."]);
  else fail(response, 404, ["RepoNotFound", "Repository not found"]);
}

/** 403 with these words (huggingface_hub, utils/_http.py, `DisabledRepoError`). */
function refuseDisabled({ response }: Pick<Exchange, "response">): void {
  fail(response, 403, ["", "Access to this resource is disabled."]);
}
