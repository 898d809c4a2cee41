/** When to ask again: how long a host wants to be left alone, and which failures pass. */

/** Waiting for one request in all, in milliseconds: a person waits no longer. */
const MOST_WAITING = 60_000;

/** Attempts beyond the first. */
export const MOST_RETRIES = 2;

/** First pause where the host names none, in milliseconds; the next is twice as long. */
const FIRST_PAUSE = 1_000;

type Headers = Readonly<Record<string, string>>;

/** What to do after an answer: take it, or ask again after a pause in milliseconds; `wait` alone: it asks for too long. */
export type Next = { readonly kind: "take" } | { readonly kind: "again" | "too-long"; readonly pause: number };

/** Judges an answer. Statuses: RFC 6585 (429), RFC 9110 (502, 503, 504). */
export function judgeAnswer(status: number, headers: Headers, attempt: number): Next {
  const isBusy = status === 429 || status === 503;
  if (!isBusy && status !== 502 && status !== 504) return { kind: "take" };
  if (!isBusy && attempt > 0) return { kind: "take" };
  const pause = readPause(headers) ?? FIRST_PAUSE * 2 ** attempt;
  if (attempt >= MOST_RETRIES || pause > MOST_WAITING) return isBusy ? { kind: "too-long", pause } : { kind: "take" };
  return { kind: "again", pause };
}

/**
 * How long the host wants to be left alone, in milliseconds: `Retry-After` in seconds or as a date, or the seconds `t` to
 * the end of the window in `RateLimit` (the model hub's, after draft-ietf-httpapi-ratelimit-headers).
 */
export function readPause(headers: Headers, now: number = Date.now()): number | null {
  const after = headers["retry-after"];
  if (after !== undefined && /^\d{1,6}$/.test(after)) return Number(after) * 1000;
  const date = after === undefined ? Number.NaN : Date.parse(after);
  if (!Number.isNaN(date)) return Math.max(0, date - now);
  const [, seconds] = /(?:^|;)\s*t=(\d{1,6})\b/.exec(headers.ratelimit ?? "") ?? [];
  return seconds === undefined ? null : Number(seconds) * 1000;
}
