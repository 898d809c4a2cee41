/** Holds an answer to its own word: its range, its length, its bound. */

import type { Dispatcher } from "undici";
import { OriginError } from "../../model/errors.ts";
import { codeOf, showUrl } from "./failure.ts";
import type { WebRequest } from "./web.ts";

/** Checks an answer's head before its body is read. @throws OriginError `lies` or `over-limit`. */
export function checkAnswer(answered: Dispatcher.ResponseData, request: WebRequest): void {
  const { statusCode, headers } = answered;
  // A refusal is an answer whatever its body: what is too long or encoded of it is left out.
  if (!isSuccess(statusCode)) return;
  try {
    checkRange(statusCode, headers["content-range"], request);
    checkLength(headers, request);
  } catch (error) {
    discardBody(answered);
    throw error;
  }
}

/** Ends an answer whose body nobody reads. That it was ended is no error of anybody's. */
export function discardBody({ body }: Dispatcher.ResponseData): void {
  body.on("error", () => undefined);
  body.destroy();
}

function checkRange(status: number, stated: string | string[] | undefined, { url, range }: WebRequest): void {
  const place = showUrl(url);
  if (range === undefined) {
    if (status === 206) throw new OriginError("lies", `${place} gives a part where the whole was asked for.`);
    return;
  }
  const [start, end] = range;
  if (status !== 206)
    throw new OriginError("lies", `${place} gives the whole where bytes ${start} to ${end} were asked for.`);
  const [, from, to, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(String(stated)) ?? [];
  if (Number(from) === start && Number(to) === end - 1 && (total === "*" || Number(total) >= end)) return;
  throw new OriginError("lies", `${place} gives other bytes than ${start} to ${end}, which were asked for.`);
}

function checkLength(headers: Dispatcher.ResponseData["headers"], { url, range, limit }: WebRequest): void {
  const place = showUrl(url);
  if (isEncoded(headers)) {
    const encoding = headers["content-encoding"];
    throw new OriginError("lies", `${place} answers in an encoding (${encoding}) that was not asked for.`);
  }
  const stated = headers["content-length"];
  if (stated === undefined) return;
  const length = Number(stated);
  if (!(length <= limit))
    throw new OriginError("over-limit", `${place} has ${stated} bytes, more than the ${limit} that are taken.`);
  if (range !== undefined && length !== range[1] - range[0] && headers["content-range"] !== undefined)
    throw new OriginError("lies", `${place} gives ${length} bytes of the ${range[1] - range[0]} asked for.`);
}

/** Whether the answer holds what was asked for. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function isEncoded(headers: Dispatcher.ResponseData["headers"]): boolean {
  return !["", "identity"].includes(String(headers["content-encoding"] ?? "").toLowerCase());
}

/** The body, piece by piece. @throws OriginError when it is not as long as it says, or does not end. */
export async function* readBody(
  answered: Dispatcher.ResponseData,
  request: WebRequest,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  if (!isSuccess(answered.statusCode)) return yield* readRefusal(answered, request, onBytes);
  const place = showUrl(request.url);
  const expected = expectLength(answered, request);
  let length = 0;
  try {
    for await (const chunk of answered.body as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      onBytes(chunk.length);
      if (length > request.limit)
        throw new OriginError("over-limit", `${place} gives more than the ${request.limit} bytes that are taken.`);
      yield chunk;
    }
  } catch (error) {
    // Closed in good order before the promised end; a connection that was reset is another matter.
    if (codeOf(error) !== "UND_ERR_SOCKET" || expected === null || length >= expected) throw error;
  }
  if (expected !== null && length !== expected)
    throw new OriginError("lies", `${place} gives ${length} bytes of ${expected}.`);
}

function expectLength({ headers, statusCode }: Dispatcher.ResponseData, { range }: WebRequest): number | null {
  if (range !== undefined && statusCode === 206) return range[1] - range[0];
  const stated = headers["content-length"];
  return stated === undefined ? null : Number(stated);
}

async function* readRefusal(
  answered: Dispatcher.ResponseData,
  { limit }: WebRequest,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  if (isEncoded(answered.headers)) return discardBody(answered);
  let room = limit;
  for await (const chunk of answered.body as AsyncIterable<Uint8Array>) {
    onBytes(chunk.length);
    yield chunk.subarray(0, room);
    room -= chunk.length;
    if (room <= 0) return;
  }
}
