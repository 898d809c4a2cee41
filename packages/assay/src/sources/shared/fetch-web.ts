/** The network: bounded requests over undici, the cache in front of them. */

import { setTimeout as sleep } from "node:timers/promises";
import type { Dispatcher } from "undici";
import { joinBytes } from "../../bytes/join.ts";
import { OriginError } from "../../model/errors.ts";
import { checkAnswer, discardBody, isSuccess, readBody } from "./answer.ts";
import type { Cache, KeptFile } from "./cache.ts";
import { codeOf, explainFailure, showUrl } from "./failure.ts";
import { type AnswerHead, keyOf, readAbout, writeAbout } from "./kept-answer.ts";
import { checkAddress, checkToken, followRedirect, MOST_REDIRECTS, mayBearToken } from "./redirect.ts";
import { Retries } from "./retry.ts";
import type { Web, WebAnswer, WebFile, WebRequest } from "./web.ts";

/** How long a host may take, in milliseconds; tests shorten it. */
export interface Patience {
  /** To take a connection. */
  readonly connect: number;
  /** To begin an answer, and between two pieces of it. */
  readonly silence: number;
  /** For an answer that goes into memory, in all. */
  readonly whole: number;
}

/** A slow host answers within seconds; a proxy that scans may take half a minute. */
const PATIENCE: Patience = { connect: 10_000, silence: 30_000, whole: 120_000 };

/** Bytes per second below which a download, once `whole` is over, is a host that drips and no slow line (a modem has 4 KiB). */
const SLOWEST = 4_096;

/** Fields of a request that are for the host alone that was asked. */
const OWN_FIELDS = /^(?:authorization|cookie)$/i;

/** What was asked of the network so far. */
export interface Fetched {
  readonly requests: number;
  readonly bytes: number;
}

/** What a web works with. */
export interface WebOptions {
  readonly cache: Cache;
  readonly isOffline: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly patience?: Patience;
  readonly onFetch?: (fetched: Fetched) => void;
}

/** Opens the network; nothing is asked and nothing is loaded before the first request. */
export function openWeb(options: WebOptions): Web {
  return new FetchWeb(options);
}

type Answered = Dispatcher.ResponseData & { readonly url: string };

class FetchWeb implements Web {
  readonly #options: WebOptions;
  readonly #patience: Patience;
  #client: Promise<{ readonly request: (url: URL, init: object) => Promise<Dispatcher.ResponseData> }> | undefined;
  #fetched = { requests: 0, bytes: 0 };

  constructor(options: WebOptions) {
    this.#options = options;
    this.#patience = options.patience ?? PATIENCE;
  }

