/** Text out of bytes, with the way back from a character to its byte and line. */

import type { Place, Text } from "../model/facts.ts";
import { findInvalidUtf8, sequenceAt } from "./utf8.ts";

/** Which encoding a text was read as: by its byte order mark, else UTF-8. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** A decoded text and what decoding met. Ill-formed parts stand in `content` as U+FFFD. */
export interface DecodedText extends Text {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark, 0 without one. */
  readonly mark: number;
  /** Byte offset of the first ill-formed part, -1 when there is none. */
  readonly invalidAt: number;
}

/** Distance of the known pairs (character, byte) in UTF-16 units; a place walks at most this far. */
const STRIDE = 128;

/** Decodes a text. Never throws: ill-formed input is told by `invalidAt`. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { encoding, mark } = detectEncoding(bytes);
  const content = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(mark));
  const toByte = encoding === "utf-8" ? utf8Offsets(bytes, mark, content) : (at: number) => mark + 2 * at;
  const lineOf = lineFinder(content);
  return {
    content,
    encoding,
    mark,
    invalidAt: findInvalid(bytes, encoding, content),
    place(from: number, to: number): Place {
      const start = Math.min(toByte(from), bytes.length);
      return { start, end: Math.min(Math.max(start, toByte(to)), bytes.length), line: lineOf(from) };
    },
  };
}

function detectEncoding(bytes: Uint8Array): { readonly encoding: Encoding; readonly mark: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", mark: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", mark: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", mark: 2 };
  return { encoding: "utf-8", mark: 0 };
}

/** U+FFFD may also stand in the file itself, so that it only tells where a closer look is needed. */
function findInvalid(bytes: Uint8Array, encoding: Encoding, content: string): number {
  const suspect = content.indexOf("\ufffd");
  if (suspect < 0) return -1;
  if (encoding === "utf-8") return findInvalidUtf8(bytes, 0);
  return findInvalidUtf16(bytes, encoding);
}

function findInvalidUtf16(bytes: Uint8Array, encoding: Encoding): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const unit = (i: number): number => (i + 1 < bytes.length ? view.getUint16(i, encoding === "utf-16le") : 0);
  for (let i = 2; i + 1 < bytes.length; i += 2) {
    const kind = unit(i) & 0xfc00;
    if (kind === 0xdc00) return i;
    if (kind !== 0xd800) continue;
    if ((unit(i + 2) & 0xfc00) !== 0xdc00) return i;
    i += 2;
  }
  return bytes.length % 2 === 1 ? bytes.length - 1 : -1;
}

/** Maps UTF-16 offsets to bytes: at once for ASCII, else from the nearest known pair or the last answer. */
function utf8Offsets(bytes: Uint8Array, mark: number, content: string): (at: number) => number {
  if (content.length === bytes.length - mark) return (at) => mark + at;
  let known: Float64Array | undefined;
  let last = { unit: 0, byte: mark };
  return (at) => {
    known ??= knownOffsets(bytes, mark, content.length);
    const unit = Math.min(Math.max(at, 0), content.length);
    const slot = Math.floor(unit / STRIDE);
    const base = slot * STRIDE;
    const from =
      last.unit <= unit && last.unit >= base ? last : { unit: known[2 * slot] ?? 0, byte: known[2 * slot + 1] ?? mark };
    last = walk(bytes, from, unit);
    return last.byte;
  };
}

interface Pair {
  readonly unit: number;
  readonly byte: number;
}

/** Goes on from a known pair until at least `unit`; inside a surrogate pair the start of the character counts. */
function walk(bytes: Uint8Array, from: Pair, unit: number): Pair {
  let at = from.unit;
  let byte = from.byte;
  while (at < unit && byte < bytes.length) {
    const length = sequenceAt(bytes, byte);
    const units = length === 4 ? 2 : 1;
    if (at + units > unit) break;
    at += units;
    byte += Math.abs(length);
  }
  return { unit: at, byte };
}

/** Flat pairs (character, byte): entry `k` is the last character start at or before unit `k * STRIDE`. */
function knownOffsets(bytes: Uint8Array, mark: number, units: number): Float64Array {
  const slots = Math.floor(units / STRIDE) + 1;
  const known = new Float64Array(2 * slots);
  let pair: Pair = { unit: 0, byte: mark };
  for (let slot = 0; slot < slots; slot++) {
    pair = walk(bytes, pair, slot * STRIDE);
    known[2 * slot] = pair.unit;
    known[2 * slot + 1] = pair.byte;
  }
  return known;
}

/** Finds the line (from 1) of an offset. Lines end in U+000A; the table of them is made on the first question. */
/** Line, from 1, of an offset in UTF-16 units; the lines are found when the first is asked for. */
export function lineFinder(content: string): (at: number) => number {
  let ends: readonly number[] | undefined;
  return (at) => {
    ends ??= lineEnds(content);
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

function lineEnds(content: string): number[] {
  const ends: number[] = [];
  for (let at = content.indexOf("\n"); at >= 0; at = content.indexOf("\n", at + 1)) ends.push(at);
  return ends;
}

/** A function that tells the line (from 1) of byte offsets asked in rising order, in one pass over the bytes. */
export function lineCounter(bytes: Uint8Array): (offset: number) => number {
  let line = 1;
  let next = bytes.indexOf(0x0a);
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      next = bytes.indexOf(0x0a, next + 1);
    }
    return line;
  };
}
