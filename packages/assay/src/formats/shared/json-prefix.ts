/** Reading a JSON text as far as it goes. */

import type { JsonErrorCode, JsonVisitor } from "../../bytes/json.ts";
import { parseJson } from "../../bytes/json.ts";
import { FormatError } from "../../model/errors.ts";
import type { Place, Span } from "../../model/facts.ts";

/** Where and why a text stops being JSON. */
export interface JsonBreak {
  readonly code: JsonErrorCode;
  readonly what: string;
  readonly at: Place;
}

/** How far a text was read, and how its bytes were treated. */
export interface JsonPrefix {
  readonly end: number;
  readonly spans: readonly Span[];
}

/** Sorts a break of the text from an error that a visitor threw. */
const BREAKS: Readonly<Record<JsonErrorCode, true>> = { "not-json": true, "not-utf8": true, "too-deep": true };

/** Reads up to the end or to the first thing that is not JSON, which is reported. @throws what `onBreak` throws. */
export function parsePrefix(bytes: Uint8Array, visitor: JsonVisitor, onBreak: (found: JsonBreak) => void): JsonPrefix {
  const end = parseOrReport(bytes, visitor, onBreak);
  const parsed: Span = { start: 0, end, as: "parsed" };
  return { end, spans: end === bytes.length ? [parsed] : [parsed, { start: end, end: bytes.length, as: "unread" }] };
}

function parseOrReport(bytes: Uint8Array, visitor: JsonVisitor, onBreak: (found: JsonBreak) => void): number {
  try {
    parseJson(bytes, visitor);
    return bytes.length;
  } catch (error) {
    if (!(error instanceof FormatError) || !isBreak(error.code)) throw error;
    const { message, offset } = error;
    onBreak({ code: error.code, what: message, at: { start: offset, end: Math.min(offset + 1, bytes.length) } });
    return offset;
  }
}

function isBreak(code: string): code is JsonErrorCode {
  return Object.hasOwn(BREAKS, code);
}
