/** Asks for bytes of a file of a commit. What goes wrong is an error of the file, so that the rest of the release stands. */

import { FormatError, OriginError } from "../../model/errors.ts";
import type { WebAnswer, WebRequest } from "../shared/web.ts";
import type { Hub } from "./endpoint.ts";
import type { Repository } from "./repository.ts";
import type { Entry } from "./tree.ts";

/** A file and where it lies. */
export interface RemoteFile {
  readonly hub: Hub;
  readonly repository: Repository;
  readonly entry: Entry;
}

/** A refusal has a body too, of a few hundred bytes, which may be more than the file's. */
const LONGEST_REFUSAL = 64 << 10;

/** Why bytes were not given: `refused` when the host keeps them for others, `out-of-reach` for everything else. */
export class Withheld extends FormatError {
  readonly isRefused: boolean;

  constructor(message: string, isRefused: boolean, cause?: unknown) {
    super("out-of-reach", message, { cause });
    this.isRefused = isRefused;
  }
}

/** Address of a file (huggingface_hub, constants.py, `HUGGINGFACE_CO_URL_TEMPLATE`). */
export function addressOf({ hub, repository, entry }: RemoteFile): string {
  const { kind, id, sha } = repository;
  const path = entry.path.split("/").map(encodeURIComponent).join("/");
  return `${hub.endpoint}/${kind === "dataset" ? "datasets/" : ""}${id}/resolve/${sha}/${path}`;
}

/** The request for a file: a commit's bytes never change. */
export function requestFor(file: RemoteFile, limit: number): WebRequest {
  return { url: addressOf(file), limit, isImmutable: true, ...file.hub.manners };
}

/** Fetches the whole file or a range. @throws FormatError `out-of-reach` when it is not given, `digest-mismatch` when it is another. */
export async function fetchBytes(
  file: RemoteFile,
  range: readonly [start: number, end: number] | null,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const { path, size } = file.entry;
  const expected = range === null ? size : range[1] - range[0];
  const answer = await ask(file, range, signal);
  if (answer.status !== (range === null ? 200 : 206)) throw describeStatus(file, answer);
  const total = /\/(\d+)$/.exec(answer.headers["content-range"] ?? "")?.[1];
  if (total !== undefined && Number(total) !== size) {
    throw new FormatError(
      "digest-mismatch",
      `${path} has ${total} bytes by its host's answer where its list states ${size}`,
    );
  }
  if (answer.body.length !== expected) {
    throw new FormatError(
      "digest-mismatch",
      `${path} came with ${answer.body.length} bytes where ${expected} are stated`,
    );
  }
  return answer.body;
}

async function ask(
  file: RemoteFile,
  range: readonly [start: number, end: number] | null,
  signal: AbortSignal | undefined,
): Promise<WebAnswer> {
  const expected = range === null ? file.entry.size : range[1] - range[0];
  const limit = Math.max(expected, LONGEST_REFUSAL);
  const request = { ...requestFor(file, limit), ...(range === null ? {} : { range }) };
  const { reach } = file.hub;
  try {
    return await reach.web.get(request, signal ?? reach.signal);
  } catch (error) {
    throw asFileError(file, error);
  }
}

/** An error of the network as one of the file. Whatever is none surfaces as it is. */
export function asFileError({ entry: { path } }: RemoteFile, error: unknown): unknown {
  if (!(error instanceof OriginError)) return error;
  if (error.code === "over-limit") {
    return new FormatError("digest-mismatch", `${path} has more bytes than are stated (${error.message})`, {
      cause: error,
    });
  }
  return new Withheld(`${path} could not be fetched: ${error.message}`, false, error);
}

/** What a status means for a file (huggingface_hub, utils/_http.py, `hf_raise_for_status`). */
function describeStatus({ hub, entry: { path } }: RemoteFile, { status, headers }: WebAnswer): Withheld {
  const { host } = hub;
  if (headers["x-error-code"] === "GatedRepo" || status === 401 || status === 403) {
    return new Withheld(`${host} gives ${path} only to those who accepted its terms, or are known to it`, true);
  }
  if (status === 404) return new Withheld(`${host} lists ${path} and has no such file`, false);
  return new Withheld(`${host} answers with status ${status} for ${path}`, false);
}
