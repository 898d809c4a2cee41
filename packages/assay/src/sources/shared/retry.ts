/** When to ask again: how long a host wants to be left alone, and which failures pass. */

/** Waiting for one request in all, in milliseconds: a person waits no longer. */
const MOST_WAITING = 60_000;

/** Times that a busy host is asked again. */
const MOST_BUSY = 2;

/** First pause where the host names none, in milliseconds; the next is twice as long. */
const FIRST_PAUSE = 1_000;

type Headers = Readonly<Record<string, string>>;

/** What to do after an answer: take it, or ask again after a pause in milliseconds; `too-long`: it asks for too much. */
export type Next = { readonly kind: "take" } | { readonly kind: "again" | "too-long"; readonly pause: number };

/** What one request has left of retries. */
export class Retries {
  #busy = 0;
  #waited = 0;
  #isBroken = false;

  /** Judges an answer. Statuses: RFC 6585 (429), RFC 9110 (502, 503, 504). */
  judge(status: number, headers: Headers): Next {
    if (status === 502 || status === 504)
      return this.mayMend() ? { kind: "again", pause: FIRST_PAUSE } : { kind: "take" };
    if (status !== 429 && status !== 503) return { kind: "take" };
    const pause = readPause(headers) ?? FIRST_PAUSE * 2 ** this.#busy;
    if (this.#busy >= MOST_BUSY || this.#waited + pause > MOST_WAITING) return { kind: "too-long", pause };
    this.#busy += 1;
    this.#waited += pause;
    return { kind: "again", pause };
  }

  /** Whether a request that broke on its way is sent once more: the first time it is. */
  mayMend(): boolean {
    const mayMend = !this.#isBroken;
    this.#isBroken = true;
    return mayMend;
  }
}

/**
 * How long the host wants to be left alone, in milliseconds: `Retry-After` in seconds or as a date, or the seconds `t` to
 * the end of the window in `RateLimit` (the model hub's, after draft-ietf-httpapi-ratelimit-headers).
 */
export function readPause(headers: Headers, now: number = Date.now()): number | null {
  const after = headers["retry-after"]?.trim();
  if (after !== undefined && /^\d{1,9}$/.test(after)) return Number(after) * 1000;
  const date = after === undefined ? Number.NaN : Date.parse(after);
  return Number.isNaN(date) ? readWindow(headers.ratelimit) : Math.max(0, date - now);
}

/** The longest window of those in which no request is left: `"pages";r=3;t=50, "api";r=0;t=11`. */
function readWindow(text = ""): number | null {
  const spent = text.split(",").filter((window) => !/;\s*r=0*[1-9]/.test(window));
  const seconds = spent.flatMap((window) => /(?:^|;)\s*t=(\d{1,9})\b/.exec(window)?.[1] ?? []).map(Number);
  return seconds.length === 0 ? null : Math.max(...seconds) * 1000;
}
