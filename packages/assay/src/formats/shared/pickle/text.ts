/** The strings and bytes of a pickle where they stand: an operation's offset → its content. */

import { OP, PREFIX } from "./operations.ts";
import { LONGEST_TEXT, type Window } from "./window.ts";

/** Where a string or bytes stand. */
export interface Spot {
  /** Code of the operation that pushes them, which says how they are encoded. */
  readonly code: number;
  readonly start: number;
  readonly end: number;
  /** Set for bytes that are written as text, a character for each: by a call that makes bytes of it, or in a string of Python 2. */
  readonly text?: "encoded" | "string";
}

const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });
const LATIN1 = new TextDecoder("windows-1252");

/** Bytes that are looked at to find a length. */
const LONGEST_PREFIX = 9;

/** Finds the content of an operation; undefined where it is not present. A line is cut at the longest that is looked up. */
export function spotAt(window: Window, offset: number): Spot | undefined {
  const head = window.look(offset, LONGEST_PREFIX);
  if (head === undefined) return undefined;
  const code = head[0] ?? 0;
  const prefix = PREFIX[code] as number;
  if (prefix === 0) return lineAt(window, offset, code);
  const start = offset + 1 + prefix;
  return { code, start, end: Math.min(window.size, start + readLength(head, 1, prefix)) };
}

function lineAt(window: Window, offset: number, code: number): Spot | undefined {
  const start = offset + 1;
  const bytes = window.look(start, LONGEST_TEXT) ?? window.look(start, 256);
  if (bytes === undefined) return undefined;
  const length = bytes.indexOf(0x0a);
  if (length < 0 && bytes.length < LONGEST_TEXT && start + bytes.length < window.size) return undefined;
  return { code, start, end: start + (length < 0 ? bytes.length : length) };
}

/** A length in so many bytes, little-endian. */
export function readLength(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let index = count - 1; index >= 0; index--) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

/** Bytes up to which characters are put together one by one, which is faster than to call a decoder. */
const SHORT = 8;

/** A string in UTF-8 that lies whole in the window, at the operation that pushes it; undefined for any other. */
export function textInWindow({ bytes, base }: Window, offset: number): string | undefined {
  const at = offset - base;
  if (at < 0 || at + LONGEST_PREFIX > bytes.length) return undefined;
  const code = bytes[at] as number;
  if (code !== OP.BINUNICODE && code !== OP.SHORT_BINUNICODE) return undefined;
  const prefix = PREFIX[code] as number;
  const start = at + 1 + prefix;
  const end = start + readLength(bytes, at + 1, prefix);
  if (end > bytes.length || end - start > LONGEST_TEXT) return undefined;
  return end - start > SHORT ? utf8(bytes.subarray(start, end)) : shortText(bytes, start, end);
}

/** Digits of a number that is read as one. */
const DIGITS = 6;

/** The number that a string of digits in the window is; -1 for any other, and for one with needless zeros. */
export function numberInWindow({ bytes, base }: Window, offset: number): number {
  const at = offset - base;
  if (at < 0 || at + LONGEST_PREFIX + DIGITS > bytes.length) return -1;
  const code = bytes[at] as number;
  if (code !== OP.BINUNICODE && code !== OP.SHORT_BINUNICODE) return -1;
  const prefix = PREFIX[code] as number;
  const count = readLength(bytes, at + 1, prefix);
  const start = at + 1 + prefix;
  if (count === 0 || count > DIGITS || (count > 1 && bytes[start] === ZERO)) return -1;
  let value = 0;
  for (let index = start; index < start + count; index++) {
    const digit = (bytes[index] as number) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const ZERO = 0x30;

function shortText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let index = start; index < end; index++) {
    const byte = bytes[index] as number;
    if (byte >= 0x80) return utf8(bytes.subarray(start, end));
    text += ASCII[byte] as string;
  }
  return text;
}

const ASCII: readonly string[] = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** Decodes a string as loaders do, cut at the longest that is looked up; undefined where its bytes are not present. */
export function decodeSpot(window: Window, { code, start, end }: Spot): string | undefined {
  const bytes = window.look(start, Math.min(end - start, LONGEST_TEXT));
  if (bytes === undefined) return undefined;
  if (code === OP.BINSTRING || code === OP.SHORT_BINSTRING) return latin1(bytes);
  if (code === OP.UNICODE) return unescapeUnicode(latin1(bytes));
  return code === OP.STRING ? unescapeString(latin1(bytes)) : utf8(bytes);
}

/** Decodes UTF-8. */
export function utf8(bytes: Uint8Array): string {
  return UTF8.decode(bytes);
}

/** One character for each byte. */
function latin1(bytes: Uint8Array): string {
  if (bytes.every((byte) => byte < 0x80)) return LATIN1.decode(bytes);
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** Escapes of UNICODE: `\u` and four digits, `\U` and eight. */
function unescapeUnicode(text: string): string {
  return text.replace(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (_, short?: string, long?: string) =>
    fromCode(Number.parseInt(short ?? long ?? "0", 16)),
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

/** The content of STRING: a literal of Python 2 in quotes. */
function unescapeString(line: string): string {
  const inner = line.trim().replace(/^(['"])(.*)\1$/s, "$2");
  return inner.replace(/\\(?:x[0-9a-fA-F]{2}|[0-7]{1,3}|.)/gs, unescapeOne);
}

function unescapeOne(written: string): string {
  const rest = written.slice(1);
  if (rest.length === 3 && rest.startsWith("x")) return String.fromCharCode(Number.parseInt(rest.slice(1), 16));
  if (/^[0-7]/.test(rest)) return String.fromCharCode(Number.parseInt(rest, 8) & 255);
  return ESCAPES[rest] ?? written;
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
