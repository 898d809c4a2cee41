/** Holds an answer to its own word: its range, its length, its bound. */

import type { Dispatcher } from "undici";
import { OriginError } from "../../model/errors.ts";
import { showUrl } from "./failure.ts";
import type { WebRequest } from "./web.ts";

/** Checks an answer's head before its body is read. @throws OriginError `lies` or `over-limit`. */
export function checkAnswer(answered: Dispatcher.ResponseData, request: WebRequest): void {
  const { statusCode, headers } = answered;
  try {
    if (statusCode === 200 || statusCode === 206) checkRange(statusCode, headers["content-range"], request);
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
  if (status === 200)
    throw new OriginError("lies", `${place} gives the whole where bytes ${start} to ${end} were asked for.`);
  const [, from, to] = /^bytes (\d+)-(\d+)\/(?:\d+|\*)$/.exec(String(stated)) ?? [];
  if (Number(from) === start && Number(to) === end - 1) return;
  throw new OriginError("lies", `${place} gives other bytes than ${start} to ${end}, which were asked for.`);
}

function checkLength(headers: Dispatcher.ResponseData["headers"], { url, range, limit }: WebRequest): void {
  const place = showUrl(url);
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity")
    throw new OriginError("lies", `${place} answers in an encoding (${encoding}) that was not asked for.`);
  const stated = headers["content-length"];
  if (stated === undefined) return;
  const length = Number(stated);
  if (!(length <= limit))
    throw new OriginError("over-limit", `${place} has ${stated} bytes, more than the ${limit} that are taken.`);
  if (range !== undefined && length !== range[1] - range[0] && headers["content-range"] !== undefined)
    throw new OriginError("lies", `${place} gives ${length} bytes of the ${range[1] - range[0]} asked for.`);
}

/** The body, piece by piece. @throws OriginError when it is not as long as it says, or does not end. */
export async function* readBody(
  { headers, statusCode, body }: Dispatcher.ResponseData,
  { url, range, limit }: WebRequest,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const place = showUrl(url);
  const stated = headers["content-length"];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    onBytes(chunk.length);
    if (length > limit)
      throw new OriginError("over-limit", `${place} gives more than the ${limit} bytes that are taken.`);
    yield chunk;
  }
  const expected = range !== undefined && statusCode === 206 ? range[1] - range[0] : stated;
  if (expected !== undefined && length !== Number(expected))
    throw new OriginError("lies", `${place} gives ${length} bytes of ${expected}.`);
}
