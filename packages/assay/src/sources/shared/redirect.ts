/** Where a request may be sent on to. */

import { isIP } from "node:net";
import { OriginError } from "../../model/errors.ts";
import { showUrl } from "./failure.ts";
import type { WebRequest } from "./web.ts";

/** Redirects that are followed: hub, storage, region; a browser follows twenty. */
export const MOST_REDIRECTS = 5;

/** Checks an address before anything is sent. @throws OriginError `refused`. */
export function checkAddress(url: string): URL {
  const address = URL.parse(url);
  if (address === null) throw new OriginError("refused", "What is asked for is no address: write https://HOST/PATH.");
  if (address.protocol !== "https:" && address.protocol !== "http:")
    throw new OriginError("refused", `${address.protocol} is no address that is asked.`);
  if (address.username !== "" || address.password !== "")
    throw new OriginError("refused", `${showUrl(url)}: an address with a name or a password in it is not asked.`);
  return address;
}

/** The address that a redirect leads to. @throws OriginError `refused` where it leaves what is configured. */
export function followRedirect(from: URL, location: string | undefined, request: WebRequest): URL {
  const next = URL.parse(location ?? "", from.href);
  if (next === null) throw new OriginError("lies", `${showUrl(from.href)} redirects to no address.`);
  checkAddress(next.href);
  if (from.protocol === "https:" && next.protocol !== "https:")
    throw new OriginError("refused", `${showUrl(from.href)} redirects to an address without encryption: not followed.`);
  const own = new URL(request.url);
  const isOwn = next.host === own.host;
  if (isLiteral(next) && next.hostname !== own.hostname)
    throw new OriginError(
      "refused",
      `${showUrl(from.href)} redirects to ${next.host}, a number instead of a name: not followed.`,
    );
  if (!isOwn && !(request.mayRedirectTo ?? []).some((host) => isHost(next, host)))
    throw new OriginError(
      "refused",
      `${showUrl(from.href)} redirects to ${next.host}, which is no host of it: not followed.`,
    );
  return next;
}

/** Whether the host is an IP address instead of a name. */
function isLiteral({ hostname }: URL): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, "")) !== 0;
}

function isHost({ host }: URL, pattern: string): boolean {
  return pattern.startsWith(".") ? host.endsWith(pattern.toLowerCase()) : host === pattern.toLowerCase();
}

/** Checks that the token can be sent at all. @throws OriginError `refused`. */
export function checkToken(token: string | undefined, url: string): void {
  // Any other character in a field of a head could begin another field.
  if (token === undefined || /^[!-~]+$/.test(token)) return;
  const why = "the token holds a blank, a line break or another character that none has: copy it anew";
  throw new OriginError("refused", `${showUrl(url)} was not asked: ${why}.`);
}

/** Whether the token may be sent there: to the request's own scheme, host and port, and not in the clear. */
export function mayBearToken(to: URL, request: WebRequest): boolean {
  if (to.origin !== new URL(request.url).origin) return false;
  return to.protocol === "https:" || /^(?:127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/.test(to.hostname);
}
