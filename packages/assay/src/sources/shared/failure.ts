/** What went wrong with a request, in one sentence that holds no credential. */

import { OriginError } from "../../model/errors.ts";

/** An address as it may be shown: without credentials, query and fragment. */
export function showUrl(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

const CODES: Readonly<Record<string, readonly [OriginError["code"], string]>> = {
  ENOTFOUND: [
    "unreachable",
    "no host of this name is known: check the address, and whether this machine has a network",
  ],
  EAI_AGAIN: ["unreachable", "the name of the host could not be looked up: this machine may have no network"],
  ECONNREFUSED: ["unreachable", "the host refuses the connection: nothing listens there"],
  ECONNRESET: ["unreachable", "the connection broke off: try again"],
  EPIPE: ["unreachable", "the connection broke off: try again"],
  UND_ERR_SOCKET: ["unreachable", "the connection broke off: try again"],
  ENETUNREACH: ["unreachable", "there is no way to the host: this machine may have no network"],
  EHOSTUNREACH: ["unreachable", "there is no way to the host: this machine may have no network"],
  UND_ERR_CONNECT_TIMEOUT: ["timeout", "the host did not take the connection in time: try again later"],
  UND_ERR_HEADERS_TIMEOUT: ["timeout", "the host did not answer in time: try again later"],
  UND_ERR_BODY_TIMEOUT: ["timeout", "the answer stopped coming: try again later"],
  TimeoutError: ["timeout", "the answer took too long: try again later"],
  ETIMEDOUT: ["timeout", "the host did not answer in time: try again later"],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ["lies", "the answer is not as long as it says"],
  UND_ERR_HEADERS_OVERFLOW: ["over-limit", "the answer's headers are too long"],
};

/** Certificates: Node's and OpenSSL's codes (X509_V_ERR_*). */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|ALTNAME|^ERR_TLS|^ERR_SSL/;

/** Explains what a client threw. @throws the error itself where it is none of a network. */
export function explainFailure(url: string, error: unknown): OriginError {
  if (error instanceof OriginError) return error;
  const code = codeOf(error);
  const place = showUrl(url);
  const known = CODES[code];
  if (known !== undefined) return new OriginError(known[0], `${place}: ${known[1]}.`, { cause: error });
  if (CERTIFICATE.test(code)) {
    const message = `${place}: its certificate is not one that this machine trusts (${code}); nothing was read.`;
    return new OriginError("certificate", message, { cause: error });
  }
  const words = error instanceof Error ? error.message : "";
  if (/proxy/i.test(words))
    return new OriginError("unreachable", `${place}: the proxy does not let the request through.`);
  if (/^HPE_|^HTTPParserError$/.test(code))
    return new OriginError("lies", `${place}: what answers does not speak HTTP.`, { cause: error });
  if (!isOfConnection(error)) throw error;
  return new OriginError("unreachable", `${place} could not be fetched (${code}): try again later.`, { cause: error });
}

/** Whether the machine or the client says it, of a connection. Anything else is our bug and must surface. */
function isOfConnection(error: unknown): boolean {
  return /^(?:E[A-Z]+|EAI_\w+|UND_ERR_(?!INVALID_ARG)\w+)$/.test(codeOf(error));
}

/** Code of an error, or of what caused it; its name where it has none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("code" in error && typeof error.code === "string" && error.code !== "UND_ERR_ABORTED") return error.code;
  return error.cause instanceof Error ? codeOf(error.cause) : error.name;
}
