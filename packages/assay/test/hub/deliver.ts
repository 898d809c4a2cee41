/** Delivery of files: ranges, large files from another place, gates, and every lie that a host can tell. */

import type { ServerResponse } from "node:http";
import { bytesOf, commitOf, type FileLie, type HubFile, isLarge, sha256Of, sizeOf } from "./contents.ts";
import { type Exchange, fail, redirect } from "./exchange.ts";

/** A file as it is sent. */
interface Sending {
  readonly response: ServerResponse;
  readonly file: HubFile;
  readonly range: readonly [start: number, end: number] | null;
  readonly lie: FileLie | undefined;
}

/** `GET /ID/resolve/REV/PATH` (huggingface_hub, constants.py, `HUGGINGFACE_CO_URL_TEMPLATE`). */
export function deliver(exchange: Exchange): void {
  const { url, request, response, repository, rest } = exchange;
  const path = rest.slice(2).join("/");
  const file = repository.files[path];
  const lie = repository.lies?.[path];
  if (!isGiven(exchange, path)) {
    refuse(exchange);
    return;
  }
  if (file === undefined || rest[1] !== commitOf(repository) || lie === "gone") {
    fail(response, 404, ["EntryNotFound", "Entry not found"]);
    return;
  }
  if (lie === "redirect-loop") {
    redirect(response, 302, url.pathname);
    return;
  }
  if (lie === "redirect-away") {
    redirect(response, 302, "http://127.0.0.2:9/elsewhere");
    return;
  }
  // The last of these headers come with the redirect alone (huggingface_hub, file_download.py, `get_hf_file_metadata`).
  response.setHeader("X-Repo-Commit", commitOf(repository));
  response.setHeader("X-Linked-Size", sizeOf(file));
  response.setHeader("X-Linked-ETag", `"${sha256Of(file)}"`);
  if (isLarge(path, file) && !url.pathname.startsWith("/delivery/")) {
    redirect(response, 302, `/delivery${url.pathname}`);
    return;
  }
  send({ response, file, lie, range: readRange(request.headers.range, sizeOf(file)) });
}

/** The hub lets nobody but those who have access read a file of a gated repository (hub-docs, models-gated.md). */
function isGiven({ repository, options, token }: Exchange, path: string): boolean {
  if (repository.gated === undefined || token === (options.token ?? null)) return true;
  return repository.hasPublicCard === true && path === "README.md";
}

/** 401 to whoever is not known, 403 to others (huggingface_hub, utils/_http.py, `GatedRepoError`). */
function refuse({ response, repository, token }: Exchange): void {
  const words = `Access to model ${repository.id} is restricted.`;
  fail(response, token === "" ? 401 : 403, ["GatedRepo", words]);
}

/** RFC 9110, 14.1.2: one range of bytes. */
function readRange(header: string | undefined, size: number): readonly [number, number] | null {
  const found = /^bytes=(\d+)-(\d*)$/.exec(header ?? "");
  if (found === null) return null;
  const end = found[2] === "" ? size : Number(found[2]) + 1;
  return [Number(found[1]), Math.min(end, size)];
}

function send(sending: Sending): void {
  const { response, file, lie, range } = sending;
  const size = sizeOf(file);
  if (range !== null && lie !== "range-ignored" && lie !== "status-200") {
    response.statusCode = 206;
    const shift = lie === "other-range" ? 1 : 0;
    const total = lie === "other-total" ? size + 1 : size;
    response.setHeader("Content-Range", `bytes ${range[0] + shift}-${range[1] - 1 + shift}/${total}`);
  }
  if (lie === "endless" || lie === "stalled") {
    sendForever(response, lie);
    return;
  }
  const [start, end] = range === null || lie === "range-ignored" ? [0, size] : range;
  const body = twist(bytesOf(file, start, end), lie);
  response.setHeader("Content-Length", lie === "cut" ? body.length + 1 : body.length);
  response.write(body);
  if (lie === "cut") response.destroy();
  else response.end();
}

function twist(body: Buffer, lie: FileLie | undefined): Buffer {
  if (lie === "shorter") return body.subarray(0, -1);
  if (lie === "longer") return Buffer.concat([body, Buffer.from("x")]);
  if (lie !== "other-content") return body;
  const other = Buffer.from(body);
  other[0] = (other[0] ?? 0) ^ 1;
  return other;
}

/** A body that never ends, or one of which nothing more comes after its first bytes. */
function sendForever(response: ServerResponse, lie: "endless" | "stalled"): void {
  const block = Buffer.alloc(64 << 10, 0x20);
  response.write(block.subarray(0, 8));
  if (lie === "stalled") return;
  const more = (): void => {
    while (!response.destroyed && response.write(block));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
}