  async get(request: WebRequest, signal: AbortSignal): Promise<WebAnswer> {
    checkRequest(request);
    const { cache } = this.#options;
    const key = keyOf(request);
    const kept = this.#mayUseCache(request) ? await cache.get(key) : null;
    const known = kept === null ? null : readAbout(kept.about);
    if (kept !== null && known !== null) return { ...known, body: assertFits(kept.body, request) };
    this.#assertOnline(request);
    const limited = AbortSignal.any([signal, AbortSignal.timeout(this.#patience.whole)]);
    return await this.#explained(request, { signal, limited }, async () => {
      const answer = await this.#take(request, limited, async (head, chunks) => ({
        ...head,
        body: await collect(chunks),
      }));
      if (isSuccess(answer.status)) await cache.put(key, { about: writeAbout(answer, request), body: answer.body });
      return answer;
    });
  }

  async download(request: WebRequest, signal: AbortSignal): Promise<WebFile> {
    checkRequest(request);
    const { cache } = this.#options;
    const key = keyOf(request);
    const kept = this.#mayUseCache(request) ? await cache.getFile(key) : null;
    const known = kept === null ? null : readAbout(kept.about);
    if (kept !== null && known !== null) return asFile(known, assertFitsFile(kept, request));
    this.#assertOnline(request);
    return await this.#explained(request, { signal, limited: signal }, () =>
      this.#take(request, signal, async (head, chunks) => {
        if (isSuccess(head.status))
          return asFile(head, await cache.putFile(key, writeAbout(head, request), this.#keepPace(request, chunks)));
        const message = `${showUrl(request.url)} answers with status ${head.status} instead of the file.`;
        throw new OriginError("not-visible", message);
      }),
    );
  }

  /** Ends a body that comes in drips. */
  async *#keepPace({ url }: WebRequest, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const start = performance.now();
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (performance.now() - start > this.#patience.whole + (size / SLOWEST) * 1000)
        throw new OriginError("timeout", `${showUrl(url)}: the answer comes too slowly: try again later.`);
      yield chunk;
    }
  }

  #mayUseCache({ isImmutable }: WebRequest): boolean {
    return isImmutable === true || this.#options.isOffline;
  }

  #assertOnline({ url }: WebRequest): void {
    if (!this.#options.isOffline) return;
    const message = `${showUrl(url)} was not fetched before, and nothing is asked of a network: leave out --offline to fetch it.`;
    throw new OriginError("offline", message);
  }

  async #explained<T>(
    { url }: WebRequest,
    { signal, limited }: { readonly signal: AbortSignal; readonly limited: AbortSignal },
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      // Whatever stopped, it stopped because the time was over.
      throw explainFailure(url, limited.aborted ? limited.reason : error);
    }
  }

  /** Sends until there is an answer that stands, and has its body taken. */
  async #take<T>(
    request: WebRequest,
    signal: AbortSignal,
    take: (head: AnswerHead, body: AsyncIterable<Uint8Array>) => Promise<T>,
  ): Promise<T> {
    const retries = new Retries();
    for (;;) {
      try {
        const answered = await this.#follow(request, signal);
        const next = retries.judge(answered.statusCode, headersOf(answered));
        if (next.kind === "take") return await this.#takeBody(answered, request, take);
        discardBody(answered);
        if (next.kind === "too-long") throw describeBusy(request, next.pause);
        await sleep(next.pause, undefined, { signal });
      } catch (error) {
        if (!isPassing(error) || !retries.mayMend()) throw error;
      }
    }
  }

  async #takeBody<T>(
    answered: Answered,
    request: WebRequest,
    take: (head: AnswerHead, body: AsyncIterable<Uint8Array>) => Promise<T>,
  ): Promise<T> {
    checkAnswer(answered, request);
    try {
      const body = readBody(answered, request, (bytes) => this.#count(bytes));
      return await take(headOf(answered, request), body);
    } finally {
      // Whatever was not read: no connection may outlive its request.
      discardBody(answered);
    }
  }

  async #follow(request: WebRequest, signal: AbortSignal): Promise<Answered> {
    let to = new URL(request.url);
    const seen = new Set<string>();
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      if (seen.has(to.href)) throw new OriginError("lies", `${showUrl(request.url)} redirects in a circle.`);
      seen.add(to.href);
      const answered = await this.#ask(to, request, signal);
      if (![301, 302, 303, 307, 308].includes(answered.statusCode)) return Object.assign(answered, { url: to.href });
      discardBody(answered);
      to = followRedirect(to, headersOf(answered).location, request);
    }
    throw new OriginError("lies", `${showUrl(request.url)} redirects more than ${MOST_REDIRECTS} times.`);
  }

  async #ask(to: URL, request: WebRequest, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    this.#client ??= openClient(this.#options.environment, this.#patience);
    const { request: ask } = await this.#client;
    const { range, token, headers = {} } = request;
    const isOwn = to.origin === new URL(request.url).origin;
    this.#count(0, 1);
    const answer = ask(to, {
      method: "GET",
      signal,
      headersTimeout: this.#patience.silence,
      bodyTimeout: this.#patience.silence,
      headers: {
        "user-agent": "assay",
        // What is compressed on the way can be a bomb, and its length is not the file's.
        "accept-encoding": "identity",
        ...Object.fromEntries(Object.entries(headers).filter(([name]) => isOwn || !OWN_FIELDS.test(name))),
        ...(range === undefined ? {} : { range: `bytes=${range[0]}-${range[1] - 1}` }),
        ...(token !== undefined && mayBearToken(to, request) ? { authorization: `Bearer ${token}` } : {}),
      },
    });
    // A proxy that never answers is waited for by no limit of the client's.
    const { connect, silence } = this.#patience;
    return await unlessAborted(answer, AbortSignal.any([signal, AbortSignal.timeout(connect + silence)]));
  }

  #count(bytes: number, requests = 0): void {
    this.#fetched = { requests: this.#fetched.requests + requests, bytes: this.#fetched.bytes + bytes };
    this.#options.onFetch?.(this.#fetched);
  }
}

