/** Answers as the cache keeps them. */

import { createHash } from "node:crypto";
import type { Kept } from "./cache.ts";
import type { WebAnswer, WebRequest } from "./web.ts";

/** Head of an answer. */
export type AnswerHead = Omit<WebAnswer, "body">;

/** Fields of a head that may hold what is for one reader alone. */
const PRIVATE: ReadonlySet<string> = new Set(["set-cookie", "location", "link"]);

/** The key to keep an answer under. What one token opened is not there for another, nor without one. */
export function keyOf({ url, range, token, headers = {} }: WebRequest): string {
  const reader = token === undefined ? null : createHash("sha256").update(token).digest("hex");
  const fields = Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([new URL(url).href, range ?? null, fields, reader]);
}

/** A head in the cache's words; neither a token nor a cookie is among them. */
export function writeAbout({ status, headers, url }: AnswerHead, { token }: WebRequest): Kept["about"] {
  const isPublic = ([name, value]: readonly [string, string]): boolean =>
    !PRIVATE.has(name) && (token === undefined || !value.includes(token));
  const kept = Object.fromEntries(Object.entries(headers).filter(isPublic));
  return { status: String(status), url, headers: JSON.stringify(kept) };
}

/** The head again; null when it is none. */
export function readAbout({ status = "", url = "", headers = "" }: Kept["about"]): AnswerHead | null {
  try {
    const fields: unknown = JSON.parse(headers);
    return /^2\d\d$/.test(status) && URL.canParse(url) && isFields(fields)
      ? { status: Number(status), url, headers: fields }
      : null;
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is AnswerHead["headers"] {
  return (
    typeof value === "object" && value !== null && Object.values(value).every((field) => typeof field === "string")
  );
}
