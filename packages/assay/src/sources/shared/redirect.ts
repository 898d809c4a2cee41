/** Where a request may be sent on to. */

import { OriginError } from "../../model/errors.ts";
import { showUrl } from "./failure.ts";
import type { WebRequest } from "./web.ts";

/** Redirects that are followed: hub, storage, region; a browser follows twenty. */
export const MOST_REDIRECTS = 5;

/** Checks an address before anything is sent. @throws OriginError `refused`. */
export function checkAddress(url: string): URL {
  const address = new URL(url);
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
  const isOwn = next.host === new URL(request.url).host;
  if (!isOwn && !(request.mayRedirectTo ?? []).some((host) => isHost(next, host)))
    throw new OriginError(
      "refused",
      `${showUrl(from.href)} redirects to ${next.host}, which is no host of it: not followed.`,
    );
  return next;
}

function isHost({ host }: URL, pattern: string): boolean {
  return pattern.startsWith(".") ? host.endsWith(pattern) || host === pattern.slice(1) : host === pattern;
}

/** Whether the token may be sent there: to the request's own scheme, host and port, and not in the clear. */
export function mayBearToken(to: URL, request: WebRequest): boolean {
  if (to.origin !== new URL(request.url).origin) return false;
  return to.protocol === "https:" || /^(?:127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/.test(to.hostname);
}