/** The answer, or what the signal is aborted with, whichever comes first. */
async function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([answer, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
    answer.catch(() => undefined);
  }
}

/** The client, with the proxies that the environment names; loaded with the first request. */
async function openClient(environment: WebOptions["environment"], { connect }: Patience) {
  const { EnvHttpProxyAgent, request } = await import("undici");
  const proxy = (name: string): string | undefined => environment[name] ?? environment[name.toUpperCase()];
  const [httpProxy, httpsProxy, noProxy] = [proxy("http_proxy"), proxy("https_proxy"), proxy("no_proxy")];
  const dispatcher = new EnvHttpProxyAgent({
    connect: { timeout: connect },
    httpProxy: httpProxy ?? "",
    httpsProxy: httpsProxy ?? "",
    noProxy: noProxy ?? "",
    // Nothing may keep the process alive when its work is done.
    keepAliveTimeout: 1_000,
  });
  return { request: (url: URL, init: object) => request(url, { ...init, dispatcher }) };
}

/** Failures that pass: a connection that was closed as the request went out. */
function isPassing(error: unknown): boolean {
  return ["ECONNRESET", "UND_ERR_SOCKET", "EPIPE"].includes(codeOf(error));
}

function describeBusy({ url }: WebRequest, pause: number): OriginError {
  const seconds = Math.ceil(pause / 1000);
  return new OriginError(
    "rate-limited",
    `${showUrl(url)}: the host answers no more requests for now; try again in ${seconds} s.`,
  );
}

/** Behind a redirect, an address's query is the storage's signature and nobody else's. */
function headOf(answered: Answered, request: WebRequest): AnswerHead {
  const { href, origin, pathname } = new URL(answered.url);
  const url = href === new URL(request.url).href ? href : `${origin}${pathname}`;
  return { status: answered.statusCode, headers: headersOf(answered), url };
}

/** Headers by lower-case name; of one that stands several times the values are joined (RFC 9110, 5.3). */
function headersOf({ headers }: Dispatcher.ResponseData): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), [value].flat().join(", ")] as const],
  );
  return Object.fromEntries(entries);
}

/** @throws OriginError `refused` for what is never asked. */
function checkRequest({ url, token }: WebRequest): void {
  checkAddress(url);
  checkToken(token, url);
}

function asFile(head: AnswerHead, { file, size, sha256 }: KeptFile): WebFile {
  return { ...head, file, size, sha256 };
}

function assertFitsFile(kept: KeptFile, { url, limit }: WebRequest): KeptFile {
  if (kept.size <= limit) return kept;
  throw new OriginError("over-limit", `${showUrl(url)} has ${kept.size} bytes, more than the ${limit} that are taken.`);
}

function assertFits(body: Uint8Array, { url, limit }: WebRequest): Uint8Array {
  if (body.length <= limit) return body;
  throw new OriginError(
    "over-limit",
    `${showUrl(url)} has ${body.length} bytes, more than the ${limit} that are taken.`,
  );
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return joinBytes(parts);
}
