/** A question to the loopback hub, and the plainest of its answers. */

import type { IncomingMessage, ServerResponse } from "node:http";
import type { HubRepository } from "./contents.ts";

/** How it answers. */
export interface HubOptions {
  /** Entries of a page of the list; the hub's own are 1,000 (hub-docs, api.md). */
  readonly pageSize?: number;
  /** The token that has access to what is private or gated; any other is somebody without it. */
  readonly token?: string;
}

/** A request under way. */
export interface Exchange {
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly repository: HubRepository;
  readonly token: string;
  readonly options: HubOptions;
  /** Segments behind the name of the repository. */
  readonly rest: readonly string[];
}

/** An error as the hub sends it: its code and its words are headers too (huggingface_hub, utils/_http.py). */
export function fail(response: ServerResponse, status: number, [code, words]: readonly [string, string]): void {
  if (code !== "") response.setHeader("X-Error-Code", code);
  response.setHeader("X-Error-Message", words);
  response.statusCode = status;
  sendJson(response, { error: words });
}

/** A redirect. */
export function redirect(response: ServerResponse, status: 302 | 307, location: string): void {
  response.writeHead(status, { Location: location });
  response.end();
}

/** JSON. */
export function sendJson(response: ServerResponse, value: unknown): void {
  const body = JSON.stringify(value);
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("Content-Length", Buffer.byteLength(body));
  response.end(body);
}
